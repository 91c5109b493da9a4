import { z } from 'zod'
import type { Text } from '../../datasets/dataset.ts'
import { aboutOf, bare, elementOf, isFields, isQuoteField, shapeOf } from '../../records/field.ts'
import { labelOf } from './fields.ts'
import { optionName, type Reference } from './reference.ts'

/** What a value says besides the words that it is based on, each field with its label; null if it says no more. */
export function saysByFields(field: z.ZodType, value: unknown, reference: Reference): Text | null {
  const parts = partsOf(field, value, reference)
  return parts.length === 0 ? null : joinedTexts(parts, '; ')
}

function partsOf(field: z.ZodType, value: unknown, reference: Reference): Text[] {
  if (value === null || value === undefined || isQuoteField(field)) return []
  const element = elementOf(field)
  if (element && Array.isArray(value)) return value.flatMap((each) => partsOf(element, each, reference))
  if (isFields(value)) {
    return Object.entries(shapeOf(field)).flatMap(([name, each]) =>
      name === 'id' && !aboutOf(each).options ? [] : partsOf(each, value[name], reference),
    )
  }
  const { vocabulary, options, label } = aboutOf(field)
  if (vocabulary) return [labelOf(vocabulary, String(value))]
  if (options) return [optionName(reference[options], String(value))]
  if (bare(field) instanceof z.ZodBoolean) return value === true && label ? [label] : []
  return [{ sv: String(value), en: String(value) }]
}

/** Joins several texts. */
export function joinedTexts(texts: readonly Text[], separator: string): Text {
  return { sv: texts.map(({ sv }) => sv).join(separator), en: texts.map(({ en }) => en).join(separator) }
}
