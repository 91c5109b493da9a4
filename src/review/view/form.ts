import type { Language } from '../../datasets/dataset.ts'
import { type Html, html } from '../../site/html.ts'
import type { FormField, Option } from '../kinds/fields.ts'
import { kindOf, kinds } from '../kinds/index.ts'
import type { Reference } from '../kinds/reference.ts'
import type { Spot } from '../kinds/spot.ts'
import { suggestedTopics } from '../kinds/suggest-topics.ts'
import type { KindName } from '../record/kind-names.ts'
import type { Place } from '../record/places.ts'
import type { Unfinished } from '../record/unfinished.ts'
import { texts } from './texts.ts'

/** The form that corrects a value, filled in with what the record says. */
export function correctForm(
  record: Unfinished,
  place: Place,
  reference: Reference,
  language: Language,
): string {
  const kind = kindOf(place.kind)
  return formView(
    `${texts[language].correct}: ${kind.label[language]}`,
    html`data-value="${place.value}"`,
    kind.fields(record, place, reference),
    language,
    { record, item: place.item, reference },
  )
}

/** The form that adds a value of a kind, filled in with the marked words. */
export function addForm(
  record: Unfinished,
  name: KindName,
  spot: Spot,
  reference: Reference,
  language: Language,
): string {
  const kind = kindOf(name)
  return formView(
    `${texts[language].add}: ${kind.label[language]}`,
    html`data-kind="${name}" data-item="${spot.item ?? ''}"`,
    kind.fields(record, spot, reference),
    language,
    { record, item: spot.item, reference },
  )
}

/** The form that asks for the kind of marked words, and for the promise or activity that they belong to. */
export function kindForm(record: Unfinished, spot: Spot, language: Language): string {
  const text = texts[language]
  const buttons = Object.entries(kinds).flatMap(([name, kind], index) =>
    'add' in kind
      ? [
          html`<button type="button" data-add="${name}" data-needs-item="${'ofItem' in kind}">${kind.label[language]}${choiceKey(index)}</button>`,
        ]
      : [],
  )
  const items = [...record.promises, ...record.activities].map(({ id, text: { words } }) => ({
    value: id,
    label: { sv: `${id} ${shortenedOption(words)}`, en: `${id} ${shortenedOption(words)}` },
  }))
  return html`<form data-choose data-start="${spot.marked?.at[0] ?? ''}" data-end="${spot.marked?.at[1] ?? ''}">
<h2 class="box-name">${text.addHeading}</h2>
<p class="marked">${text.markedWords}: <q lang="sv">${spot.marked?.words ?? ''}</q></p>
<fieldset class="kinds"><legend>${text.chooseKind}</legend>${buttons}</fieldset>
${fieldView({ name: 'item', type: 'choice', label: { sv: text.chooseItem, en: text.chooseItem }, options: items, value: spot.item ?? '', mayBeEmpty: true }, language)}
<div class="buttons"><button type="button" data-do="close">${text.cancel} <kbd>Esc</kbd></button></div>
</form>`.text
}

/** One key for each option, in order. */
const KEYS = '1234567890qwertyuiopasdfghjklzxcvbnm'

/** The key of the option at an index; empty beyond the last key. */
function choiceKey(index: number): Html {
  const key = KEYS[index]
  return key === undefined ? html`` : html` <kbd>${key}</kbd>`
}

/** A form for choosing one option, by a key or a click. */
export function chooseForm(
  heading: string,
  about: Html,
  choices: readonly {
    readonly label: string
    readonly attributes: Html
    readonly key?: string | undefined
  }[],
  language: Language,
): string {
  const text = texts[language]
  const buttons = choices.map(
    ({ label, attributes, key }, index) =>
      html`<button type="button" ${attributes}>${label}${key === undefined ? choiceKey(index) : html` <kbd>${key}</kbd>`}</button>`,
  )
  return html`<form data-choose ${about}>
<h2 class="box-name">${heading}</h2>
<fieldset class="kinds"><legend>${text.choose}</legend>${buttons}</fieldset>
<div class="buttons"><button type="button" data-do="close">${text.cancel} <kbd>Esc</kbd></button></div>
</form>`.text
}

function shortenedOption(words: string): string {
  return words.length > 50 ? `${words.slice(0, 50)}…` : words
}

/** The item whose topics a form asks for, to suggest some. */
interface SuggestedFor {
  readonly record: Unfinished
  readonly item: string | null
  readonly reference: Reference
}

