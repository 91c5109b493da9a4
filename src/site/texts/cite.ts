import { formats } from '../formats.ts'
import type { In } from '../language.ts'

const sv = {
  heading: 'Hänvisa',
  release: (release: string, date: string) => `Utgåva ${release}, data från ${date}.`,
  data: (date: string) => `Data från ${date}.`,
  fetched: (day: string) => `hämtad ${formats.sv.day(day)}`,
  lasting: (address: string) => `Oföränderliga data: ${address}`,
  copy: 'Kopiera hänvisningen',
  wholeRelease: 'Hela utgåvan',
}

/** The texts on citing. */
export const citeTexts: In<typeof sv> = {
  sv,
  en: {
    heading: 'Cite',
    release: (release, date) => `Release ${release}, data of ${date}.`,
    data: (date) => `Data of ${date}.`,
    fetched: (day) => `read on ${formats.en.day(day)}`,
    lasting: (address) => `Data that never change: ${address}`,
    copy: 'Copy the citation',
    wholeRelease: 'The whole release',
  },
}
