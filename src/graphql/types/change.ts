import { type Change, countChanges, readChanges } from '../../database/changes.ts'
import { latestRevision } from '../../database/revisions.ts'
import { changeKind } from '../../datasets/vocabularies/history.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { type CursorPlace, encodeCursor, isKey, type PageArgs, pageOf } from '../cursors.ts'
import { enumOf } from '../enums.ts'
import { clientError } from '../errors.ts'
import { edgesOf, pageRows } from '../pages.ts'

const ChangeType = builder.objectRef<Change>('Change').implement({
  description: 'How one row differs between a revision and the one before it.',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'The revision that made the change.' }),
    dataset: t.exposeString('dataset', {
      description: 'The dataset that the row belongs to: a name from `dataset.tables`.',
    }),
    rowKey: t.exposeString('rowKey', {
      description:
        'The key of the row. If the key has several columns, their values are separated by a space.',
    }),
    kind: t.field({
      type: enumOf(changeKind),
      description: 'Whether the row was added, changed or removed.',
      resolve: ({ kind }) => kind,
    }),
    before: t.field({
      type: 'JSON',
      nullable: true,
      description:
        'The row before the change, with the column names of the exported files. Null if the row was added or has been withdrawn.',
      resolve: ({ before }) => before,
    }),
    after: t.field({
      type: 'JSON',
      nullable: true,
      description:
        'The row after the change, with the column names of the exported files. Null if the row was removed or has been withdrawn.',
      resolve: ({ after }) => after,
    }),
    isWithdrawn: t.exposeBoolean('isWithdrawn', {
      description:
        'Whether the row has since been withdrawn, see the dataset `tombstones`. If so, the log still says that it changed, but no longer how.',
    }),
  }),
})

const Edge = builder.edgeObject({
  type: ChangeType,
  name: 'ChangeEdge',
  description: 'A Change row of a page, with its cursor.',
})
const Connection = builder.connectionObject(
  { type: ChangeType, name: 'ChangeConnection', description: 'A page of Change rows.' },
  Edge,
)

builder.queryField('changes', (t) =>
  t.connection(
    {
      type: ChangeType,
      description:
        'The change log, ordered by revision, dataset and key of the row: apply these changes to bring a copy made at an earlier revision up to date. A row that changed in several revisions has one entry for each.',
      args: {
        since: t.arg.int({
          required: true,
          description:
            'The revision that you have. Changes after it are returned: 0 returns all changes, and the newest revision none. A revision that does not exist is an error: it comes from another database, and a copy made from that one must be made again.',
        }),
      },
      resolve: (_root, { since, ...args }, { db }) => connectChanges(since, args, db),
    },
    Connection,
    Edge,
  ),
)

async function connectChanges(since: number, args: PageArgs, db: Context['db']) {
  await refuseUnknown(since, db)
  const name = `Query.changes(since: ${since})`
  const page = pageOf(name, isChangePlace, args)
  const found = await readChanges(db, since, { ...page, size: page.size + 1 })
  const cursorOf = ({ revision, dataset, rowKey }: Change) => encodeCursor(name, [revision, dataset, rowKey])
  return {
    ...edgesOf(page, pageRows(page, found), cursorOf),
    count: () => countChanges(db, since),
  }
}

function isChangePlace(values: readonly unknown[]): values is CursorPlace {
  const [revision, dataset, rowKey] = values
  return values.length === 3 && isRevision(revision) && isKey(dataset) && isKey(rowKey)
}

/** Whether a value can be the number of a revision, in a column of 32 bits. */
function isRevision(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) > 0 && Number(value) < 2 ** 31
}

async function refuseUnknown(since: number, db: Context['db']): Promise<void> {
  const newest = (await latestRevision(db))?.number ?? 0
  if (since >= 0 && since <= newest) return
  throw clientError(
    'BAD_REVISION',
    `Revision ${since} does not exist; send a number from 0 to ${newest}, the newest. If this server gave you ${since}, its database has been recreated: start again from 0`,
  )
}