export function formView(
  heading: string,
  about: Html,
  fields: readonly FormField[],
  language: Language,
  suggested?: SuggestedFor,
): string {
  const text = texts[language]
  const topics = suggested ? suggestedTopics(suggested.record, suggested.item, suggested.reference) : []
  // Letters choose if there is only one list of options.
  const hasKeys = fields.filter(({ type }) => type === 'choices').length === 1
  return html`<form ${about}>
<h2 class="box-name">${heading}</h2>
${fields.map((field) => fieldView(field.name === 'topics' ? suggestedFirst(field, topics) : field, language, hasKeys, topics))}
<p class="wrong" role="alert"></p>
<div class="buttons"><button type="submit" class="main">${text.save} <kbd>Ctrl+Enter</kbd></button><button type="button" data-do="close">${text.cancel} <kbd>Esc</kbd></button></div>
</form>`.text
}

/** A list of options that begins with suggestions. */
function suggestedFirst(field: FormField, suggested: readonly string[]): FormField {
  if (field.type !== 'choices') return field
  const placeOf = ({ value }: Option) =>
    suggested.includes(value) ? suggested.indexOf(value) : suggested.length
  return { ...field, options: field.options.toSorted((one, other) => placeOf(one) - placeOf(other)) }
}

function fieldView(
  field: FormField,
  language: Language,
  hasKeys = false,
  suggested: readonly string[] = [],
): Html {
  const { name, label, hint, mayBeEmpty } = field
  const id = `f-${name}`
  const optional =
    mayBeEmpty && field.type !== 'yes' ? html` <small>(${texts[language].optional})</small>` : ''
  const below = html`${hint ? html`<small class="hint" id="${id}-hint">${hint[language]}</small>` : ''}<span class="wrong" id="${id}-wrong"></span>`
  const described = html`aria-describedby="${hint ? `${id}-hint ` : ''}${id}-wrong"`
  if (field.type === 'choices') {
    return html`<fieldset class="field" data-field="${name}"><legend>${label[language]}${optional}</legend>
<div class="choices">${field.options.map(
      (option, index) =>
        html`<label><input type="checkbox" data-many name="${name}" value="${option.value}" ${checkedIf(field.value.includes(option.value))}> ${option.label[language]}${suggested.includes(option.value) ? html` <small>${texts[language].suggested}</small>` : ''}${hasKeys ? choiceKey(index) : ''}</label>`,
    )}</div>${below}</fieldset>`
  }
  if (field.type === 'yes') {
    return html`<div class="field" data-field="${name}"><label><input type="checkbox" name="${name}" ${checkedIf(field.value)}> ${label[language]}</label>${below}</div>`
  }
  return html`<div class="field" data-field="${name}"><label for="${id}">${label[language]}${optional}</label>
${control(field, id, described, language)}${below}</div>`
}

function control(
  field: Exclude<FormField, { type: 'choices' | 'yes' }>,
  id: string,
  described: Html,
  language: Language,
): Html {
  const { name } = field
  switch (field.type) {
    case 'words': {
      const at = field.value ? field.value.at.join('-') : ''
      return html`<textarea id="${id}" name="${name}" rows="2" lang="sv" data-at="${at}" ${described}>${field.value?.words ?? ''}</textarea>
<button type="button" class="quiet" data-use-marked="${name}">${texts[language].useMarked}</button>`
    }
    case 'long-text':
      return html`<textarea id="${id}" name="${name}" rows="3" ${described}>${field.value}</textarea>`
    case 'choice':
      return html`<select id="${id}" name="${name}" ${field.mayBeEmpty ? '' : html`data-needed`} ${described}>
<option value="">${field.mayBeEmpty ? texts[language].none : texts[language].notChosen}</option>
${field.options.map((option) => optionView(option, field.value, language))}</select>`
    case 'day':
      return html`<input id="${id}" name="${name}" type="date" value="${field.value}" ${described}>`
    case 'number':
      return html`<input id="${id}" name="${name}" inputmode="decimal" value="${field.value}" ${described}>`
    case 'text':
      return html`<input id="${id}" name="${name}" value="${field.value}" ${described}>`
  }
}

function optionView({ value, label }: Option, chosen: string, language: Language): Html {
  return html`<option value="${value}" ${value === chosen ? html`selected` : ''}>${label[language]}</option>`
}

function checkedIf(is: boolean): Html {
  return is ? html`checked` : html``
}
