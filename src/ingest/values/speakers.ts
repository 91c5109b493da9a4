import type { Lookups } from '../lookups.ts'
import type { Source } from '../text/source.ts'

export const BOTH = ['police', 'municipality'] as const
const OWN_PROMISE = /(?<!\p{L})(?<!(?:och|samt|,) )(?:polisens|lokalpolisområdets) +medborgarlöft/u
const JOINS =
  /^(?:,? +(?:och|samt)|,|(?: \p{L}+){0,3} (?:tillsammans|ihop|i samverkan) med|\/) +(?:den |lokal(?:a|t)? )?$/u
/** A municipality that a text describes as doing something. */
const DOES = /^ +(?:lovar|åtar|ska|skall|kommer|har|gör)(?!\p{L})/u
/** The most letters between two joined names. */
const REACH = 30

/** Who "we" are on a page: the two parties, or only the police if they promise alone. */
export function speakersOf(source: Source, lookups: Lookups): readonly string[] {
  if (OWN_PROMISE.test(source.folded)) return ['police']
  const whole = { start: 0, end: source.text.length }
  const municipalities = lookups
    .municipalities(source, whole)
    .filter(({ value }) => value.form === 'full')
    .map(({ start, end }) => ({ start, end, id: 'municipality' }))
  const named = lookups.actors(source, whole).map(({ start, end, value }) => ({ start, end, id: value }))
  const names = [...municipalities, ...named]
    .filter(({ id }) => id === 'police' || id === 'municipality')
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const hasPolice = names.some(({ id }) => id === 'police')
  const isJoint = names.some((name, index) => {
    // A full name contains the word "kommun", which is also a name.
    const next = names.slice(index + 1, index + 3).find((other) => other.start >= name.end)
    if (!next || next.id === name.id || next.start - name.end > REACH) return false
    return JOINS.test(source.folded.slice(name.end, next.start))
  })
  const doesMuch = names.some(
    ({ id, end }) => id === 'municipality' && DOES.test(source.folded.slice(end, end + 12)),
  )
  return hasPolice && !isJoint && !doesMuch ? ['police'] : BOTH
}
