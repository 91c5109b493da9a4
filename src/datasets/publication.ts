// What is said of the data set as a whole: on its pages, in the API and in every release.

/** The name of the data set. */
export const title = {
  sv: 'Medborgarlöften – öppna data',
  en: 'Medborgarlöften: Swedish citizen promises as open data',
} as const

/** What the data set is. */
export const description = {
  sv: 'Vad svenska kommuner och deras lokalpolisområden lovat göra tillsammans mot brott och för trygghet: medborgarlöften, löften, aktiviteter och undertecknare, med källa för varje uppgift.',
  en: 'What Swedish municipalities and their local police areas have promised to do together against crime and for safety: agreements, promises, activities and signatories, with a source for every fact.',
} as const

/** The licence of the data. The code has another one, MIT. */
export const licence = {
  id: 'CC0-1.0',
  name: 'Creative Commons CC0 1.0 Universal',
  url: 'https://creativecommons.org/publicdomain/zero/1.0/',
} as const

/** What must be known to read any total of ours. */
export const totalsNote = {
  sv: 'Transkriberade medborgarlöften (transcribed) finns med ordalydelse; katalogiserade (catalogued) är kända genom uppgifter och länk. Summor av löften och aktiviteter räknar bara transkriberade. Antalen i stated_promises och stated_activities är vad som räknats på en sida, och ingår inte.',
  en: 'Transcribed agreements are held with their wording; catalogued ones are known by facts and a link alone. Totals of promises and activities count transcribed ones only. The numbers in stated_promises and stated_activities are what was counted on a page, and are no part of them.',
} as const
