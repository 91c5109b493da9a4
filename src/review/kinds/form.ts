import { z } from 'zod'
import type { Text } from '../../datasets/dataset.ts'
import { type DatasetName, datasets } from '../../datasets/index.ts'
import { columnWithin } from '../../records/cells.ts'
import {
  aboutOf,
  bare,
  elementOf,
  isOptional,
  isQuoteField,
  type Quote,
  shapeOf,
} from '../../records/field.ts'
import type { Unfinished } from '../record/unfinished.ts'
import type { Answers } from './answers.ts'
import { controlOf } from './controls.ts'
import type { FormField } from './fields.ts'
import type { Reference } from './reference.ts'

// The forms of values are derived from the fields of the record.

/** What a form is filled in from, besides the value itself. */
interface FormContext {
  readonly record: Unfinished
  readonly reference: Reference
  /** The words that were marked for a new value. */
  readonly marked: Quote | null
}

/** How a value is shown in a form, and read from the answers. One definition provides both, so that neither is forgotten. */
export interface Form<T> {
  /** The fields, with the current values of the record. */
  fields(now: T | null, context: FormContext): FormField[]
  /** The value from the answers; errors are reported to them. `part` is what was read from the fields beside it. */
  read(answers: Answers, record: Unfinished, part?: object): T
}

/** The fields of a part of a record, by name. */
type Shape = { readonly [field: string]: z.ZodType }
type PartOf<S extends Shape> = { -readonly [F in keyof S]: z.output<S[F]> }
/** The fields of a part that have a form of their own. */
type OwnForms<S extends Shape> = { readonly [F in keyof S]?: Form<z.output<S[F]>> }

/** The position of a field. */
interface FormSetting {
  /** The dataset whose columns it fills: a field without a label has the title of its column. */
  readonly dataset: DatasetName
  /** The part of the value that contains it: fields of such a part are named like columns. */
  readonly within?: string
  /** Whether the part that contains it may be left out. */
  readonly mayBeEmpty?: boolean
  /** Whether it is the whole value. */
  readonly isNeeded?: boolean
}

/** The form of a part of a record, without the fields that have a form of their own. */
export function formOf<S extends Shape>(
  shape: S,
  setting: FormSetting,
  own: OwnForms<S> = {},
): Form<PartOf<S>> {
  const owned: { readonly [field: string]: Form<unknown> | undefined } = own
  const forms = Object.entries<z.ZodType>(shape).map(([name, field]) => ({
    name,
    form: owned[name] ?? formOfField(name, field, setting),
    isDependent: aboutOf(field).dependence !== undefined,
  }))
  return {
    fields(now, context) {
      const values: { readonly [field: string]: unknown } = { ...now }
      return forms.flatMap(({ name, form }) => form.fields(values[name] ?? null, context))
    },
    read(answers, record) {
      const values: { [field: string]: unknown } = {}
      const inTurn = forms.toSorted((one, other) => Number(one.isDependent) - Number(other.isDependent))
      for (const { name, form } of inTurn) values[name] = form.read(answers, record, values)
      return Object.fromEntries(forms.map(({ name }) => [name, values[name]])) as PartOf<S> // of all its fields
    },
  }
}

/** The form of a whole value: a quote, a part with fields, or one field. */
export function formOfValue<F extends z.ZodType>(
  name: string,
  field: F,
  setting: FormSetting,
  { asks, forms }: { readonly asks?: readonly string[]; readonly forms?: OwnForms<Shape> },
): Form<z.output<F>> {
  const shape = shapeOf(field)
  const form: Form<unknown> = isPartField(field)
    ? formOf(pickFields(shape, asks ?? Object.keys(shape)), setting, forms)
    : formOfField(isQuoteField(field) ? 'quote' : name, field, { ...setting, isNeeded: true })
  return form as Form<z.output<F>> // of the field's type
}

/** Some fields of a part, in their order. */
export function pickFields(shape: Shape, names: readonly string[]): Shape {
  return Object.fromEntries(
    names.map((name) => {
      const field = shape[name]
      if (!field) throw new Error(`No field ${name} in ${Object.keys(shape).join(', ')}`)
      return [name, field]
    }),
  )
}

function isPartField(field: z.ZodType): boolean {
  return !isQuoteField(field) && Object.keys(shapeOf(field)).length > 0
}

/** The form of one field. */
export function formOfField<F extends z.ZodType>(
  name: string,
  field: F,
  setting: FormSetting,
): Form<z.output<F>> {
  const { dataset, within } = setting
  const full = within === undefined ? name : columnWithin(within, name)
  const form: Form<unknown> = isPartField(field)
    ? formWithin(field, { dataset, within: full, mayBeEmpty: isOptional(field) })
    : within === undefined && MAIN.has(name) && isQuoteField(field)
      ? asked('words', field, WORDS, setting, true)
      : asked(full, field, nameOfField(full, field, dataset), setting)
  return form as Form<z.output<F>> // of the field's type
}

/** The quotes that a value is mainly based on. */
const MAIN = new Set(['quote', 'text'])
/** The name of the field that contains them. */
const WORDS: Text = { sv: 'Dokumentets ord', en: 'Words of the document' }

/** The form of a part within another; null if it may be left out and nothing is answered. */
function formWithin(field: z.ZodType, setting: FormSetting & { readonly within: string }): Form<unknown> {
  const shape = shapeOf(field)
  const form: Form<object> = formOf(shape, setting)
  const names = Object.keys(shape).map((name) => columnWithin(setting.within, name))
  return {
    fields: (now, context) => form.fields(now === null ? null : Object(now), context),
    read: (answers, record) =>
      setting.mayBeEmpty && !names.some((name) => answers.isGiven(name)) ? null : form.read(answers, record),
  }
}

/** The label of a field: its own, or the title of the column that it fills. */
export function nameOfField(column: string, field: z.ZodType, dataset: DatasetName): Text {
  const { label } = aboutOf(field)
  if (label) return label
  const columns: { readonly [name: string]: { readonly title: Text } } = datasets[dataset].columns
  return columns[column]?.title ?? { sv: column, en: column }
}

/** `isMarked` if this field takes the words that were marked for a new value. */
function asked(
  name: string,
  field: z.ZodType,
  label: Text,
  setting: FormSetting,
  isMarked = false,
): Form<unknown> {
  const { hint, dependence } = aboutOf(field)
  const control = controlOf(field)
  const mayBeEmpty = !setting.isNeeded && (setting.mayBeEmpty === true || mayHoldNothing(field))
  return {
    fields: (now, { marked, reference }) => [
      {
        name,
        label,
        mayBeEmpty,
        ...(hint && { hint }),
        ...control.field(isMarked ? (marked ?? now) : now, reference),
      },
    ],
    read(answers, _, part) {
      const need =
        dependence?.need(part as never) ?? (isOptional(field) && !setting.isNeeded ? 'optional' : 'needed') // its part
      if (need === 'empty') return null
      const value = control.read(answers, name)
      return need === 'needed' && value === null ? answers.missing(name) : value
    },
  }
}

function mayHoldNothing(field: z.ZodType): boolean {
  const isEmptyList = elementOf(field) !== null && field.safeParse([]).success
  return isOptional(field) || isEmptyList || bare(field) instanceof z.ZodBoolean
}
