import { bilingualText, joinTexts, type Text } from '../datasets/dataset.ts'
import { datasets } from '../datasets/index.ts'
import { builder } from './builder.ts'
import type { ListSource } from './lists.ts'
import type { TypedDataset } from './typed-datasets.ts'

/** A way to sort the rows of a dataset, ascending or descending: the key of the row tells equals apart. */
interface Sort {
  readonly columns: readonly string[]
  /** What rows are sorted by, as in "Ascending, by population". */
  readonly by: Text
  /** The first column is a name, sorted by Swedish rules. */
  readonly alphabetical?: true
}

const KEY: Sort = { columns: ['id'], by: { sv: 'id', en: 'key' } }
const CODE: Sort = { columns: ['code'], by: { sv: 'kod', en: 'code' } }
const AGREEMENT: Sort = {
  columns: ['agreementId', 'position'],
  by: { sv: 'medborgarlöfte och plats i det', en: 'agreement and position in it' },
}

const COMMITMENT: { readonly [name: string]: Sort } = {
  AGREEMENT,
  TARGET_VALUE: {
    columns: ['targetValue'],
    by: { sv: 'målets tal, oavsett enhet', en: 'the number of the target, whatever its unit' },
  },
  DEADLINE: { columns: ['deadlineOn'], by: { sv: 'sista dag', en: 'deadline' } },
}

function alphabetical(column: string, by: Text): Sort {
  return {
    columns: [column],
    by: {
      sv: `${by.sv}, i svensk bokstavsordning: å, ä och ö sist, é som e, oavsett stora och små bokstäver`,
      en: `${by.en}, in Swedish alphabetical order: å, ä and ö last, é as e, ignoring case`,
    },
    alphabetical: true,
  }
}

const NAME = alphabetical('name', { sv: 'namn', en: 'name' })

const VALUES_FIRST = { sv: 'Rader utan värde kommer sist.', en: 'Rows without a value come last.' }

/** How the connections to each type can be sorted. A name gives two values: NAME_ASC and NAME_DESC. */
export const sorts: { readonly [N in TypedDataset]?: { readonly [name: string]: Sort } } = {
  counties: { CODE, NAME: alphabetical('nameSv', { sv: 'svenskt namn', en: 'Swedish name' }) },
  municipalities: {
    CODE,
    NAME,
    POPULATION: { columns: ['population'], by: { sv: 'folkmängd', en: 'population' } },
  },
  police_regions: { KEY, NAME },
  police_districts: { KEY, NAME },
  police_areas: { KEY, NAME },
  topics: { KEY, LABEL: alphabetical('labelSv', { sv: 'svensk benämning', en: 'Swedish label' }) },
  actors: { KEY, LABEL: alphabetical('labelSv', { sv: 'svensk benämning', en: 'Swedish label' }) },
  documents: {
    KEY,
    RETRIEVED_ON: {
      columns: ['retrievedOn'],
      by: { sv: 'dagen då källan hämtades', en: 'the day on which it was retrieved' },
    },
  },
  agreements: {
    KEY,
    PERIOD_START: { columns: ['periodStart'], by: { sv: 'första dag', en: 'first day' } },
    PERIOD_END: { columns: ['periodEnd'], by: { sv: 'sista dag', en: 'last day' } },
    SIGNED_ON: { columns: ['signedOn'], by: { sv: 'dagen för undertecknandet', en: 'day of signing' } },
    TITLE: alphabetical('title', { sv: 'rubrik', en: 'title' }),
  },
  promises: COMMITMENT,
  activities: COMMITMENT,
  signatories: { KEY, NAME },
  signatures: {
    AGREEMENT,
    SIGNED_ON: { columns: ['signedOn'], by: { sv: 'dagen för undertecknandet', en: 'day of signing' } },
  },
  findings: { AGREEMENT },
  follow_ups: {
    AGREEMENT,
    DUE_ON: { columns: ['dueOn'], by: { sv: 'dagen då det ska ske', en: 'the day on which it is due' } },
  },
  issues: { AGREEMENT },
  reports: {
    KEY,
    PUBLISHED_ON: {
      columns: ['publishedOn'],
      by: { sv: 'dagen för publiceringen', en: 'the day of publication' },
    },
  },
  outcomes: { AGREEMENT: { columns: ['agreementId'], by: { sv: 'medborgarlöfte', en: 'agreement' } } },
}

/** The enums of the sorts of datasets' rows, such as MunicipalitySort. A dataset with but one order has none. */
export const sortEnums: ReadonlyMap<TypedDataset, ReturnType<typeof sortEnum>> = new Map(
  Object.entries(sorts).map(([dataset, own]) => [
    dataset as TypedDataset,
    sortEnum(dataset as TypedDataset, own),
  ]),
)

function sortEnum(dataset: TypedDataset, own: { readonly [name: string]: Sort }) {
  const { type, title } = datasets[dataset]
  const values = Object.entries(own).flatMap(([name, { columns, by }]) => {
    const last = columns.some((column) => isOptionalColumn(dataset, column)) ? [VALUES_FIRST] : []
    const inDirection = (way: 'ASC' | 'DESC', { sv, en }: Text) => {
      const text = joinTexts({ sv: `${sv}, efter ${by.sv}.`, en: `${en}, by ${by.en}.` }, ...last)
      return [`${name}_${way}`, { value: `${name}_${way}`, description: bilingualText(text) }]
    }
    return [
      inDirection('ASC', { sv: 'Stigande', en: 'Ascending' }),
      inDirection('DESC', { sv: 'Fallande', en: 'Descending' }),
    ]
  })
  return builder.enumType(`${type}Sort`, {
    description: bilingualText({
      sv: `Hur rader ur datamängden ${title.sv} ska ordnas. Rader med lika värden ordnas efter id.`,
      en: `How to sort ${type} rows. Rows with equal values are sorted by key.`,
    }),
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
