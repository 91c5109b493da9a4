import { getDocumentProxy } from 'unpdf'

/** A PDF opened by pdf.js. */
export type Pdf = Awaited<ReturnType<typeof openPdf>>
/** A page of such a PDF. */
export type PdfPage = Awaited<ReturnType<Pdf['getPage']>>

/** Opens a PDF, without decoding its pictures. */
export function openPdf(bytes: Uint8Array) {
  // A copy, since pdf.js detaches the bytes.
  return getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    maxImageSize: 1,
    disableFontFace: false,
    fontExtraProperties: true,
    isEvalSupported: false,
    stopAtErrors: false,
  })
}
