/** The number of rows of each kind: added, changed, removed. */
type ChangeCounts = readonly number[]

const sv = {
  heading: (release: string) => `Ändringar i ${release}`,
  first: (date: string) =>
    `Det här är den första utgåvan, med data från ${date}. Det finns ingen tidigare att jämföra med.`,
  notCompared: (release: string, date: string) =>
    `Den här utgåvan har data från ${date}. Den går inte att jämföra med ${release}, vars filer saknas, är skadade eller har ett äldre format.`,
  compared: (release: string, from: string, to: string) =>
    `Jämfört med ${release}. Den hade data från ${from}, den här har data från ${to}.`,
  nothing: 'Ingen rad har tillkommit, ändrats eller försvunnit.',
  total: (counts: string) => `Rader sammanlagt: ${counts}.`,
  counts: (counts: ChangeCounts) =>
    countsInWords(counts, [
      ['tillagd', 'tillagda'],
      ['ändrad', 'ändrade'],
      ['borttagen', 'borttagna'],
    ]),
  kinds: { added: 'Tillagda', changed: 'Ändrade, med det som ändrats', removed: 'Borttagna' },
  reason: (reason: string | null) => (reason === null ? 'inget skäl angivet' : `skäl: ${reason}`),
  nothingThere: 'inget',
  truth: ['ja', 'nej'] as readonly [string, string],
  further: (rows: number) => `och ${rows} till`,
  unnamed: (rows: number) => `${rows}, som inte namnges`,
  furtherPlaces: (places: number, rows: number) =>
    `och ${places} ${places === 1 ? 'kommun' : 'kommuner'} till, med ${rows} ${rows === 1 ? 'rad' : 'rader'}`,
  others: 'Kopplingar och annat',
  form: 'Datamängder och kolumner',
  formNew: (dataset: string) => `${dataset}: ny datamängd`,
  formGone: (dataset: string) => `${dataset}: ges inte längre ut`,
  formKey: (dataset: string, key: string) => `${dataset}: nyckeln är nu ${key}`,
  columnNew: (dataset: string, column: string) => `${dataset}: ny kolumn ${column}`,
  columnGone: (dataset: string, column: string) => `${dataset}: kolumnen ${column} finns inte längre`,
  columnType: (dataset: string, column: string, from: string, to: string) =>
    `${dataset}: ${column} är nu av typen ${to}, förut ${from}`,
}

/** The texts of a summary, in both languages. */
export const words: { readonly sv: typeof sv; readonly en: typeof sv } = {
  sv,
  en: {
    heading: (release) => `Changes in ${release}`,
    first: (date) =>
      `This is the first release, with data of ${date}. There is no earlier one to compare it with.`,
    notCompared: (release, date) =>
      `This release has data of ${date}. It cannot be compared with ${release}, whose files are missing, damaged or in an older format.`,
    compared: (release, from, to) =>
      `Compared with ${release}. That one had data of ${from}, this one has data of ${to}.`,
    nothing: 'No row was added, changed or removed.',
    total: (counts) => `Rows in all: ${counts}.`,
    counts: (counts) =>
      countsInWords(counts, [
        ['added', 'added'],
        ['changed', 'changed'],
        ['removed', 'removed'],
      ]),
    kinds: { added: 'Added', changed: 'Changed, with what changed', removed: 'Removed' },
    reason: (reason) => (reason === null ? 'no reason stated' : `reason: ${reason}`),
    nothingThere: 'nothing',
    truth: ['yes', 'no'],
    further: (rows) => `and ${rows} more`,
    unnamed: (rows) => `${rows}, not named`,
    furtherPlaces: (places, rows) =>
      `and ${places} more ${places === 1 ? 'municipality' : 'municipalities'}, with ${rows} ${rows === 1 ? 'row' : 'rows'}`,
    others: 'Links and other rows',
    form: 'Datasets and columns',
    formNew: (dataset) => `${dataset}: new dataset`,
    formGone: (dataset) => `${dataset}: not released any more`,
    formKey: (dataset, key) => `${dataset}: the key is now ${key}`,
    columnNew: (dataset, column) => `${dataset}: new column ${column}`,
    columnGone: (dataset, column) => `${dataset}: the column ${column} is no longer there`,
    columnType: (dataset, column, from, to) =>
      `${dataset}: ${column} is now of the type ${to}, before ${from}`,
  },
}

/** The numbers that are not 0, each with its singular or plural: "1 tillagd, 2 ändrade". */
function countsInWords(
  counts: ChangeCounts,
  forms: readonly (readonly [one: string, several: string])[],
): string {
  return forms
    .flatMap(([one, several], at) => {
      const count = counts[at] ?? 0
      return count === 0 ? [] : [`${count} ${count === 1 ? one : several}`]
    })
    .join(', ')
}
