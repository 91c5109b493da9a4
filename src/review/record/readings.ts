import { listNames } from '../../records/lists.ts'
import type { Unfinished } from './unfinished.ts'

type RecordReading = Unfinished['reading'][number]

/**
 * Readings by the ids of what they belong to. A draft names them by position, `activities#2.target`,
 * which changes as soon as an earlier activity is rejected: `0643-2019-a2.target` is stable.
 */
export function readingsById(record: Unfinished): RecordReading[] {
  return record.reading.map((reading) => ({ ...reading, value: nameById(record, reading.value) }))
}

function nameById(record: Unfinished, value: string): string {
  const [, list, number, rest = ''] = /^(\w+)#(\d+)(.*)$/.exec(value) ?? []
  if (list === undefined) return value
  const index = Number(number) - 1
  if (list === 'municipalities') return `municipalities.${record.municipalities[index]?.code ?? number}`
  const known = listNames.find((each) => each === list)
  const item: ReadItem | undefined = known && record[known][index]
  if (!item) return value
  const [, actor] = /^\.actors#(\d+)$/.exec(rest) ?? []
  const actorId = actor && item.actors?.[Number(actor) - 1]?.id
  return actorId ? `${item.id}.actors.${actorId}` : `${item.id}${rest}`
}

interface ReadItem {
  readonly id: string
  readonly actors?: readonly { readonly id: string }[]
}
