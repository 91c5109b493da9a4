import { lastRevisions } from '../database/changes.ts'
import { bilingualText } from '../datasets/dataset.ts'
import { type DatasetName, datasets } from '../datasets/index.ts'
import type { FieldBuilder } from './columns.ts'
import { type Lookup, readAs } from './field-reading.ts'

export const REVISION_DESCRIPTION = bilingualText({
  sv: 'Revisionen som senast ändrade raden själv, enligt `changes`. Ändringar av andra rader som hör till den räknas inte.',
  en: 'The revision that last changed this row itself, according to `changes`. Changes of other rows that belong to it do not count.',
})

/** The field with the revision that last changed a row of a dataset with one key. */
export function revisionField(t: FieldBuilder<object>, dataset: DatasetName) {
  const lookup: Lookup = {
    name: `revision of ${dataset}`,
    select: (db, keys) => lastRevisions(db, dataset, keys),
  }
  const [column] = datasets[dataset].key
  return t.int({
    description: REVISION_DESCRIPTION,
    ...readAs({ kind: 'lookup', lookup, column }),
    // Every row has come by a revision, and its key is a text.
    resolve: (row, _args, { loaders }) =>
      loaders.lookup(lookup, String({ ...row }[column as never])) as Promise<number>,
  })
}
