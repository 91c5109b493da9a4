import { z } from 'zod'
import { type About, aboutOf, bare, elementOf, isQuoteField, type Quote } from '../../records/field.ts'
import type { Answers } from './answers.ts'
import { type AskedFor, type Option, optionsOf } from './fields.ts'
import type { Reference } from './reference.ts'

/** How a type of field is shown, and how its answer is read: null if there is none. */
interface Control {
  field(now: unknown, reference: Reference): AskedFor
  read(answers: Answers, name: string): unknown
}

/** How a field is asked for. */
export function controlOf(field: z.ZodType): Control {
  const element = elementOf(field)
  if (element) return severalOf(aboutOf(element))
  const { vocabulary, options, input, preset = '' } = aboutOf(field)
  if (isQuoteField(field))
    return {
      field: (now) => ({ type: 'words', value: now as Quote | null }), // a quote, by its schema
      read: (answers, name) => answers.words(name),
    }
  if (vocabulary)
    return {
      field: (now) => ({ type: 'choice', options: optionsOf(vocabulary), value: String(now ?? preset) }),
      read: (answers, name) => answers.choice(name, vocabulary),
    }
  if (options)
    return {
      field: (now, reference) => ({ type: 'choice', options: reference[options], value: String(now ?? '') }),
      read: (answers, name) => answers.text(name),
    }
  if (bare(field) instanceof z.ZodBoolean)
    return {
      field: (now) => ({ type: 'yes', value: now === true }),
      read: (answers, name) => answers.yes(name),
    }
  const line = (type: 'text' | 'long-text' | 'number' | 'day', read: Control['read']): Control => ({
    field: (now) => ({ type, value: String(now ?? '') }),
    read,
  })
  switch (input) {
    case 'day':
      return line('day', (answers, name) => answers.day(name))
    case 'stated':
      return line('text', (answers, name) => answers.stated(name))
    case 'year':
      return line('text', (answers, name) => answers.year(name))
    default:
      return bare(field) instanceof z.ZodNumber
        ? line('number', (answers, name) => answers.number(name))
        : line(input ?? 'text', (answers, name) => answers.text(name))
  }
}

/** Several values of a vocabulary, or keys of a reference table. */
function severalOf({ vocabulary, options }: About): Control {
  const offered = (reference: Reference): readonly Option[] =>
    vocabulary ? optionsOf(vocabulary) : options ? reference[options] : []
  return {
    field: (now, reference) => ({
      type: 'choices',
      options: offered(reference),
      value: Array.isArray(now) ? now.map(String) : [],
    }),
    read: (answers, name) => (vocabulary ? answers.choices(name, vocabulary) : answers.texts(name)),
  }
}
