import { createRequire } from 'node:module'

/** The fonts of charts, by use. */
export type Face = 'text' | 'strong' | 'heading'

const { resolve } = createRequire(import.meta.url)

/** The font files, which are part of the program: fonts of the machine are not used. */
export const fontFiles: { readonly [F in Face]: string } = {
  text: resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  strong: resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
  heading: resolve('@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
}

/** Their names in SVG. */
export const fontAttributes: { readonly [F in Face]: string } = {
  text: 'font-family="Source Sans 3, sans-serif"',
  strong: 'font-family="Source Sans 3, sans-serif" font-weight="600"',
  heading: 'font-family="Source Serif 4, Georgia, serif" font-weight="600"',
}
