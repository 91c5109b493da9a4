import { z } from 'zod'
import { isDay, type Text, type ValueOf, type Vocabulary, valuesOf } from '../datasets/dataset.ts'
import { isStatedDate } from './dates.ts'

// The building blocks of a record's fields. A field is a zod schema, which defines its values. Everything else about it
// is in `about`, so that forms and files can be derived from the one definition.

/** What is known about a field, besides its values. */
export interface About {
  /** Its label in forms; by default the title of its column. */
  readonly label?: Text
  readonly hint?: Text
  /** The vocabulary of its values. */
  readonly vocabulary?: Vocabulary
  /** The reference table whose keys are its values. */
  readonly options?: 'municipalities' | 'policeAreas' | 'actors' | 'topics'
  /** The values that a form offers for a text or a number of limited range. */
  readonly input?: 'long-text' | 'day' | 'stated' | 'year'
  /** The default of a form for a new value. */
  readonly preset?: string
  /** For a quote: the field that it is the source of. */
  readonly cites?: string
  /** Whether it must be given, depending on the other fields of its part. */
  readonly dependence?: Dependence
}

/** Whether a field must be given, may be, or must not be. */
type Need = 'needed' | 'optional' | 'empty'

/** How a field depends on the others of its part, and the message if it does not fit. */
interface Dependence<Part = never> {
  readonly need: (part: Part) => Need
  readonly message: Text
}

declare module 'zod' {
  interface GlobalMeta {
    about?: About
  }
}

/** Adds to what is known about a field. */
export function about<S extends z.ZodType>(field: S, known: About): S {
  return field.meta({ about: { ...field.meta()?.about, ...known } })
}

/** What is known about a field, also if it is optional. */
export function aboutOf(field: z.ZodType): About {
  const inner = innerOf(field)
  return { ...(inner && aboutOf(inner)), ...field.meta()?.about }
}

/** The field with a label for forms. */
export function labelled<S extends z.ZodType>(field: S, label: Text, more: About = {}): S {
  return about(field, { label, ...more })
}

/** A part of a record in which some fields depend on others. */
export function withDependences<S extends z.ZodObject>(
  part: S,
  dependences: { readonly [F in keyof z.output<S> & string]?: Dependence<z.output<S>> },
): S {
  const fields = Object.entries<z.ZodType>(part.shape).map(([name, field]) => {
    const dependence = dependences[name as keyof typeof dependences] // by the names of its fields
    return [name, dependence ? about(field, { dependence }) : field]
  })
  return part.extend(Object.fromEntries(fields)) as unknown as S // of the same fields
}

/** The schema of a field's value if it is not missing. */
export function bare(field: z.ZodType): z.ZodType {
  const inner = innerOf(field)
  return inner ? bare(inner) : field
}

/** The value of a field that says nothing: the default of its form, an empty list, or null. */
export function unsaid(field: z.ZodType): unknown {
  if (elementOf(field)) return []
  return isOptional(field) ? null : (aboutOf(field).preset ?? null)
}

/** Whether a field may be left out, or be null. */
export function isOptional(field: z.ZodType): boolean {
  return field instanceof z.ZodDefault || field instanceof z.ZodNullable
}

function innerOf(field: z.ZodType): z.ZodType | null {
  if (!(field instanceof z.ZodDefault || field instanceof z.ZodNullable)) return null
  return field.unwrap() as z.ZodType // of zod's core, which has no other
}

export function oneOf<V extends Vocabulary>(vocabulary: V) {
  const values: [ValueOf<V>, ...ValueOf<V>[]] = valuesOf(vocabulary)
  return about(z.enum(values), { vocabulary })
}

export const day = about(
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'write a date such as 2020-01-31', abort: true })
    .refine(isDay, 'the date does not exist in the calendar'),
  { input: 'day' },
)
/** A year, a month or a day, as precise as the source. */
export const stated = about(
  z
    .string()
    .refine(isStatedDate, 'write a year, month or date that exists: "2020", "2020-01" or "2020-01-31"'),
  {
    input: 'stated',
    hint: {
      sv: 'Så exakt som det anges: 2020, 2020-01 eller 2020-01-31.',
      en: 'As precisely as it is stated: 2020, 2020-01 or 2020-01-31.',
    },
  },
)
export const year = about(z.int().min(1990).max(2100), { input: 'year' })
export const text = z
  .string()
  .trim()
  .min(1)
  .refine(
    (value) => value.isWellFormed() && !value.includes('\0'),
    'contains an invalid character; write the text again',
  )
export const url = z.url({ protocol: /^https?$/, error: 'write an address such as https://www.vetlanda.se/' })

/** The key of a row of a reference table. */
export function keyOf(options: NonNullable<About['options']>) {
  return about(text, { options })
}

/**
 * Words of the source with their position: offsets in Unicode code points from 0, the second
 * one after the last character.
 */
export const quote = z.strictObject({
  words: z.string().min(1),
  at: z.tuple([z.int().min(0), z.int().min(1)]).readonly(),
})
export type Quote = z.infer<typeof quote>

/** The words that a field of a part was read from. */
export function quoteOf(cites: string) {
  return about(quote, { cites })
}

/** Whether a field contains words of the source. */
export function isQuoteField(field: z.ZodType): boolean {
  const inner = bare(field)
  return inner instanceof z.ZodObject && inner.shape.words === quote.shape.words
}

/** Whether a part of a record is words of the source. */
export function isQuote(part: unknown): part is Quote {
  return isFields(part) && typeof part.words === 'string' && Array.isArray(part.at)
}

/** The quotes in a part of a record, the most important one first. */
export function quotesIn(part: unknown): Quote[] {
  if (isQuote(part)) return [part]
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(quotesIn) : []
}

/** Whether a part of a record has fields of its own. */
export function isFields(part: unknown): part is Fields {
  return typeof part === 'object' && part !== null && !Array.isArray(part)
}

/** Fields of a record, or of a part of it. */
export type Fields = { readonly [field: string]: unknown }

/** An optional field, which is null if it is missing. */
export function maybe<S extends z.ZodType>(field: S) {
  return field.nullable().default(null)
}

/** A field that a draft may lack and a record must have: if it is null, the message says what to do. */
export function needed<S extends z.ZodType>(field: S, message: string) {
  return field.nullable().transform((value, context) => {
    if (value !== null) return value
    context.issues.push({ code: 'custom', message, input: value })
    return z.NEVER
  })
}

/** The fields of a part; none if it has no fields. */
export function shapeOf(field: z.ZodType): { readonly [name: string]: z.ZodType } {
  const inner = bare(field)
  return inner instanceof z.ZodObject ? inner.shape : {}
}

/** The schema of the items of a list; null if it is not a list. */
export function elementOf(field: z.ZodType): z.ZodType | null {
  const inner = bare(field)
  return inner instanceof z.ZodArray ? (inner.element as z.ZodType) : null // of zod's core, as above
}

/** A part of a record with its fields in the order of the definition; unknown fields come last. */
export function inFieldOrder<P>(field: z.ZodType, part: P): P {
  const element = elementOf(field)
  // The same fields in another order, so the type is the same.
  if (element && Array.isArray(part)) return part.map((each) => inFieldOrder(element, each)) as P
  if (!isFields(part)) return part
  const shape = shapeOf(field)
  const names = [...new Set([...Object.keys(shape), ...Object.keys(part)])].filter((name) => name in part)
  const inOrder = (name: string) => (shape[name] ? inFieldOrder(shape[name], part[name]) : part[name])
  return Object.fromEntries(names.map((name) => [name, inOrder(name)])) as P
}
