import { datasets } from '../datasets/index.ts'
import { builder } from './builder.ts'
import type { ListSource } from './lists.ts'
import type { TypedDataset } from './typed-datasets.ts'

/** A way to sort the rows of a dataset, ascending or descending: the key of the row tells equals apart. */
interface Sort {
  readonly columns: readonly string[]
  /** What rows are sorted by, as in "Ascending, by population". */
  readonly by: string
  /** The first column is a name, sorted by Swedish rules. */
  readonly alphabetical?: true
}

const KEY: Sort = { columns: ['id'], by: 'key' }
const CODE: Sort = { columns: ['code'], by: 'code' }
const AGREEMENT: Sort = { columns: ['agreementId', 'position'], by: 'agreement and position in it' }

const COMMITMENT: { readonly [name: string]: Sort } = {
  AGREEMENT,
  TARGET_VALUE: { columns: ['targetValue'], by: 'the number of the target, whatever its unit' },
  DEADLINE: { columns: ['deadlineOn'], by: 'deadline' },
}

function alphabetical(column: string, by: string): Sort {
  return {
    columns: [column],
    by: `${by}, in Swedish alphabetical order: å, ä and ö last, é as e, ignoring case`,
    alphabetical: true,
  }
}

const NAME = alphabetical('name', 'name')

/** How the connections to each type can be sorted. A name gives two values: NAME_ASC and NAME_DESC. */
export const sorts: { readonly [N in TypedDataset]?: { readonly [name: string]: Sort } } = {
  counties: { CODE, NAME: alphabetical('nameSv', 'Swedish name') },
  municipalities: { CODE, NAME, POPULATION: { columns: ['population'], by: 'population' } },
  police_regions: { KEY, NAME },
  police_districts: { KEY, NAME },
  police_areas: { KEY, NAME },
  topics: { KEY, LABEL: alphabetical('labelSv', 'Swedish label') },
  actors: { KEY, LABEL: alphabetical('labelSv', 'Swedish label') },
  documents: { KEY, RETRIEVED_ON: { columns: ['retrievedOn'], by: 'the day on which it was retrieved' } },
  agreements: {
    KEY,
    PERIOD_START: { columns: ['periodStart'], by: 'first day' },
    PERIOD_END: { columns: ['periodEnd'], by: 'last day' },
    SIGNED_ON: { columns: ['signedOn'], by: 'day of signing' },
    TITLE: alphabetical('title', 'title'),
  },
  promises: COMMITMENT,
  activities: COMMITMENT,
  signatories: { KEY, NAME },
  signatures: { AGREEMENT, SIGNED_ON: { columns: ['signedOn'], by: 'day of signing' } },
  findings: { AGREEMENT },
  follow_ups: { AGREEMENT, DUE_ON: { columns: ['dueOn'], by: 'the day on which it is due' } },
  issues: { AGREEMENT },
  reports: { KEY, PUBLISHED_ON: { columns: ['publishedOn'], by: 'the day of publication' } },
  outcomes: { AGREEMENT: { columns: ['agreementId'], by: 'agreement' } },
}

/** The enums of the sorts of datasets' rows, such as MunicipalitySort. A dataset with but one order has none. */
export const sortEnums: ReadonlyMap<TypedDataset, ReturnType<typeof sortEnum>> = new Map(
  Object.entries(sorts).map(([dataset, own]) => [
    dataset as TypedDataset,
    sortEnum(dataset as TypedDataset, own),
  ]),
)

function sortEnum(dataset: TypedDataset, own: { readonly [name: string]: Sort }) {
  const { type } = datasets[dataset]
  const values = Object.entries(own).flatMap(([name, { columns, by }]) => {
    const last = columns.some((column) => isOptionalColumn(dataset, column))
      ? ' Rows without a value come last.'
      : ''
    return [
      [`${name}_ASC`, { value: `${name}_ASC`, description: `Ascending, by ${by}.${last}` }],
      [`${name}_DESC`, { value: `${name}_DESC`, description: `Descending, by ${by}.${last}` }],
    ]
  })
  return builder.enumType(`${type}Sort`, {
    description: `How to sort ${type} rows. Rows with equal values are sorted by key.`,
    values: Object.fromEntries(values) as { [name: string]: { value: string; description: string } },
  })
}

/** A list in another order. Its cursors are its own. */
export function sorted<S extends ListSource<TypedDataset>>(source: S, value: string): S {
  const [, name = '', way] = /^(.+)_(ASC|DESC)$/.exec(value) ?? []
  const sort = sorts[source.dataset]?.[name]
  if (!sort) throw new Error(`No sort "${value}" of ${source.dataset}`)
  const key = datasets[source.dataset].key.filter((column) => !sort.columns.includes(column))
  return {
    ...source,
    name: `${source.name}(sort: ${value})`,
    order: [...sort.columns, ...key],
    descending: way === 'DESC',
    alphabetical: sort.alphabetical ?? false,
  }
}

function isOptionalColumn(dataset: TypedDataset, column: string): boolean {
  const columns: { readonly [name: string]: object } = datasets[dataset].columns
  return 'absent' in (columns[column] ?? {})
}
