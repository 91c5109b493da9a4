import { sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { columnsOf } from '../../database/rows.ts'
import type { Column, Dataset } from '../../datasets/dataset.ts'
import { datasets } from '../../datasets/index.ts'
import { fieldNameOf } from '../columns.ts'
import { type NodeDataset, nodeDatasets, type TypedDataset } from '../typed-datasets.ts'
import {
  type Condition,
  type Conditions,
  days,
  flag,
  isAny,
  keys,
  numbers,
  oneOfCondition,
} from './condition.ts'
import { textMatches } from './texts.ts'

/**
 * The conditions on the columns of rows, by their types: texts, ranges of numbers and days, values of vocabularies, and the
 * rows themselves by key. They give way to a condition of the filter with the same name.
 */
export function columnConditions(name: TypedDataset): Conditions {
  const dataset: Dataset = datasets[name]
  const columns = columnsOf(name)
  const isNode = (nodeDatasets as readonly TypedDataset[]).includes(name)
  const [key] = dataset.key
  return Object.fromEntries(
    Object.entries(dataset.columns).flatMap(([column, definition]) => {
      const held = columns[column]
      if (!held || definition.references !== undefined) return []
      const condition =
        isNode && column === key
          ? keys(
              name as NodeDataset,
              { sv: 'Raden själv, efter id.', en: 'The row itself, by key.' },
              (values) => isAny(held, values),
            )
          : conditionOf(definition, held)
      return condition ? [[fieldNameOf(column), condition]] : []
    }),
  )
}

function conditionOf(column: Column, held: PgColumn): Condition | null {
  const description = column.description
  switch (column.type) {
    case 'text':
      return textMatches(description, held)
    case 'integer':
    case 'number':
      return numbers(description, held)
    case 'date':
      return days(description, held)
    case 'boolean':
      return flag({ yes: column.description, no: { sv: 'så är det inte.', en: 'not so.' } }, sql`${held}`)
    case 'enum':
      return oneOfCondition(column.values, description, (values) => isAny(held, values))
    case 'enums':
      return oneOfCondition(column.values, description, (values) => sql`${held} && ${values}`)
    default:
      return null
  }
}
