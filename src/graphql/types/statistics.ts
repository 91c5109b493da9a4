import { findAll } from '../../database/search/find.ts'
import type { DimensionName } from '../../database/statistics/dimensions.ts'
import type { CountedGroup } from '../../database/statistics/groups.ts'
import { type CountedSelection, TooManyFacts } from '../../database/statistics/statistics.ts'
import { tables } from '../../database/tables/index.ts'
import { bilingualText } from '../../datasets/dataset.ts'
import { builder } from '../builder.ts'
import { clientError } from '../errors.ts'
import { type ReadingMeans, readAs } from '../field-reading.ts'
import { agreementFilter } from '../filters/agreement.ts'
import { askedFilter, type GivenFilter } from '../filters/filter.ts'
import { refusal } from '../limits.ts'
import { wordsSent } from '../search.ts'
import { StatisticsGroup } from './statistics-group.ts'
import { StatisticsGrouping } from './statistics-grouping.ts'

// Counts by group, so that a chart needs one query.

/** How many groupings can be combined. */
const MAX_GROUPINGS = 2

const { agreements } = tables

interface StatisticsArgs {
  readonly groupBy: readonly DimensionName[]
  readonly filter?: GivenFilter | null | undefined
  readonly search?: string | null | undefined
}

builder.queryField('statistics', (t) =>
  t.field({
    type: [StatisticsGroup],
    description: bilingualText({
      sv: 'Antal och andelar per grupp, ordnade efter nyckel. Ett medborgarlöfte i flera grupper (ämnen, år, kommunerna i ett gemensamt medborgarlöfte) räknas i var och en. Med en gruppering finns tomma grupper med som nollor, så att diagram med olika filter får samma axel; med två utelämnas de. En grupp med nyckeln null kommer sist, och bara om den inte är tom.',
      en: 'Counts and shares by group, ordered by key. An agreement in several groups (topics, years, the municipalities of a joint agreement) counts in each of them. With one grouping, empty groups are included with zeros, so that charts with different filters have the same axis; with two, they are left out. A group with key null comes last, and only if it is not empty.',
    }),
    args: {
      groupBy: t.arg({
        type: [StatisticsGrouping],
        required: true,
        description: bilingualText({
          sv: `Hur raderna ska grupperas: efter en gruppering, eller ${MAX_GROUPINGS} på en gång, t.ex. [TOPIC, YEAR].`,
          en: `How to group the rows: one grouping, or ${MAX_GROUPINGS} at once, such as [TOPIC, YEAR].`,
        }),
      }),
      filter: t.arg({
        type: agreementFilter.input,
        description: bilingualText({
          sv: 'Vilka medborgarlöften som ska räknas, med deras löften och aktiviteter.',
          en: 'Which agreements to count, with their promises and activities.',
        }),
      }),
      search: t.arg.string({
        description: bilingualText({
          sv: 'Ord att söka efter, som i `search`: bara löften och aktiviteter som sökningen hittar räknas, och medborgarlöften som den hittar eller som de hör till.',
          en: 'Words to search for, as in `search`: only the promises and activities that it finds are counted, and the agreements that it finds or that they belong to.',
        }),
      }),
    },
    ...readAs({ kind: 'values', read: readStatistics }),
    resolve: (_root, args, context) => readStatistics(args, context),
  }),
)

async function readStatistics(
  { groupBy, filter, search }: StatisticsArgs,
  means: ReadingMeans,
): Promise<CountedGroup[]> {
  const [one, other, ...more] = groupBy
  if (!one || more.length > 0 || one === other) {
    throw clientError(
      'BAD_FILTER',
      `groupBy has ${groupBy.length} groupings; send one, or ${MAX_GROUPINGS} different ones`,
    )
  }
  const { given } = await askedFilter(agreementFilter, filter, means.names)
  const where = agreementFilter.where(given)
  const words = typeof search === 'string' ? wordsSent(search) : null
  const filtered = where ? means.db.select({ id: agreements.id }).from(agreements).where(where).toSQL() : null
  const found = words && (await keysFound(words, means))
  try {
    return await means.statistics.count([one, other], { filtered, found })
  } catch (error) {
    throw error instanceof TooManyFacts ? refusal('statistics') : error
  }
}

const COUNTED_TYPES = ['agreement', 'promise', 'activity'] as const

/** The keys of the agreements, promises and activities that a search finds. */
async function keysFound(
  words: readonly string[],
  { db, search }: ReadingMeans,
): Promise<CountedSelection['found']> {
  const found = await findAll(db, search, words, { types: COUNTED_TYPES, fuzzy: true })
  const entries = await found.entries(found.numbers)
  const keys = (isAgreement: boolean) =>
    entries.flatMap(({ type, key }) => ((type === 'agreement') === isAgreement ? key : []))
  return { agreements: new Set(keys(true)), commitments: new Set(keys(false)) }
}
