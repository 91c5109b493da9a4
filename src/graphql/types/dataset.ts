import type { FieldRef } from '@pothos/core'
import { lastChecks } from '../../database/checks.ts'
import { type Counts, readCounts } from '../../database/counts.ts'
import { latestRevision, type Revision } from '../../database/revisions.ts'
import {
  bilingualText,
  camelCase,
  type Dataset,
  type Text,
  type Vocabulary,
  valuesOf,
} from '../../datasets/dataset.ts'
import { datasetNames, datasets } from '../../datasets/index.ts'
import { description, licence, title, totalsNote } from '../../datasets/publication.ts'
import { extent } from '../../datasets/vocabularies/agreements.ts'
import { researchState } from '../../datasets/vocabularies/places.ts'
import { builder, type PothosTypes } from '../builder.ts'
import { LastCheck, LastRelease } from './releases.ts'

// The data set as a whole: its description, the current revision, and how much it contains.

export const TextType = builder.objectRef<Text>('Text').implement({
  description: bilingualText({ sv: 'En text på båda språken.', en: 'A text in both languages.' }),
  fields: (t) => ({
    sv: t.exposeString('sv', { description: bilingualText({ sv: 'På svenska.', en: 'In Swedish.' }) }),
    en: t.exposeString('en', { description: bilingualText({ sv: 'På engelska.', en: 'In English.' }) }),
  }),
})

const Licence = builder.objectRef<typeof licence>('Licence').implement({
  description: bilingualText({ sv: 'Villkoren för att använda data.', en: 'The terms of use of the data.' }),
  fields: (t) => ({
    id: t.exposeString('id', {
      description: bilingualText({ sv: 'Licensens beteckning enligt SPDX.', en: 'The SPDX identifier.' }),
    }),
    name: t.exposeString('name', { description: bilingualText({ sv: 'Namnet.', en: 'The name.' }) }),
    url: t.exposeString('url', {
      description: bilingualText({ sv: 'Adressen till villkoren.', en: 'The address of the terms.' }),
    }),
  }),
})

/** A type with a number for each value of a vocabulary. */
function countsBy<V extends Vocabulary>(name: string, about: Text, vocabulary: V) {
  return builder.objectRef<{ readonly [value: string]: number }>(name).implement({
    description: bilingualText(about),
    fields: (t) =>
      Object.fromEntries(
        valuesOf(vocabulary).map((value): [string, FieldRef<PothosTypes, unknown>] => [
          camelCase(value),
          t.int({
            description: bilingualText(vocabulary.values[value] ?? title),
            resolve: (counts) => counts[value] ?? 0,
          }),
        ]),
      ),
  })
}

export const AgreementCounts = countsBy(
  'AgreementCounts',
  { sv: 'Antalet medborgarlöften, efter omfattning.', en: 'The number of agreements, by extent.' },
  extent,
)
const MunicipalityCounts = countsBy(
  'MunicipalityCounts',
  {
    sv: 'Antalet kommuner, efter vad vi vet om deras medborgarlöften.',
    en: 'The number of municipalities, by what we know about their agreements.',
  },
  researchState,
)

const CountsType = builder.objectRef<Counts>('Counts').implement({
  description: bilingualText(totalsNote),
  fields: (t) => ({
    agreements: t.field({
      type: AgreementCounts,
      description: bilingualText({
        sv: 'Antalet medborgarlöften, efter omfattning.',
        en: 'The number of agreements, by extent.',
      }),
      resolve: ({ agreements }) => agreements,
    }),
    drafts: t.exposeInt('drafts', {
      description: bilingualText({
        sv: 'Antalet transkriberade medborgarlöften som inte har granskats.',
        en: 'The number of transcribed agreements that have not been reviewed.',
      }),
    }),
    municipalities: t.field({
      type: MunicipalityCounts,
      description: bilingualText({
        sv: 'Antalet kommuner, efter vad vi vet om deras medborgarlöften.',
        en: 'The number of municipalities, by what we know about their agreements.',
      }),
      resolve: ({ municipalities }) => municipalities,
    }),
    promises: t.int({
      description: bilingualText({
        sv: 'Löften i transkriberade och katalogiserade medborgarlöften; `statistics` med ett filter räknar dem av en omfattning.',
        en: 'Promises of transcribed and catalogued agreements; `statistics` with a filter counts those of one extent.',
      }),
      resolve: ({ rows }) => rows.promises,
    }),
    activities: t.int({
      description: bilingualText({
        sv: 'Aktiviteter i transkriberade och katalogiserade medborgarlöften; `statistics` med ett filter räknar dem av en omfattning.',
        en: 'Activities of transcribed and catalogued agreements; `statistics` with a filter counts those of one extent.',
      }),
      resolve: ({ rows }) => rows.activities,
    }),
    atLeast: t.exposeBoolean('atLeast', {
      description: bilingualText({
        sv: 'Om det kan finnas fler löften och aktiviteter än de som räknas: av något medborgarlöfte lästes bara början, eller så listas inte dess löften. Skriv då ”minst”.',
        en: 'Whether there may be more promises and activities than are counted: of some agreement only the beginning was seen, or its promises are not listed. Then say "at least".',
      }),
    }),
    signatories: t.int({
      description: bilingualText({
        sv: 'Antalet personer som har undertecknat eller presenterat transkriberade medborgarlöften.',
        en: 'The number of people who signed or presented transcribed agreements.',
      }),
      resolve: ({ rows }) => rows.signatories,
    }),
  }),
})

