import type { Language } from '../../datasets/dataset.ts'
import { putBack } from '../carry-over/put-back.ts'
import { kindOf } from '../kinds/index.ts'
import type { Reference } from '../kinds/reference.ts'
import type { Place } from '../record/places.ts'
import type { Unfinished } from '../record/unfinished.ts'
import { texts } from './texts.ts'

/** A description of something that is gone: its kind, what it said besides its words, and the decision about it. */
export function goneView(
  record: Unfinished,
  { key }: Place,
  reference: Reference,
  language: Language,
): { readonly label: string; readonly says: string; readonly state: string } | null {
  const entry = record.gone?.find(({ value }) => value === key)
  if (!entry) return null
  const { record: before, places } = putBack(record, entry) ?? { record, places: [] }
  const [main, ...parts] = places
  const saidOf = (place: Place) => kindOf(place.kind).says(before, place, reference)?.[language]
  const said = parts.map((place) => {
    const what = kindOf(place.kind).label[language]
    return `${what}: ${saidOf(place) ?? place.words ?? '–'}`
  })
  const text = texts[language]
  return {
    label: kindOf(main?.kind ?? 'gone').label[language],
    says: [(main && saidOf(main)) ?? [], said].flat().join('; '),
    state: text.was(text[entry.state], entry.value),
  }
}
