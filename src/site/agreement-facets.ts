import { shortCounty } from './addresses.ts'
import { formats } from './formats.ts'
import type { Language } from './language.ts'
import type { PageContext } from './page-kind.ts'
import { type Chosen, type Facet, lastYearFirst } from './parts/facets.ts'
import { type AgreementFacetsData, agreementFacetsQuery } from './queries/agreement-facets.graphql.ts'
import type { AgreementLine } from './queries/fragments.graphql.ts'
import { RefusedQuery } from './query.ts'
import { agreementTexts } from './texts/agreement.ts'
import { agreementsTexts } from './texts/agreements.ts'

/** The facets of agreements, as addresses name them: state, year, topic, county, how much was read. */
export const AGREEMENT_FACETS = ['lage', 'ar', 'amne', 'lan', 'lasning'] as const

type FacetName = (typeof AGREEMENT_FACETS)[number]
type AgreementState = AgreementLine['lifecycle']
type AgreementCondition = object

/** Agreements that were narrowed by choices: the filter of those, and how many there are of each kind. */
interface NarrowedAgreements {
  readonly filter: AgreementCondition
  readonly all: number
  readonly shown: number
  readonly facets: readonly Facet[]
}

/**
 * Counts agreements by what was chosen of each facet: with GraphQL, which need not read them all for it. A choice that does
 * not exist matches nothing.
 */
export async function narrowedAgreements(
  context: Pick<PageContext, 'ask' | 'day' | 'language'>,
  chosen: Chosen,
): Promise<NarrowedAgreements> {
  const states = stateFilters(context.day)
  const own = ownFilters(chosen, states)
  try {
    return await countedBy(context, states, own)
  } catch (error) {
    if (!(error instanceof RefusedQuery)) throw error
    // GraphQL knows which topics and counties exist.
    return countedBy(context, states, {
      ...own,
      ...(own.amne && { amne: NONE }),
      ...(own.lan && { lan: NONE }),
    })
  }
}

type StateFilters = { readonly [S in AgreementState]: AgreementCondition }
type OwnFilters = { readonly [F in FacetName]?: AgreementCondition }

/** The condition of a choice that does not exist: there was no year 0. */
const NONE: AgreementCondition = { year: 0 }

async function countedBy(
  { ask, language }: Pick<PageContext, 'ask' | 'language'>,
  states: StateFilters,
  own: OwnFilters,
): Promise<NarrowedAgreements> {
  // The counts of each facet are of the agreements that match the choices in the others.
  const others = (except?: FacetName): AgreementCondition =>
    Object.assign({}, ...AGREEMENT_FACETS.map((name) => (name === except ? {} : own[name])))
  const inState = (state: AgreementState) => ({ ...others('lage'), ...states[state] })
  const counted = await ask(agreementFacetsQuery, {
    shown: others(),
    active: inState('ACTIVE'),
    upcoming: inState('UPCOMING'),
    ended: inState('ENDED'),
    unknown: inState('UNKNOWN'),
    byYear: others('ar'),
    byTopic: others('amne'),
    byCounty: others('lan'),
    byExtent: others('lasning'),
  })
  return {
    filter: others(),
    all: counted.all.totalCount,
    shown: counted.shown.totalCount,
    facets: facetsOf(language, counted),
  }
}

/** What agreements of each state on a day have in common: that of `lifecycle`. */
function stateFilters(day: string): StateFilters {
  const of = {
    ACTIVE: { activeOn: day },
    UPCOMING: { periodStart: { from: daysFrom(day, 1) } },
    ENDED: { stage: 'AGREED', periodEnd: { to: daysFrom(day, -1) } },
  }
  return { ...of, UNKNOWN: { not: { or: Object.values(of) } } }
}

function daysFrom(day: string, days: number): string {
  const date = new Date(day)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** The condition of each facet of which something was chosen. */
function ownFilters({ lage, ar, amne, lan, lasning }: Chosen, states: StateFilters): OwnFilters {
  const isState = (value: string): value is AgreementState => Object.hasOwn(states, value)
  const isExtent = (value: string) => Object.hasOwn(agreementsTexts.sv.extents, value)
  return {
    ...(lage && { lage: isState(lage) ? states[lage] : NONE }),
    ...(ar && { ar: /^\d{4}$/.test(ar) ? { year: Number(ar) } : NONE }),
    ...(amne && { amne: { topic: amne } }),
    ...(lan && { lan: { county: lan } }),
    ...(lasning && { lasning: isExtent(lasning) ? { extent: lasning } : NONE }),
  }
}

function facetsOf(language: Language, counted: AgreementFacetsData): Facet[] {
  const text = agreementsTexts[language]
  const { active, upcoming, ended, unknown, byYear, byTopic, byCounty, byExtent } = counted
  const states = Object.entries({ ACTIVE: active, UPCOMING: upcoming, ENDED: ended, UNKNOWN: unknown })
  const facet = (
    name: FacetName,
    heading: string,
    options: Facet['options'],
    order = (a: Facet['options'][number], b: typeof a) => formats.sv.compare(a.label, b.label),
  ) => ({ name, heading, options: options.toSorted(order) })
  return [
    facet(
      'lage',
      text.state,
      states.map(([value, { totalCount }]) => ({
        value,
        label: agreementTexts[language].lifecycle[value as AgreementState],
        count: totalCount,
      })),
    ),
    facet('ar', text.year, options(byYear), (a, b) => lastYearFirst(a.value, b.value)),
    facet(
      'amne',
      text.topic,
      options(byTopic, (label) => label[language]),
    ),
    facet(
      'lan',
      text.county,
      options(byCounty, ({ sv }) => shortCounty(sv)),
    ),
    facet(
      'lasning',
      text.extent,
      options(byExtent).map(({ value, count }) => {
        const extent = value.toUpperCase() as AgreementLine['extent'] // the key is the value in lower case
        return { value: extent, label: text.extents[extent], count }
      }),
    ),
  ]
}

/** The groups of a facet. The one of agreements that are in no other cannot be chosen. */
function options(
  groups: AgreementFacetsData['byYear'],
  labelOf = ({ sv }: { readonly sv: string; readonly en: string }) => sv,
): Facet['options'] {
  return groups.flatMap(({ key, label, agreements: { transcribed, catalogued } }) =>
    key === null ? [] : [{ value: key, label: labelOf(label), count: transcribed + catalogued }],
  )
}