const Table = builder.objectRef<Dataset & { rows: number }>('Table').implement({
  description: bilingualText({
    sv: 'En datamängd, som den exporteras.',
    en: 'A dataset, as it is exported.',
  }),
  fields: (t) => ({
    name: t.exposeString('name', {
      description: bilingualText({
        sv: 'Namnet på datamängden och dess filer.',
        en: 'The name of the dataset and of its files.',
      }),
    }),
    title: t.field({
      type: TextType,
      description: bilingualText({ sv: 'Datamängdens rubrik.', en: 'The title of the dataset.' }),
      resolve: (table) => table.title,
    }),
    description: t.field({
      type: TextType,
      description: bilingualText({ sv: 'Vad datamängden innehåller.', en: 'What the dataset contains.' }),
      resolve: (table) => table.description,
    }),
    rows: t.exposeInt('rows', {
      description: bilingualText({ sv: 'Antalet rader.', en: 'The number of rows.' }),
    }),
  }),
})

const DatasetType = builder.objectRef<Revision>('Dataset').implement({
  description: bilingualText(description),
  fields: (t) => ({
    title: t.field({
      type: TextType,
      description: bilingualText({ sv: 'Datamängdens namn.', en: 'The name of the data set.' }),
      resolve: () => title,
    }),
    description: t.field({
      type: TextType,
      description: bilingualText({
        sv: 'En beskrivning av datamängden.',
        en: 'A description of the data set.',
      }),
      resolve: () => description,
    }),
    revision: t.exposeInt('number', {
      description: bilingualText({
        sv: 'Numret på den revision som visas: 1, 2, 3 … i denna databas.',
        en: 'The number of the revision that is served: 1, 2, 3 … in this database.',
      }),
    }),
    contentSha256: t.exposeString('contentSha256', {
      description: bilingualText({
        sv: 'SHA-256 för alla rader. Den är densamma i varje databas med samma data.',
        en: 'SHA-256 of all rows. It is the same in every database with the same data.',
      }),
    }),
    date: t.field({
      type: 'Date',
      description: bilingualText({
        sv: 'Dagen för den senaste ändringen av data.',
        en: 'The day of the latest change to the data.',
      }),
      resolve: ({ date }) => date,
    }),
    loadedAt: t.string({
      description: bilingualText({
        sv: 'När revisionen lästes in i denna databas, enligt ISO 8601.',
        en: 'When this revision was loaded into this database, in the format of ISO 8601.',
      }),
      resolve: ({ loadedAt }) => new Date(loadedAt).toISOString(),
    }),
    lastRelease: t.field({
      type: LastRelease,
      nullable: true,
      description: bilingualText({
        sv: 'Den senaste utgåvan. Null om denna databas inte känner till någon utgåva.',
        en: 'The latest release. Null if this database has no record of a release.',
      }),
      resolve: async (_revision, _args, { db }) => {
        const { good, published } = await lastChecks(db)
        return good?.release ? { name: good.release, publishedAt: published?.endedAt ?? null } : null
      },
    }),
    lastCheck: t.field({
      type: LastCheck,
      nullable: true,
      description: bilingualText({
        sv: 'Den senaste kontrollen av om data har ändrats sedan utgåvan; den görs varje natt. Null om denna databas inte känner till någon kontroll.',
        en: 'The latest check, which is made every night, of whether the data have changed since their release. Null if this database has no record of a check.',
      }),
      resolve: async (_revision, _args, { db }) => (await lastChecks(db)).last,
    }),
    licence: t.field({
      type: Licence,
      description: bilingualText({ sv: 'Licensen för data.', en: 'The licence of the data.' }),
      resolve: () => licence,
    }),
    note: t.field({
      type: TextType,
      description: bilingualText({ sv: 'Hur summor ska tolkas.', en: 'How to interpret totals.' }),
      resolve: () => totalsNote,
    }),
    counts: t.field({
      type: CountsType,
      description: bilingualText({
        sv: 'Hur mycket datamängden innehåller.',
        en: 'How much the data set contains.',
      }),
      resolve: (_revision, _args, { db }) => readCounts(db),
    }),
    tables: t.field({
      type: [Table],
      description: bilingualText({
        sv: 'Datamängderna, som de exporteras.',
        en: 'The datasets, as they are exported.',
      }),
      resolve: async (_revision, _args, { db }) => {
        const { rows } = await readCounts(db)
        return datasetNames.map((name) => ({ ...datasets[name], rows: rows[name] }))
      },
    }),
  }),
})

builder.queryField('dataset', (t) =>
  t.field({
    type: DatasetType,
    nullable: true,
    description: bilingualText({
      sv: 'Datamängden i sin helhet: revision, datum, antal och licens. Null innan något har lästs in.',
      en: 'The data set as a whole: revision, date, counts and licence. Null before anything is loaded.',
    }),
    resolve: (_root, _args, { db }) => latestRevision(db),
  }),
)
