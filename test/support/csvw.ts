import { z } from 'zod'
import { isDay } from '../../src/datasets/dataset.ts'
import type { TableRules } from './tables.ts'

// The parts of W3C's Metadata Vocabulary for Tabular Data that we use, each as narrow as the specification has it.
// A property that neither it nor a prefix of its context knows is refused, as its validators do.

const language = z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*$/)
const name = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._]*$/, 'a name fits a URI template and begins with no _')
const titles = z.record(language, z.union([z.string(), z.array(z.string()).min(1)]))
/** A value of a property such as dc:title: plain JSON-LD. */
const common = z.union([
  z.object({ '@id': z.url() }).strict(),
  z.object({ '@value': z.string(), '@language': language }).strict(),
  z.object({ '@value': z.string(), '@type': z.string() }).strict(),
  z.string(),
])
const commonProperties = z.record(
  z.string().regex(/^(dc|dcat|schema):[a-zA-Z]+$/, 'no property of CSVW, and of no vocabulary that it knows'),
  z.union([common, z.array(common)]),
)
const builtIn = z.enum(['string', 'integer', 'number', 'boolean', 'date', 'gYearMonth'])
const datatype = z.union([builtIn, z.object({ base: builtIn, format: z.string() }).strict()])

const column = describing({
  name,
  titles,
  datatype,
  required: z.boolean(),
  separator: z.string().optional(),
  lang: language.optional(),
})
const tableSchema = z
  .object({
    columns: z.array(column).min(1),
    primaryKey: z.array(z.string()).min(1),
    foreignKeys: z.array(
      z
        .object({
          columnReference: z.string(),
          reference: z.object({ resource: z.string(), columnReference: z.string() }).strict(),
        })
        .strict(),
    ),
  })
  .strict()
const group = describing({
  '@context': z.tuple([z.literal('http://www.w3.org/ns/csvw'), z.object({ '@language': language }).strict()]),
  lang: language,
  dialect: z
    .object({
      encoding: z.literal('utf-8'),
      delimiter: z.literal(','),
      quoteChar: z.literal('"'),
      doubleQuote: z.literal(true),
      lineTerminators: z.tuple([z.literal('\r\n')]),
      header: z.literal(true),
      commentPrefix: z.null(),
      trim: z.literal(false),
    })
    .strict(),
  tables: z.array(describing({ url: z.string(), tableSchema })).min(1),
})

/** An object of CSVW: its own properties, and such of other vocabularies that describe it. */
function describing<S extends z.ZodRawShape>(shape: S) {
  return z.looseObject(shape).superRefine((object, context) => {
    const others = Object.fromEntries(Object.entries(object).filter(([property]) => !(property in shape)))
    for (const issue of commonProperties.safeParse(others).error?.issues ?? [])
      context.addIssue({ code: 'custom', message: issue.message, path: [...issue.path] })
  })
}

/** What CSVW metadata say about their tables, read by the specification. Throws if they are not CSVW metadata. */
export function rulesOfCsvw(json: unknown): TableRules[] {
  return group.parse(json).tables.map(({ url, tableSchema: { columns, primaryKey, foreignKeys } }) => {
    const names = columns.map((each) => each.name)
    if (new Set(names).size !== names.length) throw new Error(`${url}: a column stands twice`)
    for (const each of [...primaryKey, ...foreignKeys.map(({ columnReference }) => columnReference)])
      if (!names.includes(each)) throw new Error(`${url}: there is no column ${each}`)
    return {
      path: url,
      key: primaryKey,
      columns: columns.map((each) => ({
        // A column is known by a title that the header of the file has in any language.
        name: String(each.titles.und),
        required: each.required,
        fits: (cell: string) =>
          (each.separator === undefined ? [cell] : cell.split(each.separator)).every(fits(each.datatype)),
      })),
      references: foreignKeys.map(({ columnReference, reference }) => ({
        columns: [columnReference],
        path: reference.resource,
        key: [reference.columnReference],
      })),
    }
  })
}

function fits(type: z.infer<typeof datatype>): (value: string) => boolean {
  const { base, format } = typeof type === 'string' ? { base: type, format: undefined } : type
  const pattern = format === undefined ? null : new RegExp(`^(?:${format})$`)
  return (value) => BUILT_IN[base](value) && (pattern?.test(value) ?? true)
}

const BUILT_IN: { readonly [T in z.infer<typeof builtIn>]: (value: string) => boolean } = {
  string: () => true,
  integer: (value) => /^[+-]?\d+$/.test(value),
  number: (value) => /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(value),
  boolean: (value) => ['true', 'false', '1', '0'].includes(value),
  date: isDay,
  gYearMonth: (value) => /^-?\d{4,}-(0[1-9]|1[0-2])$/.test(value),
}
