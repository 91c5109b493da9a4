import { targetWhat } from '../../datasets/vocabularies/target-what.ts'
import { formats } from '../../site/formats.ts'
import type { Language } from '../../site/language.ts'
import type { MaybeKnown } from '../../site/unknown.ts'
import { valueWords } from '../../site/vocabulary-words.ts'
import { chart } from '../chart.ts'
import { type ActivityTargetsData, activityTargetsQuery } from '../queries/activities-targets.graphql.ts'
import { promiseTargetsQuery } from '../queries/promises-targets.graphql.ts'
import { targetChartTexts } from '../texts/targets.ts'
import { countOfEach, UNKNOWN_YEAR, yearIn, yearsFrom } from '../years.ts'

type TargetedRow = ActivityTargetsData['activities']['nodes'][number]
type PromisedNumber = NonNullable<TargetedRow['target']>

/** The numbers of one kind in the agreements of one year. */
interface NumbersInYear {
  /** What they count. Null if that is not recorded. */
  readonly what: PromisedNumber['what']
  readonly year: number | null
  /** How many promises and activities have such a number. */
  readonly numbers: MaybeKnown
  /** Their sum per year: known if there are any and each of them is known. */
  readonly perYear: MaybeKnown
}

/** The number of kinds that are drawn; the table has all. */
const DRAWN = 16

const { sv, en } = targetChartTexts

function countedThing(what: PromisedNumber['what'], language: Language): string {
  return what === null ? targetChartTexts[language].notRecorded : valueWords(language, targetWhat, what)
}

/** The sum per year of some targets. */
function sumPerYear(targets: readonly PromisedNumber[]): MaybeKnown {
  const known = targets.map(({ perYear }) => perYear).filter((each) => each !== null)
  if (known.length < targets.length) return { unknown: 'NOT_STATED' }
  return { value: Math.round(known.reduce((sum, each) => sum + each, 0) * 100) / 100 }
}

/** Promised numbers, by what they count and the year. */
export const targets = chart<readonly TargetedRow[], NumbersInYear>({
  slug: 'lovade-antal',
  title: { sv: sv.title, en: en.title },
  how: { sv: sv.how, en: en.how },
  async read(ask) {
    const [promises, activities] = await Promise.all([
      ask(promiseTargetsQuery, {}),
      ask(activityTargetsQuery, {}),
    ])
    return [...promises.promises.nodes, ...activities.activities.nodes]
  },
  rows(commitments) {
    const all = commitments.flatMap(({ target, agreement }) =>
      target === null ? [] : [{ target, year: yearIn(agreement.periodStart) }],
    )
    const years = [
      ...yearsFrom(all.map(({ year }) => year)),
      ...(all.some(({ year }) => year === null) ? [null] : []),
    ]
    const kinds = [...countOfEach(all.map(({ target }) => target.what))].sort(
      ([one, many], [other, more]) => more - many || formats.sv.compare(one ?? '', other ?? ''),
    )
    return kinds.flatMap(([what]) =>
      years.map((year): NumbersInYear => {
        const own = all.filter((each) => each.year === year && each.target.what === what)
        return {
          what,
          year,
          numbers: { value: own.length },
          perYear: own.length === 0 ? { unknown: 'NONE_FOUND' } : sumPerYear(own.map(({ target }) => target)),
        }
      }),
    )
  },
  columns: [
    {
      name: 'target_what',
      label: { sv: 'Vad som räknas', en: 'What is counted' },
      text: ({ what }) => what?.toLowerCase() ?? '',
      show: ({ what }, language) => countedThing(what, language),
    },
    {
      name: 'year',
      label: { sv: 'År', en: 'Year' },
      value: ({ year }) => (year === null ? { unknown: 'NOT_STATED' } : { value: year }),
      show: ({ year }) => String(year),
    },
    {
      name: 'numbers',
      label: { sv: 'Lovade tal', en: 'Promised numbers' },
      value: ({ numbers }) => numbers,
    },
    {
      name: 'per_year',
      label: { sv: 'Summa per år', en: 'Sum per year' },
      value: ({ perYear }) => perYear,
    },
  ],
  figure(rows, { language }) {
    const text = targetChartTexts[language]
    const years = [...new Set(rows.map(({ year }) => year))]
    const kinds = [...new Set(rows.map(({ what }) => what))].slice(0, DRAWN)
    return {
      kind: 'grid',
      heads: [text.counted, text.title],
      columns: years.map((year) => (year === null ? UNKNOWN_YEAR : String(year))),
      rows: kinds.map((what) => ({
        name: countedThing(what, language),
        cells: rows.filter((row) => row.what === what).map(({ numbers }) => numbers),
      })),
    }
  },
  says(rows, { language }) {
    const total = rows.reduce((sum, { numbers }) => sum + ('value' in numbers ? numbers.value : 0), 0)
    const first = rows[0]
    return targetChartTexts[language].says(total, first ? countedThing(first.what, language) : null)
  },
  notes(rows, { language }) {
    const kinds = new Set(rows.map(({ what }) => what)).size
    return [targetChartTexts[language].note(Math.min(DRAWN, kinds), kinds)]
  },
})
