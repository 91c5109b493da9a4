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

/** Counts agreements by what was chosen of each facet: with GraphQL, which need not read them all for it. */
export async function narrowedAgreements(
  { ask, day, language }: Pick<PageContext, 'ask' | 'day' | 'language'>,
  chosen: Chosen,
): Promise<NarrowedAgreements> {
  const states = stateFilters(day)
  const own = ownFilters(chosen, states)
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
function stateFilters(day: string): { readonly [S in AgreementState]: AgreementCondition } {
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
function ownFilters(
  { lage, ar, amne, lan, lasning }: Chosen,
  states: { readonly [state: string]: AgreementCondition },
): { readonly [F in FacetName]?: AgreementCondition } {
  const state = lage === undefined ? {} : states[lage]
  if (!state) throw new RefusedQuery('BAD_FILTER', `lage is one of ${Object.keys(states).join(', ')}`)
  return {
    lage: state,
    ...(ar && { ar: { year: Number(ar) } }),
    ...(amne && { amne: { topic: amne } }),
    ...(lan && { lan: { county: lan } }),
    ...(lasning && { lasning: { extent: lasning } }),
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
