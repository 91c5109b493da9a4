import { type Data, readData } from '../../src/records/read-data.ts'
import { sampleOf } from '../sample.ts'

/** Stands in the texts of each revision, with its number. */
const MARK = /‹(\d+)›/g

/** Makes the data of revisions whose texts say which revision they are of. */
export function markedRevisions(): (revision: number) => Data {
  const sample = sampleOf(readData('data'))
  return (revision) => {
    const tables = structuredClone(sample.tables)
    for (const row of [...tables.promises, ...tables.activities])
      if (row.text !== null) row.text = `${row.text} ‹${revision}›`
    return { ...sample, tables }
  }
}

/** The revisions that a response is of, by the marks in it. */
export function revisionsIn(text: string): number[] {
  const marked = [...text.matchAll(MARK)].map(([, number]) => Number(number))
  const told = [...text.matchAll(/"revision":(\d+)/g)].map(([, number]) => Number(number))
  return [...new Set([...marked, ...told])]
}
