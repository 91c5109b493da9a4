import { z } from 'zod'
import { isDay, type Text, type ValueOf, type Vocabulary, valuesOf } from '../datasets/dataset.ts'
import { isStatedDate } from './dates.ts'

// What the fields of a record are made of. A field is a zod schema: which values it takes. What else is known of it
// stands beside it in `about`, so that forms and files can follow from the one definition.

/** What is known of a field beside the values that it takes. */
export interface About {
  /** What a form calls it; without one, as the column that it fills. */
  readonly label?: Text
  readonly hint?: Text
  /** The vocabulary of its values. */
  readonly vocabulary?: Vocabulary
  /** The reference table that has its values as keys. */
  readonly options?: 'municipalities' | 'policeAreas' | 'actors' | 'topics'
  /** What a form offers for a text or a number that is not any one. */
  readonly input?: 'long-text' | 'day' | 'stated' | 'year'
  /** What a form offers for a new value. */
  readonly preset?: string
  /** Of a quote: the field beside it that it is the source of. */
  readonly cites?: string
  /** Whether it is to be given, where the other fields of its part tell. */
  readonly dependence?: Dependence
}

/** Whether a field must be given, may be, or must not be. */
export type Need = 'needed' | 'optional' | 'empty'

/** How a field depends on the others of its part, and what is told where it is not so. */
export interface Dependence<Part = never> {
  readonly need: (part: Part) => Need
  readonly message: Text
}

declare module 'zod' {
  interface GlobalMeta {
    about?: About
  }
}

/** The field with what is known of it, beside what was known already. */
export function about<S extends z.ZodType>(field: S, known: About): S {
  return field.meta({ about: { ...field.meta()?.about, ...known } })
}

/** What is known of a field, also where it may be left out. */
export function aboutOf(field: z.ZodType): About {
  const inner = innerOf(field)
  return { ...(inner && aboutOf(inner)), ...field.meta()?.about }
}

/** The field under the name that a form gives it. */
export function labelled<S extends z.ZodType>(field: S, label: Text, more: About = {}): S {
  return about(field, { label, ...more })
}

/** The part of a record, some of whose fields depend on the others. */
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

/** What a field holds where it is not left out. */
export function bare(field: z.ZodType): z.ZodType {
  const inner = innerOf(field)
  return inner ? bare(inner) : field
}

/** What a field holds of which nothing is said: what a form offers, an empty list, or null. */
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
/** A year, a month or a day, as precisely as it is stated. */
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
 * Words of the source with the place where they stand: offsets in Unicode code points from 0, the second
 * one after the last character.
 */
export const quote = z.strictObject({
  words: z.string().min(1),
  at: z.tuple([z.int().min(0), z.int().min(1)]).readonly(),
})
export type Quote = z.infer<typeof quote>

/** The words that one field of a part was read from. */
export function quoteOf(cites: string) {
  return about(quote, { cites })
}

/** Whether a field holds words of the source. */
export function isQuoteField(field: z.ZodType): boolean {
  const inner = bare(field)
  return inner instanceof z.ZodObject && inner.shape.words === quote.shape.words
}

/** Whether a part of a record is words of the source. */
export function isQuote(part: unknown): part is Quote {
  return isFields(part) && typeof part.words === 'string' && Array.isArray(part.at)
}

/** The quotes in a part of a record, the one that says most first. */
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

/** A field that may be left out, and is null then. */
export function maybe<S extends z.ZodType>(field: S) {
  return field.nullable().default(null)
}

/** What a draft may lack, and a record must have: where it is null, the message says what to do. */
export function needed<S extends z.ZodType>(field: S, message: string) {
  return field.nullable().transform((value, context) => {
    if (value !== null) return value
    context.issues.push({ code: 'custom', message, input: value })
    return z.NEVER
  })
}

/** The fields of a part; none where it is not one that has fields. */
export function shapeOf(field: z.ZodType): { readonly [name: string]: z.ZodType } {
  const inner = bare(field)
  return inner instanceof z.ZodObject ? inner.shape : {}
}

/** What the values of a list are; null where it is no list. */
export function elementOf(field: z.ZodType): z.ZodType | null {
  const inner = bare(field)
  return inner instanceof z.ZodArray ? (inner.element as z.ZodType) : null // of zod's core, as above
}

/** A part of a record with its fields in the order of its definition; what that does not name comes last. */
export function inFieldOrder<P>(field: z.ZodType, part: P): P {
  const element = elementOf(field)
  // The same as before, in another order: of the same type.
  if (element && Array.isArray(part)) return part.map((each) => inFieldOrder(element, each)) as P
  if (!isFields(part)) return part
  const shape = shapeOf(field)
  const names = [...new Set([...Object.keys(shape), ...Object.keys(part)])].filter((name) => name in part)
  const inOrder = (name: string) => (shape[name] ? inFieldOrder(shape[name], part[name]) : part[name])
  return Object.fromEntries(names.map((name) => [name, inOrder(name)])) as P
}
