import type { Language } from '../../datasets/dataset.ts'
import type { Quote } from '../../records/field.ts'
import { html } from '../../site/html.ts'
import type { FormField } from '../kinds/fields.ts'
import { nameOfPromise } from '../kinds/links.ts'
import type { Reference } from '../kinds/reference.ts'
import { listAround } from '../record/item-lists.ts'
import type { Commitment, Unfinished } from '../record/unfinished.ts'
import type { Words } from '../record/words.ts'
import { chooseForm, formView } from './form.ts'
import { keyActions } from './keys.ts'
import { texts } from './texts.ts'

// The forms of a whole list: one answer for all of its items.

export const listQuestions = ['menu', 'topics', 'actors', 'promise', 'goal'] as const
type ListQuestion = (typeof listQuestions)[number]

interface ListFormContext {
  readonly record: Unfinished
  readonly words: Words
  readonly reference: Reference
  /** The marked words. */
  readonly marked: Quote | null
}

/** The form that asks something about the list of an item. */
export function listForm(
  item: string,
  question: ListQuestion,
  { record, words, reference, marked }: ListFormContext,
  language: Language,
): string {
  const text = texts[language]
  const items = listAround(record, words, item)
  const [first] = items
  const about = html`data-items="${items.map(({ id }) => id).join(' ')}"`
  const heading = `${text.wholeList(items.length)}: ${text.listQuestions[question]}`
  const wordsField = (value: Quote | null): FormField => ({
    name: 'words',
    type: 'words',
    label: { sv: texts.sv.wordsOf, en: texts.en.wordsOf },
    mayBeEmpty: question === 'actors',
    value,
  })
  switch (question) {
    case 'menu': {
      const isActivity = record.activities.some(({ id }) => id === item)
      const asked = (
        ['topics', 'actors', ...(isActivity ? (['promise'] as const) : []), 'goal'] as const
      ).map((each) => ({ label: text.listQuestions[each], attributes: html`data-ask-list="${each}"` }))
      const done = (['acceptList', 'turnList', 'rejectList'] as const).map((action) => ({
        label: text.listActions[action],
        attributes: html`data-do="${action}"`,
        key: keyActions.find((each) => each.action === action)?.keys[0],
      }))
      return chooseForm(text.wholeList(items.length), about, [...asked, ...done], language)
    }
    case 'promise': {
      const promises = record.promises.map(({ id }) => ({
        label: nameOfPromise(record, id),
        attributes: html`data-link="${id}"`,
      }))
      const none = { label: text.noPromise, attributes: html`data-link=""` }
      return chooseForm(heading, about, [...promises, none], language)
    }
    case 'topics':
      return formView(
        heading,
        html`${about} data-list="list"`,
        [topicsField(first?.topics ?? [], reference)],
        language,
        {
          record,
          item,
          reference,
        },
      )
    case 'actors': {
      const now = first?.actors?.map(({ id }) => id) ?? []
      const field = {
        name: 'actors',
        type: 'choices',
        label: { sv: texts.sv.actors, en: texts.en.actors },
        mayBeEmpty: true,
        options: reference.actors,
        value: now,
      } as const
      return formView(heading, html`${about} data-list="list"`, [field, wordsField(marked)], language)
    }
    case 'goal':
      return formView(
        heading,
        html`${about} data-list="goal"`,
        [wordsField(marked ?? (first ? goalWordsAbove(first, words) : null)), topicsField([], reference)],
        language,
        { record, item, reference },
      )
  }
}

function topicsField(now: readonly string[], { topics }: Reference): FormField {
  const label = { sv: texts.sv.topics, en: texts.en.topics }
  return { name: 'topics', type: 'choices', label, mayBeEmpty: false, options: topics, value: now }
}

/** The nearest line above a list that may be its goal, and is not only a lead-in. */
function goalWordsAbove({ text: { at } }: Commitment, words: Words): Quote | null {
  const lines = words.points.slice(0, at[0]).join('').split('\n').slice(0, -1)
  let end = Array.from(lines.join('\n')).length
  let nearest: Quote | null = null
  for (const line of lines.toReversed()) {
    const start = end - Array.from(line).length
    const sign = /^[\s*•–-]*/.exec(line)?.[0].length ?? 0
    const quote = words.between(start + sign, end)
    if (quote) {
      nearest ??= quote
      if (!quote.words.endsWith(':')) return quote
    }
    end = start - 1
  }
  return nearest
}
