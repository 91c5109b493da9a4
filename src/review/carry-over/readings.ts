import { LISTS, shortId, shortName } from '../names.ts'
import type { Unfinished } from '../unfinished.ts'
import { type Fields, isFields } from './values.ts'

type Reading = Unfinished['reading'][number]

/**
 * The readings of a record by the names of their values. A draft names a value by where it stands, `promises#2.target`;
 * an editor's record by the id of what it belongs to, as items come and go in it.
 */
export function readingsByName(record: Unfinished): Map<string, Reading> {
  const names = namesByPlace(record)
  return new Map(
    record.reading.map((reading) => [names.get(reading.value) ?? shortName(reading.value), reading]),
  )
}

function namesByPlace(record: Unfinished): Map<string, string> {
  const names = new Map<string, string>()
  for (const [index, { code }] of record.municipalities.entries())
    names.set(`municipalities#${index + 1}`, `municipalities.${code}`)
  for (const list of LISTS) {
    for (const [index, item] of record[list].entries()) {
      const [place, id] = [`${list}#${index + 1}`, shortId(item.id)]
      names.set(place, id)
      for (const field of ['text', 'target', 'topics']) names.set(`${place}.${field}`, `${id}.${field}`)
      for (const [at, actor] of actorsOf(item).entries())
        names.set(`${place}.actors#${at + 1}`, `${id}.actors.${actor.id}`)
    }
  }
  return names
}

function actorsOf({ actors }: Fields): Fields[] {
  return Array.isArray(actors) ? actors.filter(isFields) : []
}
