import { licence } from '../../datasets/publication.ts'
import type { Formats } from '../../site/formats.ts'
import type { In } from '../../site/language.ts'

interface SheetOrigin {
  readonly release: string | null
  readonly date: string | null
}

const sv = {
  source: ({ release, date }: SheetOrigin, format: Formats) =>
    `Källa: Medborgarlöften${release ? `, utgåva ${release}` : ''}${date ? `, data från ${format.day(date)}` : ''}. ${licence.id}.`,
}

/** Texts of every drawing. */
export const sheetTexts: In<typeof sv> = {
  sv,
  en: {
    source: ({ release, date }, format) =>
      `Source: Medborgarlöften${release ? `, release ${release}` : ''}${date ? `, data of ${format.day(date)}` : ''}. ${licence.id}.`,
  },
}
