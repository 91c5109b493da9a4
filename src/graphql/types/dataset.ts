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

// The data set as a whole: what it is, which revision is served, and how much it holds.

export const TextType = builder.objectRef<Text>('Text').implement({
  description: 'A text in both languages.',
  fields: (t) => ({
    sv: t.exposeString('sv', { description: 'In Swedish.' }),
    en: t.exposeString('en', { description: 'In English.' }),
  }),
})

const Licence = builder.objectRef<typeof licence>('Licence').implement({
  description: 'The terms of use of the data.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'The SPDX identifier.' }),
    name: t.exposeString('name', { description: 'The name.' }),
    url: t.exposeString('url', { description: 'The address of the terms.' }),
  }),
})

/** A type with a number for each value of a vocabulary. */
function countsBy<V extends Vocabulary>(name: string, about: string, vocabulary: V) {
  return builder.objectRef<{ readonly [value: string]: number }>(name).implement({
    description: about,
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

export const AgreementCounts = countsBy('AgreementCounts', 'The number of agreements, by extent.', extent)
const MunicipalityCounts = countsBy(
  'MunicipalityCounts',
  'The number of municipalities, by what we know about their agreements.',
  researchState,
)

const CountsType = builder.objectRef<Counts>('Counts').implement({
  description: bilingualText(totalsNote),
  fields: (t) => ({
    agreements: t.field({
      type: AgreementCounts,
      description: 'The number of agreements, by extent.',
      resolve: ({ agreements }) => agreements,
    }),
    drafts: t.exposeInt('drafts', {
      description: 'The number of transcribed agreements that have not been reviewed.',
    }),
    municipalities: t.field({
      type: MunicipalityCounts,
      description: 'The number of municipalities, by what we know about their agreements.',
      resolve: ({ municipalities }) => municipalities,
    }),
    promises: t.int({
      description:
        'Promises of transcribed and catalogued agreements; `statistics` with a filter counts those of one extent.',
      resolve: ({ rows }) => rows.promises,
    }),
    activities: t.int({
      description:
        'Activities of transcribed and catalogued agreements; `statistics` with a filter counts those of one extent.',
      resolve: ({ rows }) => rows.activities,
    }),
    signatories: t.int({
      description: 'The number of people who signed or presented transcribed agreements.',
      resolve: ({ rows }) => rows.signatories,
    }),
  }),
})

const Table = builder.objectRef<Dataset & { rows: number }>('Table').implement({
  description: 'A dataset, as it is exported.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name of the dataset and of its files.' }),
    title: t.field({
      type: TextType,
      description: 'The title of the dataset.',
      resolve: (table) => table.title,
    }),
    description: t.field({
      type: TextType,
      description: 'What the dataset contains.',
      resolve: (table) => table.description,
    }),
    rows: t.exposeInt('rows', { description: 'The number of rows.' }),
  }),
})

const DatasetType = builder.objectRef<Revision>('Dataset').implement({
  description: bilingualText(description),
  fields: (t) => ({
    title: t.field({ type: TextType, description: 'The name of the data set.', resolve: () => title }),
    description: t.field({
      type: TextType,
      description: 'A description of the data set.',
      resolve: () => description,
    }),
    revision: t.exposeInt('number', {
      description: 'The number of the revision that is served: 1, 2, 3 … in this database.',
    }),
    contentSha256: t.exposeString('contentSha256', {
      description: 'SHA-256 of all rows. It is the same in every database with the same data.',
    }),
    date: t.field({
      type: 'Date',
      description: 'The day of the newest change to the data.',
      resolve: ({ date }) => date,
    }),
    loadedAt: t.string({
      description: 'When this revision was loaded into this database, according to ISO 8601.',
      resolve: ({ loadedAt }) => new Date(loadedAt).toISOString(),
    }),
    lastRelease: t.field({
      type: LastRelease,
      nullable: true,
      description: 'The latest release. Null if this database has no record of a release.',
      resolve: async (_revision, _args, { db }) => {
        const { good, published } = await lastChecks(db)
        return good?.release ? { name: good.release, publishedAt: published?.endedAt ?? null } : null
      },
    }),
    lastCheck: t.field({
      type: LastCheck,
      nullable: true,
      description:
        'The latest check of whether the data have changed since their release, which is made every night. Null if this database has no record of a check.',
      resolve: async (_revision, _args, { db }) => (await lastChecks(db)).last,
    }),
    licence: t.field({ type: Licence, description: 'The licence of the data.', resolve: () => licence }),
    note: t.field({ type: TextType, description: 'How to interpret totals.', resolve: () => totalsNote }),
    counts: t.field({
      type: CountsType,
      description: 'How much the data set contains.',
      resolve: (_revision, _args, { db }) => readCounts(db),
    }),
    tables: t.field({
      type: [Table],
      description: 'The datasets, as they are exported.',
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
    description:
      'The data set as a whole: revision, date, counts and licence. Null before anything is loaded.',
    resolve: (_root, _args, { db }) => latestRevision(db),
  }),
)
