import { quoted } from '../common/quoted.ts'
import type { Column } from '../datasets/dataset.ts'
import type { Tables } from '../datasets/index.ts'
import { outcomes } from '../datasets/outcomes.ts'
import { reports } from '../datasets/reports.ts'
import { firstDay, isStatedDate, lastDay } from './dates.ts'
import type { Origins } from './origins.ts'
import type { Problem } from './problem.ts'
import { parseTable } from './table-file.ts'

const text = { sv: '', en: '' }
// A year, month or day as the report states it.
const stated = { type: 'text', title: text, description: text, absent: text } as const satisfies Column

const { publishedOnPrecision: _1, ...reportColumns } = reports.columns
const { promiseId: _2, activityId: _3, ...outcomeColumns } = outcomes.columns

/** The columns of `reports/reports.csv`. */
const reportFileColumns = {
  ...reportColumns,
  publishedOn: stated,
  coversFrom: stated,
  coversTo: stated,
  /** The agreements that it follows up. */
  agreements: { type: 'list', title: text, description: text },
} as const

/** The columns of `reports/outcomes.csv`. */
const outcomeFileColumns = {
  ...outcomeColumns,
  /** The promise or the activity; empty if the outcome is about the agreement. */
  commitmentId: { type: 'text', title: text, description: text, absent: text },
  coversFrom: stated,
  coversTo: stated,
} as const

/** Reads the public follow-ups, and adds their rows to the tables. */
export function readReports(file: string, text: string, tables: Tables, origins: Origins): Problem[] {
  const { rows, problems } = parseTable(file, text, reportFileColumns, origins)
  for (const row of rows) {
    const origin = origins.of(row)
    const wrong = (message: string) => problems.push({ ...origin, message })
    const { agreements, publishedOn, coversFrom, coversTo, ...cells } = row
    checkStated({ published_on: publishedOn, covers_from: coversFrom, covers_to: coversTo }, wrong)
    if (!/^\d{4}-rep[1-9]\d*$/.test(row.id)) wrong(`id: ${quoted(row.id)}; write an id such as 2580-rep1`)
    const published = boundStated(publishedOn, firstDay)
    tables.reports.push(
      origins.at(origin, {
        ...cells,
        publishedOn: published?.date ?? null,
        publishedOnPrecision: published?.precision ?? null,
        coversFrom: boundStated(coversFrom, firstDay)?.date ?? null,
        coversTo: boundStated(coversTo, lastDay)?.date ?? null,
      }),
    )
    for (const agreementId of agreements) {
      tables.report_agreements.push(origins.at(origin, { reportId: row.id, agreementId }))
    }
  }
  return problems
}

/** Reads the outcomes of promises and activities in follow-ups, and adds them to the tables. */
export function readOutcomes(file: string, text: string, tables: Tables, origins: Origins): Problem[] {
  const { rows, problems } = parseTable(file, text, outcomeFileColumns, origins)
  for (const row of rows) {
    const origin = origins.of(row)
    const wrong = (message: string) => problems.push({ ...origin, message })
    const { commitmentId, coversFrom, coversTo, ...cells } = row
    checkStated({ covers_from: coversFrom, covers_to: coversTo }, wrong)
    const of = commitmentId ?? row.agreementId
    if (!row.id.startsWith(`${of}-o`)) wrong(`id: ${quoted(row.id)}; write an id such as ${of}-o1`)
    const letter = commitmentId?.match(/-([pa])\d+$/)?.[1]
    if (commitmentId !== null && (!letter || !commitmentId.startsWith(`${row.agreementId}-`)))
      wrong(
        `commitment_id: ${quoted(commitmentId)}; write the id of a promise or activity of ${row.agreementId}`,
      )
    if (row.value === null && (row.unit ?? row.per) !== null) wrong('give value, or leave unit and per empty')
    tables.outcomes.push(
      origins.at(origin, {
        ...cells,
        promiseId: letter === 'p' ? commitmentId : null,
        activityId: letter === 'a' ? commitmentId : null,
        coversFrom: boundStated(coversFrom, firstDay)?.date ?? null,
        coversTo: boundStated(coversTo, lastDay)?.date ?? null,
      }),
    )
  }
  return problems
}

function checkStated(
  cells: { readonly [column: string]: string | null },
  wrong: (message: string) => void,
): void {
  for (const [column, value] of Object.entries(cells)) {
    if (value !== null && !isStatedDate(value))
      wrong(`${column}: ${quoted(value)}; write 2020, 2020-01 or 2020-01-31`)
  }
}

function boundStated(value: string | null, of: typeof firstDay): ReturnType<typeof firstDay> | null {
  return value !== null && isStatedDate(value) ? of(value) : null
}
