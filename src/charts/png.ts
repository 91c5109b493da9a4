import { renderAsync } from '@resvg/resvg-js'
import { fontFiles } from './fonts.ts'

/** A drawing as PNG, in its own width. Fonts of the machine are not used, so that the bytes are the same everywhere. */
export async function pngOf(svg: string): Promise<Buffer> {
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: Object.values(fontFiles), defaultFontFamily: 'Source Sans 3' },
  })
  return image.asPng()
}
