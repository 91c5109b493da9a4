import { type Column, type Dataset, type Language, snakeCase } from '../../datasets/dataset.ts'
import { title } from '../../datasets/publication.ts'
import { published } from '../../datasets/published.ts'
import type { ReleaseHead } from '../manifest.ts'
import { formChanges } from './form-changes.ts'
import { inMarkdown } from './markdown.ts'
import type { Names } from './names.ts'
import type { ComparedRelease } from './releases.ts'
import type { DeltaHead } from './shape.ts'
import type { ChangedColumn, ChangeKind, Summary, ToldChanges, ToldPlace, ToldRow } from './summary.ts'
import { words } from './words.ts'

const INDENT = '  '
const KINDS = ['added', 'changed', 'removed'] as const satisfies readonly ChangeKind[]

/** The summary of the first release, which has nothing to be compared with. */
export function firstReleasePage(
  { release, date }: Pick<ReleaseHead, 'release' | 'date'>,
  language: Language,
): string {
  return pageText([...pageOpening(release, language), words[language].first(date)])
}

/** The summary of a release whose previous release cannot be compared. */
export function notComparedPage(
  { release, date }: Pick<ReleaseHead, 'release' | 'date'>,
  before: string,
  language: Language,
): string {
  return pageText([...pageOpening(release, language), words[language].notCompared(before, date)])
}

/** A summary of a delta for people, in one language, as Markdown. */
export function summaryPage(
  { from, to }: { from: ComparedRelease; to: ComparedRelease },
  head: DeltaHead,
  summary: Summary,
  names: Names,
  language: Language,
): string {
  const text = words[language]
  const titles = new Map([...from.head.datasets, ...to.head.datasets].map((each) => [each.name, each.title]))
  const titleOf = (name: string) => titles.get(name)?.[language] ?? name
  const changed = datasetsInOrder([...summary.datasets.keys()])
  // Rows without a name or links are only counted.
  const others = changed.filter((name) => {
    const told = summary.datasets.get(name)
    return KINDS.every((kind) => told?.[kind].places().count === 0)
  })
  const form = formChanges(head, titleOf, language)
  const all = KINDS.map((kind) =>
    changed.reduce((sum, name) => sum + (summary.datasets.get(name)?.[kind].count ?? 0), 0),
  )
  return pageText([
    ...pageOpening(to.head.release, language),
    text.compared(from.head.release, from.head.date, to.head.date),
    changed.length === 0 ? text.nothing : text.total(text.counts(all)),
    ...(form.length > 0 ? [`## ${text.form}`, bulletList(form)] : []),
    ...changed
      .filter((name) => !others.includes(name))
      .flatMap((name) => {
        const told = summary.datasets.get(name)
        if (!told) return []
        const counts = text.counts(KINDS.map((kind) => told[kind].count))
        return [
          `## ${titleOf(name)} (\`${name}\`)`,
          `${counts}.`,
          ...KINDS.flatMap((kind) => changesOfKind(name, kind, told[kind], names, language)),
        ]
      }),
    ...(others.length > 0
      ? [
          `## ${text.others}`,
          bulletList(
            others.map((name) => {
              const counts = KINDS.map((kind) => summary.datasets.get(name)?.[kind].count ?? 0)
              return `${titleOf(name)} (\`${name}\`): ${text.counts(counts)}`
            }),
          ),
        ]
      : []),
  ])
}

function pageOpening(release: string, language: Language): string[] {
  return [`# ${words[language].heading(release)}`, `${title[language]}.`]
}

function changesOfKind(
  name: string,
  kind: ChangeKind,
  told: ToldChanges,
  names: Names,
  language: Language,
): string[] {
  if (told.count === 0) return []
  const text = words[language]
  const { kept, count } = told.places()
  const lines = kept.flatMap((place) => placeLines(name, kind, place, names, language))
  if (count > kept.length) {
    const shown = kept.reduce((sum, { rows }) => sum + rows.count, 0)
    lines.push(text.furtherPlaces(count - kept.length, told.count - shown))
  }
  return [`${text.kinds[kind]}:`, bulletList(lines)]
}

function placeLines(
  dataset: string,
  kind: ChangeKind,
  { name, rows }: ToldPlace,
  names: Names,
  language: Language,
): string[] {
  const text = words[language]
  const lines = rows.kept.map((row) => rowLine(dataset, kind, row, names, language))
  const rest = rows.count - rows.kept.length
  if (rest > 0) lines.push(rows.kept.length === 0 ? text.unnamed(rest) : text.further(rest))
  return name === null
    ? lines
    : [`${inMarkdown(name)}: ${rows.count}`, ...lines.map((line) => `${INDENT}- ${line}`)]
}

function rowLine(dataset: string, kind: ChangeKind, row: ToldRow, names: Names, language: Language): string {
  const text = words[language]
  const named = nameOfRow(row, names, language)
  if (kind === 'changed')
    return `${named} (${row.columns.map((column) => changeOf(dataset, column, language)).join('; ')})`
  if (kind === 'added') return named
  return `${named} (${text.reason(row.reason === null ? null : inMarkdown(row.reason[language]))})`
}

function nameOfRow({ key, label, links }: ToldRow, names: Names, language: Language): string {
  if (links.length > 0) return links.map((link) => inMarkdown(names.nameOf(link, language))).join(' – ')
  const name = label[language]
  return name === null ? inMarkdown(key) : `${inMarkdown(key)}: ${inMarkdown(name)}`
}

/** The maximum number of characters shown of a value before and after. */
const VALUE_SHOWN = 60

/** The change in a column: "Folkmängd: 27502 → 27503". */
function changeOf(dataset: string, { name, values }: ChangedColumn, language: Language): string {
  const column = Object.entries<Column>(definition(dataset)?.columns ?? {}).find(
    ([each]) => snakeCase(each) === name,
  )?.[1]
  const title = column?.title[language] ?? `\`${name}\``
  if (!values) return title
  const shown = (value: unknown) => inMarkdown(valueInWords(column, value, language), VALUE_SHOWN)
  return `${title}: ${shown(values.before)} → ${shown(values.after)}`
}

function valueInWords(column: Column | undefined, value: unknown, language: Language): string {
  if (value === null || value === undefined || value === '') return words[language].nothingThere
  if (Array.isArray(value))
    return value.length === 0
      ? words[language].nothingThere
      : value.map((each) => valueInWords(column, each, language)).join(', ')
  if (typeof value === 'boolean') return words[language].truth[value ? 0 : 1]
  const vocabulary = column && 'values' in column ? column.values.values : {}
  return vocabulary[String(value)]?.[language].replace(/\.$/, '') ?? String(value)
}

/** Datasets about agreements first: most questions are about those. */
function datasetsInOrder(names: readonly string[]): string[] {
  const isOfAgreement = (name: string) => {
    const { columns, label } = definition(name) ?? {}
    return (
      label !== undefined && (name === 'agreements' || (columns !== undefined && 'agreementId' in columns))
    )
  }
  return [...names.filter(isOfAgreement), ...names.filter((name) => !isOfAgreement(name))]
}

function definition(name: string): Dataset | undefined {
  return published.find((dataset) => dataset.name === name)
}

/** Lines as a list. Indented ones are a list within the item before them. */
function bulletList(lines: readonly string[]): string {
  return lines.map((line) => (line.startsWith(INDENT) ? line : `- ${line}`)).join('\n')
}

function pageText(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`
}
