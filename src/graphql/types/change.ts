import { brandWithType } from '@pothos/core'
import { quoted } from '../../common/quoted.ts'
import { type Change, type ChangeFilter, countChanges, readChanges } from '../../database/changes.ts'
import { type NameIndex, nearestTexts } from '../../database/names.ts'
import { latestRevision } from '../../database/revisions.ts'
import { bilingualText } from '../../datasets/dataset.ts'
import { type DatasetName, datasetNames } from '../../datasets/index.ts'
import { changeKind } from '../../datasets/vocabularies/history.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { type CursorPlace, encodeCursor, isKey, type PageArgs, pageOf } from '../cursors.ts'
import { enumOf } from '../enums.ts'
import { clientError } from '../errors.ts'
import { keyOfNamed } from '../filters/condition.ts'
import { refuseUnusable } from '../filters/filter.ts'
import { keyFrom } from '../nodes.ts'
import { edgesOf, pageRows } from '../pages.ts'
import { refOf } from '../refs.ts'
import { nodeDatasets } from '../typed-datasets.ts'

const ChangeType = builder.objectRef<Change>('Change').implement({
  description: bilingualText({
    sv: 'Hur en rad skiljer sig mellan en revision och den föregående.',
    en: 'How one row differs between a revision and the one before it.',
  }),
  fields: (t) => ({
    revision: t.exposeInt('revision', {
      description: bilingualText({
        sv: 'Revisionen som gjorde ändringen.',
        en: 'The revision that made the change.',
      }),
    }),
    date: t.field({
      type: 'Date',
      description: bilingualText({
        sv: 'Dagen för revisionens data: den nyaste dag då något i dem granskades, söktes efter eller drogs tillbaka.',
        en: 'The day of the data of the revision: the newest day on which anything in them was reviewed, searched for or withdrawn.',
      }),
      resolve: ({ date }) => date,
    }),
    dataset: t.exposeString('dataset', {
      description: bilingualText({
        sv: 'Datamängden som raden hör till: ett namn ur `dataset.tables`.',
        en: 'The dataset that the row belongs to: a name from `dataset.tables`.',
      }),
    }),
    rowKey: t.exposeString('rowKey', {
      description: bilingualText({
        sv: 'Radens nyckel. Om nyckeln har flera kolumner skiljs deras värden åt av ett mellanslag.',
        en: 'The key of the row. If the key has several columns, their values are separated by a space.',
      }),
    }),
    kind: t.field({
      type: enumOf(changeKind),
      description: bilingualText({
        sv: 'Om raden lades till, ändrades eller togs bort.',
        en: 'Whether the row was added, changed or removed.',
      }),
      resolve: ({ kind }) => kind,
    }),
    before: t.field({
      type: 'JSON',
      nullable: true,
      description: bilingualText({
        sv: 'Raden före ändringen, med kolumnnamnen i de exporterade filerna. Null om raden lades till eller har dragits tillbaka.',
        en: 'The row before the change, with the column names of the exported files. Null if the row was added or has been withdrawn.',
      }),
      resolve: ({ before }) => before,
    }),
    after: t.field({
      type: 'JSON',
      nullable: true,
      description: bilingualText({
        sv: 'Raden efter ändringen, med kolumnnamnen i de exporterade filerna. Null om raden togs bort eller har dragits tillbaka.',
        en: 'The row after the change, with the column names of the exported files. Null if the row was removed or has been withdrawn.',
      }),
      resolve: ({ after }) => after,
    }),
    node: t.field({
      type: builder.nodeInterfaceRef(),
      nullable: true,
      description: bilingualText({
        sv: 'Raden som den är nu. Null om den sedan har tagits bort, och för rader i datamängder som bara kopplar ihop andra, vilka inte har något id för `node`.',
        en: 'The row as it is now. Null if it has since been removed, and for rows of datasets that only link others, which have no id for `node`.',
      }),
      resolve: async ({ dataset, rowKey }, _args, { loaders }) => {
        const name = nodeDatasets.find((each) => each === dataset)
        const row = name && (await loaders.row<DatasetName>(name, rowKey))
        if (!row) return null
        brandWithType(row, refOf(name))
        return row
      },
    }),
    isWithdrawn: t.exposeBoolean('isWithdrawn', {
      description: bilingualText({
        sv: 'Om raden sedan har dragits tillbaka, se datamängden `tombstones`. Loggen säger då fortfarande att den ändrades, men inte hur.',
        en: 'Whether the row has since been withdrawn, see the dataset `tombstones`. If so, the log still says that it changed, but no longer how.',
      }),
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

const ChangeFilterInput = builder.inputType('ChangeFilter', {
  description: bilingualText({
    sv: 'Villkor för ändringar. En ändring tas med om den uppfyller alla villkor; av en lista räcker det att ett värde stämmer. Null betyder inget villkor. En tom lista är ett fel.',
    en: 'Conditions on Change rows. A row matches if it meets all the conditions; a list matches if any of its values does. Null means no condition. An empty list is an error.',
  }),
  fields: (t) => ({
    dataset: t.stringList({
      description: bilingualText({
        sv: 'Datamängden som raden hör till: ett namn ur `dataset.tables`. Det räcker att ett av värdena stämmer.',
        en: 'The dataset that the row belongs to: a name from `dataset.tables`. Any of these values matches.',
      }),
    }),
    kind: t.field({
      type: [enumOf(changeKind)],
      description: bilingualText({
        sv: 'Om raden lades till, ändrades eller togs bort. Det räcker att ett av värdena stämmer.',
        en: 'Whether the row was added, changed or removed. Any of these values matches.',
      }),
    }),
    municipality: t.idList({
      description: bilingualText({
        sv: 'Raden är kommunen eller ett av dess medborgarlöften, eller hör till någon av dem. Det räcker att ett av värdena stämmer. Ett värde är ett id eller ett namn.',
        en: 'The row is the municipality or one of its agreements, or belongs to one of them. Any of these values matches. A value is a key or a name.',
      }),
    }),
  }),
})

builder.queryField('changes', (t) =>
  t.connection(
    {
      type: ChangeType,
      description: bilingualText({
        sv: 'Ändringsloggen, ordnad efter revision, datamängd och radens nyckel: med dessa ändringar uppdaterar man en kopia som gjordes vid en tidigare revision. En rad som ändrades i flera revisioner står en gång för varje.',
        en: 'The change log, ordered by revision, dataset and key of the row: apply these changes to bring a copy made at an earlier revision up to date. A row that changed in several revisions has one entry for each.',
      }),
      args: {
        since: t.arg.int({
          required: true,
          description: bilingualText({
            sv: 'Revisionen som du har. Svaret innehåller ändringarna efter den: 0 ger alla ändringar, den senaste revisionen ger inga. En revision som inte finns är ett fel: den kommer från en annan databas, och en kopia av den måste göras om.',
            en: 'The revision that you have. Changes after it are returned: 0 returns all changes, and the newest revision none. A revision that does not exist is an error: it comes from another database, and a copy made from that one must be made again.',
          }),
        }),
        filter: t.arg({
          type: ChangeFilterInput,
          description: bilingualText({ sv: 'Vilka rader.', en: 'Which rows.' }),
        }),
      },
      resolve: (_root, { since, filter, ...args }, context) =>
        connectChanges(since, filter ?? {}, args, context),
    },
    Connection,
    Edge,
  ),
)

/** A filter of changes as it was sent. */
interface SentChangeFilter {
  readonly dataset?: readonly string[] | null | undefined
  readonly kind?: readonly Change['kind'][] | null | undefined
  readonly municipality?: readonly string[] | null | undefined
}

async function connectChanges(since: number, sent: SentChangeFilter, args: PageArgs, { db, names }: Context) {
  await refuseUnknown(since, db)
  const filter = await changeFilterOf(sent, names)
  const name = `Query.changes(since: ${since})`
  const page = pageOf(name, isChangePlace, args)
  const found = await readChanges(db, since, filter, { ...page, size: page.size + 1 })
  const cursorOf = ({ revision, dataset, rowKey }: Change) => encodeCursor(name, [revision, dataset, rowKey])
  return {
    ...edgesOf(page, pageRows(page, found), cursorOf),
    count: () => countChanges(db, since, filter),
  }
}

async function changeFilterOf(
  { dataset, kind, municipality }: SentChangeFilter,
  names: NameIndex,
): Promise<ChangeFilter> {
  for (const [field, value] of Object.entries({ dataset, kind, municipality })) {
    refuseUnusable(`ChangeFilter.${field}`, value)
  }
  const unknown = dataset?.find((name) => !(datasetNames as readonly string[]).includes(name))
  if (unknown !== undefined) {
    const nearest = nearestTexts(unknown, datasetNames).join(', ')
    throw clientError(
      'BAD_FILTER',
      `ChangeFilter.dataset: unknown dataset ${quoted(unknown)}; nearest: ${nearest}`,
    )
  }
  const known = municipality && (await names.read())
  const codes = municipality?.map((each) =>
    known
      ? keyOfNamed('municipalities', keyFrom('municipalities', each), known, 'ChangeFilter.municipality')
      : each,
  )
  return { datasets: dataset, kinds: kind, municipalities: codes }
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
