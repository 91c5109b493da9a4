import { outcomeState } from '../../datasets/vocabularies/outcomes.ts'
import { targetWhat } from '../../datasets/vocabularies/target-what.ts'
import { shortCounty } from '../../site/addresses.ts'
import { capital } from '../../site/capitals.ts'
import { firstToLast } from '../../site/first-to-last.ts'
import { type In, inLanguage, type Language } from '../../site/language.ts'
import type { PageContext } from '../../site/page-kind.ts'
import { topicTree } from '../../site/topic-tree.ts'
import { valueLabel } from '../../site/vocabulary-words.ts'
import { chart, type MadeChart } from '../chart.ts'
import { type ExploreChoicesData, exploreChoicesQuery } from '../queries/explore-choices.graphql.ts'
import { exploreTexts } from '../texts/explore.ts'
import { exploredCounts } from './counts.ts'
import { filterOfGroup, filterOfOthers, filterOfView } from './filters.ts'
import { type ExploredRows, readRows } from './rows.ts'
import { type ChoiceName, type Choices, choiceNames, type ExploredView, viewOf, yearsIn } from './view.ts'

/** A view with everything that is shown for it. */
export interface Explored {
  readonly view: ExploredView
  readonly choices: Choices
  readonly data: ExploreChoicesData
  readonly chart: MadeChart
  readonly found: ExploredRows
}

/** The number of rows on a page, and in a file. */
const ROWS_ON_PAGE = 100
export const ROWS_IN_FILE = 10_000

const REPORTED = ['FOUND', 'NONE_FOUND', 'NOT_RESEARCHED'] as const

interface GroupRow {
  readonly key: string
  readonly name: In<string>
  readonly isWithin: boolean
  readonly count: number
}

/** Reads the view of an address: its counts, and as many rows as the requested form has. */
export async function explore({ ask, search, day, form }: PageContext): Promise<Explored> {
  const data = await ask(exploreChoicesQuery, {})
  const choices = choicesOf(data)
  const view = viewOf(search, choices)
  const most = /csv$/.test(form.name) ? ROWS_IN_FILE : ROWS_ON_PAGE
  const found = await readRows(ask, view.kind, filterOfView(view), most)
  const made = await chartOf(view, { data, choices, total: found.totalCount }).make(ask, day)
  return { view, choices, data, chart: made, found }
}

function choicesOf(data: ExploreChoicesData): Choices {
  return {
    ar: yearsIn(data),
    lan: data.counties.nodes.map(({ code }) => code),
    amne: topicTree(data.topics.nodes, () => 0).map(({ topic }) => topic.key),
    raknar: data.statistics.flatMap(({ targets }) => targets.map(({ what }) => what)),
    redovisat: REPORTED,
    utfall: Object.keys(outcomeState.values).map((value) => value.toUpperCase()),
    ord: null,
  }
}

/** The labels of values that can be chosen. */
export function choiceLabel(
  language: Language,
  name: ChoiceName,
  value: string,
  data: ExploreChoicesData,
): string {
  switch (name) {
    case 'lan': {
      const county = data.counties.nodes.find(({ code }) => code === value)
      return county ? shortCounty(county.nameSv) : value
    }
    case 'amne': {
      const topic = data.topics.nodes.find(({ key }) => key === value)
      return topic ? inLanguage(language, topic, 'label') : value
    }
    case 'raknar':
      return valueLabel(language, targetWhat, value)
    case 'redovisat':
      return exploreTexts[language].reported[value] ?? value
    case 'utfall':
      return valueLabel(language, outcomeState, value)
    default:
      return value
  }
}

/** The choices in words: "län: Jönköping". */
function selectionOf(language: Language, { chosen }: ExploredView, data: ExploreChoicesData): string[] {
  const text = exploreTexts[language]
  return choiceNames.flatMap((name) => {
    const value = chosen[name]
    if (value === undefined) return []
    const label = choiceLabel(language, name, value, data)
    return [`${text.choices[name].toLocaleLowerCase(language)}: ${name === 'ord' ? `”${label}”` : label}`]
  })
}

/** The chart of a view: a bar for each group. */
function chartOf(
  view: ExploredView,
  { data, choices, total }: { data: ExploreChoicesData; choices: Choices; total: number },
) {
  const { kind, by } = view
  const inBoth = (of: (language: Language) => string): In<string> => ({ sv: of('sv'), en: of('en') })
  const named = (language: Language) =>
    exploreTexts[language].titleOf(exploreTexts[language].kinds[kind], exploreTexts[language].groupings[by])
  const withinTopic = new Set(data.topics.nodes.flatMap(({ key, broader }) => (broader ? [key] : [])))
  return chart<readonly GroupRow[], GroupRow>({
    slug: 'utforska',
    title: inBoth(named),
    how: inBoth((language) => exploreTexts[language].how(kind, by, selectionOf(language, view, data))),
    async read(ask) {
      const keys = choices[by] ?? []
      const others = filterOfOthers(view, keys)
      const filters = [...keys.map((key) => filterOfGroup(view, key)), ...(others ? [others] : [])]
      const counts = await exploredCounts(ask, kind, filters)
      const groups = keys.map((key, index) => ({
        key,
        name: inBoth((language) => choiceLabel(language, by, key, data)),
        isWithin: by === 'amne' && withinTopic.has(key),
        count: counts[index] ?? 0,
      }))
      const rest = counts[keys.length] ?? 0
      const unknown = { key: '', name: inBoth((l) => exploreTexts[l].others[by] ?? ''), isWithin: false }
      const shown = by === 'ar' ? firstToLast(groups, ({ count }) => count) : groups
      return [...shown, ...(rest > 0 ? [{ ...unknown, count: rest }] : [])]
    },
    rows: (groups) => groups,
    columns: [
      { name: 'group', text: ({ key }) => key.toLowerCase() },
      {
        name: 'label',
        label: inBoth((language) => exploreTexts[language].groupings[by]),
        text: ({ name }) => name.sv,
        show: ({ name }, language) => name[language],
      },
      {
        name: 'count',
        label: inBoth((language) => exploreTexts[language].count),
        value: ({ count }) => ({ value: count }),
      },
    ],
    figure: (rows, { language }) => ({
      kind: 'bars',
      heads: [capital(exploreTexts[language].groupings[by]), exploreTexts[language].count],
      keys: [],
      rows: rows.map(({ key, name, isWithin, count }) => ({
        name: name[language],
        isWithin,
        parts: [
          {
            fill: key === '' ? 'dot' : isWithin ? 'c2' : 'c3',
            label: exploreTexts[language].kinds[kind],
            value: { value: count },
          },
        ],
      })),
    }),
    says: (_rows, { language }) =>
      exploreTexts[language].says(kind, total, selectionOf(language, view, data)),
    notes: (_rows, { language }) => [exploreTexts[language].notes[by], exploreTexts[language].least],
  })
}
