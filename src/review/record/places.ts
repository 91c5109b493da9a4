import type { Quote } from '../../records/field.ts'
import type { KindName } from './kind-names.ts'
import { GONE } from './names.ts'
import type { Commitment, GoneValue, Unfinished } from './unfinished.ts'

/** Where a value stands in a record. */
export interface Place {
  /** The name of the value, as `review` has it: `0643-2019-a2.target`, `period`. */
  readonly value: string
  readonly kind: KindName
  /** The promise or activity that it belongs to, or what it is itself. Null for what belongs to the agreement. */
  readonly item: string | null
  /** What tells it apart where there are several: the id of an actor, the code of a municipality. */
  readonly key: string | null
  /** The group that it is shown in: the agreement, an item, or a list. */
  readonly group: string
  /** The words of the document that it rests on, the ones that say most first. */
  readonly quotes: readonly Quote[]
  /** The words that it is told by, which may be in the text no more. */
  readonly words: string | null
}

type Found = Omit<Place, 'words'>

/** Every value of a record, in the order in which an editor meets them. */
export function placesOf(record: Unfinished): Place[] {
  const { issues } = record
  const all: Found[] = [
    ...agreementPlaces(record),
    ...record.relations.map(({ id, text }) => own('relation', id, 'agreement', [text])),
    ...record.promises.flatMap((each) => commitmentPlaces('promise', each)),
    ...record.activities.flatMap((each) => commitmentPlaces('activity', each)),
    ...record.signatures.map(({ id, name, roleAsPrinted, organisation }) =>
      own('signature', id, 'signatures', [name, roleAsPrinted, organisation.asPrinted]),
    ),
    ...record.findings.map(({ id, text, basisText }) => own('finding', id, 'findings', [text, basisText])),
    ...record.followUps.map(({ id, text, dueText, channel, body }) =>
      own('followUp', id, 'followUps', [text, dueText, channel, body]),
    ),
  ]
  // An issue stands with what it is about.
  const groups = new Set(all.map(({ group }) => group))
  for (const { id, record: concerned, text } of issues) {
    const group =
      concerned === null
        ? 'issues'
        : groups.has(concerned)
          ? concerned
          : (all.find(({ item }) => item === concerned)?.group ?? 'issues')
    const last = all.findLastIndex((place) => place.group === group)
    const place = own('issue', id, group, [text])
    if (last < 0) all.push(place)
    else all.splice(last + 1, 0, place)
  }
  return [
    ...goneIn(record).map(gonePlace),
    ...all.map((place) => ({ ...place, words: place.quotes[0]?.words ?? null })),
  ]
}

/** What is gone, but for what somebody has decided anew since then. */
function goneIn({ gone, review }: Unfinished): readonly GoneValue[] {
  const decided = new Set(review.map(({ value }) => value))
  return gone?.filter(({ value }) => !decided.has(value)) ?? []
}

function gonePlace({ value, words }: GoneValue): Place {
  return { value: GONE + value, kind: 'gone', item: null, key: value, group: 'gone', quotes: [], words }
}

function agreementPlaces(record: Unfinished): Found[] {
  const { title, municipalities, policeArea, place, period, signing } = record
  const of = (kind: KindName, quotes: readonly (Quote | null | undefined)[]): Found => ({
    value: kind,
    kind,
    item: null,
    key: null,
    group: 'agreement',
    quotes: present(quotes),
  })
  return [
    of('title', [title]),
    of('kind', []),
    ...municipalities.map(
      ({ code, quote }): Found => ({
        ...of('municipality', [quote]),
        value: `municipalities.${code}`,
        key: code,
      }),
    ),
    ...(policeArea ? [of('policeArea', [policeArea.quote])] : []),
    ...(place ? [of('place', [place])] : []),
    of('period', [period.quote]),
    of('signing', [signing.quote, signing.place]),
    of('document', []),
  ]
}

function commitmentPlaces(kind: 'promise' | 'activity', each: Commitment): Found[] {
  const { id, text, heading, actors, target, deadline, targetGroup, promises } = each
  const of = (
    part: KindName,
    field: string,
    quotes: readonly (Quote | null)[],
    key: string | null = null,
  ) => ({
    value: `${id}.${field}`,
    kind: part,
    item: id,
    key,
    group: id,
    quotes: present(quotes),
  })
  return [
    of(kind, 'text', [text, heading]),
    ...actors.map((actor) => of('actor', `actors.${actor.id}`, [actor.quote], actor.id)),
    ...(target ? [of('target', 'target', [target.quote])] : []),
    ...(deadline ? [of('deadline', 'deadline', [deadline.quote])] : []),
    ...(targetGroup ? [of('targetGroup', 'targetGroup', [targetGroup])] : []),
    of('topics', 'topics', []),
    ...(promises ? [of('promises', 'promises', [])] : []),
  ]
}

function own(
  kind: KindName,
  id: string,
  group: string,
  quotes: readonly (Quote | null | undefined)[],
): Found {
  return { value: id, kind, item: id, key: null, group, quotes: present(quotes) }
}

function present(quotes: readonly (Quote | null | undefined)[]): Quote[] {
  return quotes.filter((quote) => quote !== null && quote !== undefined)
}

/** The promise or activity of an id. */
export function commitmentOf(record: Unfinished, id: string | null): Commitment | null {
  return [...record.promises, ...record.activities].find((each) => each.id === id) ?? null
}

/** The promise or activity whose text some words stand in. */
export function itemAround(record: Unfinished, words: Quote | null): string | null {
  if (words === null) return null
  const [start, end] = words.at
  // An activity may stand within the words of a promise: the shorter one is meant.
  const around = [...record.promises, ...record.activities]
    .filter(({ text: { at } }) => at[0] <= start && end <= at[1])
    .sort((one, other) => one.text.at[1] - one.text.at[0] - (other.text.at[1] - other.text.at[0]))
  return around[0]?.id ?? null
}

/** The record with a promise or activity changed. */
export function withCommitment(
  record: Unfinished,
  id: string | null,
  change: Partial<Unfinished['activities'][number]>,
): Unfinished {
  const changed = <T extends { id: string }>(each: T): T => (each.id === id ? { ...each, ...change } : each)
  return { ...record, promises: record.promises.map(changed), activities: record.activities.map(changed) }
}
