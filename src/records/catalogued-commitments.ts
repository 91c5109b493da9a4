import { quoted } from '../common/quoted.ts'
import { activities } from '../datasets/activities.ts'
import { commitmentColumns, GIST_LENGTH, wordingColumns } from '../datasets/commitments.ts'
import type { Column } from '../datasets/dataset.ts'
import { datasets, type Row, type Tables } from '../datasets/index.ts'
import { catalogueTable } from './catalogue-table.ts'
import { isStatedDate, lastDay } from './dates.ts'
import { Origins } from './origins.ts'
import { positions } from './positions.ts'
import { BadRecords } from './problem.ts'
import { parseTable } from './table-file.ts'

const list = (column: { title: Column['title']; description: Column['description'] }) =>
  ({ type: 'list', title: column.title, description: column.description }) as const
const known = <C extends Column & { absent: Column['title'] }>({ absent: _, ...column }: C) => column

const text = { sv: '', en: '' }
const { columns: ofActivities } = activities

/**
 * The columns of `agreements/commitments.csv`. A row is a promise or an activity of a catalogued agreement, as its id
 * tells.
 */
const commitmentFileColumns = {
  id: ofActivities.id,
  agreementId: ofActivities.agreementId,
  /** The promise that an activity serves. */
  promiseId: { type: 'text', title: text, description: text, absent: text },
  gistSv: known(wordingColumns.gistSv),
  gistEn: known(wordingColumns.gistEn),
  topics: list({ title: text, description: text }),
  actors: list({ title: text, description: text }),
  commitment: known(commitmentColumns.commitment),
  targetOperator: commitmentColumns.targetOperator,
  targetValue: commitmentColumns.targetValue,
  targetValueTo: commitmentColumns.targetValueTo,
  targetWhat: commitmentColumns.targetWhat,
  targetPer: commitmentColumns.targetPer,
  place: commitmentColumns.place,
  targetGroup: commitmentColumns.targetGroup,
  /** A year, month or day. */
  deadlineOn: { ...commitmentColumns.deadlineOn, type: 'text' },
  documentId: commitmentColumns.documentId,
  sourceSeen: commitmentColumns.sourceSeen,
  certainty: known(commitmentColumns.certainty),
  noteSv: commitmentColumns.noteSv,
  noteEn: commitmentColumns.noteEn,
} as const

type CommitmentRow = ReturnType<typeof parseTable<typeof commitmentFileColumns>>['rows'][number]

/** Reads the promises and activities of catalogued agreements, and adds those of agreements that are not transcribed. */
export const readCommitments = catalogueTable(commitmentFileColumns, ({ tables, origins, problems }) => {
  const documents = Map.groupBy(tables.agreement_documents, ({ agreementId }) => agreementId)
  const next = positions()
  return (row, origin) => {
    problems.push(...faultsOf(row, documents).map((message) => ({ ...origin, message })))
    const kind = isPromise(row) ? 'promise' : 'activity'
    const position = next(`${kind} ${row.agreementId}`)
    addCommitmentRows(row, position, tables, (made) => origins.at(origin, made))
  }
})

function isPromise({ id, agreementId }: CommitmentRow): boolean {
  return id.startsWith(`${agreementId}-p`)
}

type DocumentsByKey = ReadonlyMap<string, readonly Row<'agreement_documents'>[]>

