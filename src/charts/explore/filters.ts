import type { ChoiceName, ExploredKind, ExploredView } from './view.ts'

type ViewFilter = object

/** All possible days. */
const KNOWN_DAY = { from: '1900-01-01' }

function yearDays(year: string) {
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

/** The filter for a choice. A year is the one in which the agreement begins, or the report was published. */
const COMMITMENTS: { readonly [C in ChoiceName]?: (value: string) => ViewFilter } = {
  ar: (year) => ({ agreement: { periodStart: yearDays(year) } }),
  lan: (county) => ({ county }),
  amne: (topic) => ({ topic }),
  raknar: (what) => ({ targetWhat: what }),
  redovisat: (state) => ({ reportState: state }),
  ord: (words) => ({
    or: [{ text: { contains: words } }, { gistSv: { contains: words } }, { gistEn: { contains: words } }],
  }),
}

const CONDITIONS: { readonly [K in ExploredKind]: typeof COMMITMENTS } = {
  loften: COMMITMENTS,
  aktiviteter: COMMITMENTS,
  avtal: {
    ...COMMITMENTS,
    ar: (year) => ({ periodStart: yearDays(year) }),
    ord: (words) => ({
      or: [
        { title: { contains: words } },
        { summarySv: { contains: words } },
        { summaryEn: { contains: words } },
      ],
    }),
  },
  redovisningar: {
    ar: (year) => ({ publishedOn: yearDays(year) }),
    lan: (county) => ({ county }),
    amne: (topic) => ({ agreement: { topic } }),
    utfall: (state) => ({ state }),
    ord: (words) => ({ or: [{ gistSv: { contains: words } }, { gistEn: { contains: words } }] }),
  },
}

/** The rows of a view. */
export function filterOfView(view: ExploredView): ViewFilter {
  return inAll(conditionsOf(view))
}

/** The rows of a view that are in one of its groups. */
export function filterOfGroup(view: ExploredView, group: string): ViewFilter {
  return inAll([...conditionsOf(view), CONDITIONS[view.kind][view.by]?.(group) ?? {}])
}

/** The rows of a view that are in none of its groups. Null if each is in one. */
export function filterOfOthers(view: ExploredView, groups: readonly string[]): ViewFilter | null {
  const { kind, by } = view
  const known = by === 'ar' ? DATED[kind] : by === 'amne' && groups.length > 0 ? ofTopics(kind, groups) : null
  return known && inAll([...conditionsOf(view), { not: known }])
}

/** The rows with a known day, to which the year applies. */
const DATED: { readonly [K in ExploredKind]: ViewFilter } = {
  loften: { agreement: { periodStart: KNOWN_DAY } },
  aktiviteter: { agreement: { periodStart: KNOWN_DAY } },
  avtal: { periodStart: KNOWN_DAY },
  redovisningar: { publishedOn: KNOWN_DAY },
}

function ofTopics(kind: ExploredKind, topics: readonly string[]): ViewFilter {
  return kind === 'redovisningar' ? { agreement: { topic: topics } } : { topic: topics }
}

function conditionsOf({ kind, chosen }: ExploredView): ViewFilter[] {
  const conditions = Object.entries(chosen).flatMap(
    ([name, value]) => CONDITIONS[kind][name as ChoiceName]?.(value) ?? [], // Object.entries gives string
  )
  return kind === 'avtal' ? [{ kind: 'CITIZEN_PROMISE' }, ...conditions] : conditions
}

/** All conditions combined. Without any, everything matches; GraphQL does not accept an empty list. */
function inAll(conditions: readonly ViewFilter[]): ViewFilter {
  return conditions.length === 0 ? {} : { and: conditions }
}
