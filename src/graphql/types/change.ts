import { type Change, countChanges, readChanges } from '../../database/changes.ts'
import { latestRevision } from '../../database/revisions.ts'
import { changeKind } from '../../datasets/vocabularies/history.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { encodeCursor, isKey, type PageArgs, type Place, pageOf } from '../cursors.ts'
import { enumOf } from '../enums.ts'
import { clientError } from '../errors.ts'
import { edgesOf, pageRows } from '../pages.ts'

const ChangeType = builder.objectRef<Change>('Change').implement({
  description: 'How one row differs between a revision and the one before it.',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'The revision that made the change.' }),
    dataset: t.exposeString('dataset', {
      description: 'The dataset that the row stands in: a name from `dataset.tables`.',
    }),
    rowKey: t.exposeString('rowKey', {
      description: 'The key of the row; where it has several columns, joined by a space.',
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
        'The row before, by the column names of the exported files; null if it was added, or is withdrawn.',
      resolve: ({ before }) => before,
    }),
    after: t.field({
      type: 'JSON',
      nullable: true,
      description:
        'The row after, by the column names of the exported files; null if it was removed, or is withdrawn.',
      resolve: ({ after }) => after,
    }),
    isWithdrawn: t.exposeBoolean('isWithdrawn', {
      description:
        'Whether the row has since been withdrawn, see the dataset `tombstones`. Then the log tells that it changed, and no longer how.',
    }),
  }),
})

const Edge = builder.edgeObject({
  type: ChangeType,
  name: 'ChangeEdge',
  description: 'One of the Change rows of a page, with its cursor.',
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
        'The change log, by revision, dataset and key of the row: what to do to a copy made at a revision to bring it up to date. A row that changed in several revisions is there for each.',
      args: {
        since: t.arg.int({
          required: true,
          description:
            'The revision that you have; changes after it are given. 0 gives all, the newest revision none. One that does not exist is refused: it was counted in another database, and a copy made from that has to be made anew.',
        }),
      },
      resolve: (_root, { since, ...args }, { db }) => connect(since, args, db),
    },
    Connection,
    Edge,
  ),
)

async function connect(since: number, args: PageArgs, db: Context['db']) {
  await refuseUnknown(since, db)
  const name = `Query.changes(since: ${since})`
  const page = pageOf(name, isPlace, args)
  const found = await readChanges(db, since, { ...page, size: page.size + 1 })
  const cursorOf = ({ revision, dataset, rowKey }: Change) => encodeCursor(name, [revision, dataset, rowKey])
  return {
    ...edgesOf(page, pageRows(page, found), cursorOf),
    count: () => countChanges(db, since),
  }
}

function isPlace(values: readonly unknown[]): values is Place {
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
    `There is no revision ${since}; send one from 0 to ${newest}, the newest. If you got ${since} here, the data were loaded anew: begin again from 0`,
  )
}