/** Inconsistencies within a row. The database checks some of them too; here an editor gets the line. */
function faultsOf(row: CommitmentRow, documents: DocumentsByKey): string[] {
  const { id, agreementId, promiseId, documentId, deadlineOn } = row
  const number = id.startsWith(`${agreementId}-`) ? id.slice(agreementId.length + 1) : ''
  const faults: [boolean, string][] = [
    [
      !/^[pa][1-9]\d*$/.test(number),
      `id: ${quoted(id)}; write an id such as ${agreementId}-p1 or ${agreementId}-a1`,
    ],
    [
      promiseId !== null && (isPromise(row) || !promiseId.startsWith(`${agreementId}-p`)),
      `promise_id: ${quoted(promiseId ?? '')}; write a promise of ${agreementId}, and only for an activity`,
    ],
    [
      [row.gistSv, row.gistEn].some((gist) => gist.length > GIST_LENGTH),
      `a gist has at most ${GIST_LENGTH} characters; shorten it`,
    ],
    [row.topics.length === 0, 'topics is empty; write at least one'],
    [
      new Set([row.targetOperator, row.targetValue, row.targetWhat].map((value) => value === null)).size > 1,
      'give target_operator, target_value and target_what, or none of them',
    ],
    [row.targetPer !== null && row.targetValue === null, 'give target_value, or leave target_per empty'],
    [
      (row.targetOperator === 'between') !== (row.targetValueTo !== null),
      'give target_value_to if target_operator is between, and only then',
    ],
    [
      row.targetValueTo !== null && row.targetValueTo <= (row.targetValue ?? 0),
      `target_value_to: ${row.targetValueTo}; write a number above target_value`,
    ],
    [
      deadlineOn !== null && !isStatedDate(deadlineOn),
      `deadline_on: ${quoted(deadlineOn ?? '')}; write 2020, 2020-01 or 2020-01-31`,
    ],
    [
      // A missing agreement is reported by checkLinks.
      documents.get(agreementId)?.every((each) => each.documentId !== documentId) === true,
      `document_id: ${quoted(documentId)} is not a document of ${agreementId}; add it to further_documents.csv`,
    ],
    [(row.noteSv === null) !== (row.noteEn === null), 'give note_sv and note_en, or neither'],
  ]
  return faults.flatMap(([isWrong, message]) => (isWrong ? [message] : []))
}

function addCommitmentRows(
  row: CommitmentRow,
  position: number,
  tables: Tables,
  place: <R extends object>(made: R) => R,
) {
  const { id, agreementId, promiseId, topics, actors, deadlineOn, ...cells } = row
  const deadline = deadlineOn === null || !isStatedDate(deadlineOn) ? null : lastDay(deadlineOn)
  const stated = {
    id,
    agreementId,
    position,
    textUnknownReason: 'not_held',
    ...cells,
    deadlineOn: deadline?.date ?? null,
    deadlinePrecision: deadline?.precision ?? null,
    ...NOT_RECKONED,
  } as const
  const actorRows = actors.map((actorId, index) => ({
    actorId,
    position: index + 1,
    basis: 'lead_in' as const,
    text: null,
  }))
  if (isPromise(row)) {
    tables.promises.push(place(catalogueRow('promises', stated)))
    for (const topicId of topics) tables.promise_topics.push(place({ promiseId: id, topicId }))
    for (const actor of actorRows) tables.promise_actors.push(place({ promiseId: id, ...actor }))
  } else {
    tables.activities.push(place(catalogueRow('activities', stated)))
    if (promiseId !== null)
      tables.activity_promises.push(place({ activityId: id, promiseId, basis: 'stated' }))
    for (const topicId of topics) tables.activity_topics.push(place({ activityId: id, topicId }))
    for (const actor of actorRows) tables.activity_actors.push(place({ activityId: id, ...actor }))
  }
}

/** A row of which some columns are known; those that the file does not have are null. */
function catalogueRow<N extends 'promises' | 'activities'>(name: N, stated: StatedCells<Row<N>>): Row<N> {
  return { ...UNSTATED[name], ...stated } as Row<N> // all that cannot be null are stated
}

const UNSTATED = { promises: nullsOf('promises'), activities: nullsOf('activities') }

/** The columns of a dataset, each null. */
function nullsOf(name: 'promises' | 'activities'): { readonly [column: string]: null } {
  return Object.fromEntries(Object.keys(datasets[name].columns).map((column) => [column, null]))
}

/** The columns of a row, of which those that can be null may be left out. */
type StatedCells<R> = { readonly [C in keyof R as null extends R[C] ? never : C]: R[C] } & Partial<R>

/** The columns of promises and activities that are derived from other rows: see `reckon`. */
export const NOT_RECKONED = {
  targetPerYear: null,
  targetPerYearUnknownReason: null,
  dueOn: null,
  dueBasis: null,
  reportState: 'not_researched',
} as const

/**
 * What the catalogue says about its agreements: each promise and activity in our own words.
 *
 * @throws {BadRecords} when a line of the file has errors.
 */
export function readGists(
  file: string,
  text: string,
): { agreementId: string; kind: 'promises' | 'activities'; gist: string }[] {
  const { rows, problems } = parseTable(file, text, commitmentFileColumns, new Origins())
  if (problems.length > 0) throw new BadRecords(problems)
  return rows.map(({ id, agreementId, gistSv }) => ({
    agreementId,
    kind: /-a\d+$/.test(id) ? 'activities' : 'promises',
    gist: gistSv,
  }))
}
