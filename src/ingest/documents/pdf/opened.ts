import { getDocumentProxy } from 'unpdf'

/** A PDF as pdf.js opens it. */
export type Pdf = Awaited<ReturnType<typeof openPdf>>
/** A page of it. */
export type PdfPage = Awaited<ReturnType<Pdf['getPage']>>

/** Opens a PDF, of which pictures are never unpacked. */
export function openPdf(bytes: Uint8Array) {
  // A copy: pdf.js takes the bytes for itself.
  return getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    maxImageSize: 1,
    disableFontFace: false,
    fontExtraProperties: true,
    isEvalSupported: false,
    stopAtErrors: false,
  })
}
