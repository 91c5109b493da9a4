import { z } from 'zod'
import { isDay } from '../../src/datasets/dataset.ts'
import type { TableRules } from './tables.ts'

const field = z.object({
  name: z.string(),
  type: z.enum(['string', 'integer', 'number', 'boolean', 'date', 'yearmonth']),
  delimiter: z.string().optional(),
  constraints: z.object({ required: z.boolean(), enum: z.array(z.string()).optional() }),
})
const descriptor = z.object({
  resources: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      schema: z.object({
        fields: z.array(field),
        missingValues: z.tuple([z.literal('')]),
        primaryKey: z.array(z.string()),
        foreignKeys: z
          .array(
            z.object({
              fields: z.array(z.string()),
              reference: z.object({ resource: z.string().optional(), fields: z.array(z.string()) }),
            }),
          )
          .default([]),
      }),
    }),
  ),
})

/** What a Data Package says of its tables, read by the Table Schema specification. */
export function rulesOfDataPackage(json: unknown): TableRules[] {
  const { resources } = descriptor.parse(json)
  return resources.map(({ path, schema }) => ({
    path,
    key: schema.primaryKey,
    columns: schema.fields.map(({ name, type, delimiter, constraints }) => ({
      name,
      required: constraints.required,
      fits: (cell: string) => {
        const values = delimiter === undefined ? [cell] : cell.split(delimiter)
        return values.every((value) => PATTERNS[type](value) && (constraints.enum?.includes(value) ?? true))
      },
    })),
    references: schema.foreignKeys.map(({ fields, reference }) => ({
      columns: fields,
      key: reference.fields,
      path:
        reference.resource === undefined
          ? path
          : (resources.find(({ name }) => name === reference.resource)?.path ?? reference.resource),
    })),
  }))
}

const PATTERNS: { readonly [T in z.infer<typeof field>['type']]: (value: string) => boolean } = {
  string: () => true,
  integer: (value) => /^[+-]?\d+$/.test(value),
  number: (value) => /^[+-]?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/.test(value),
  boolean: (value) => ['true', 'True', 'TRUE', '1', 'false', 'False', 'FALSE', '0'].includes(value),
  date: isDay,
  yearmonth: (value) => /^\d{4}-(0[1-9]|1[0-2])$/.test(value),
}
