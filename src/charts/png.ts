import { renderAsync } from '@resvg/resvg-js'
import { fontFiles } from './fonts.ts'

/** A drawing as PNG, as wide as it says. No font of the machine is used: the bytes are the same everywhere. */
export async function pngOf(svg: string): Promise<Buffer> {
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: Object.values(fontFiles), defaultFontFamily: 'Source Sans 3' },
  })
  return image.asPng()
}
