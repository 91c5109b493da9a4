import { targetPer } from '../../datasets/vocabularies/promises.ts'
import { targetWhat } from '../../datasets/vocabularies/target-what.ts'
import { addressOf, valuePart } from '../addresses.ts'
import { formats } from '../formats.ts'
import { type Html, html } from '../html.ts'
import type { Language } from '../language.ts'
import type { TargetParts } from '../queries/fragments.graphql.ts'
import { targetTexts } from '../texts/targets.ts'
import { valueWords } from '../vocabulary-words.ts'
import { commitmentWords, type Worded } from './commitment-words.ts'

/** The words before and after the number of a target: "minst", "trafikkontroller per år". */
function aroundNumber(
  language: Language,
  { operator, unit, what, per }: TargetParts,
): { before: string; after: string } {
  const counted = what === null ? (unit ?? '') : valueWords(language, targetWhat, what)
  const time = per === null ? '' : valueWords(language, targetPer, per)
  return {
    before: targetTexts[language].operators[operator],
    after: [counted, time].filter(Boolean).join(' '),
  }
}

function numberOf(language: Language, { value, valueTo }: TargetParts): string {
  const write = formats[language]
  return valueTo === null ? write.number(value) : `${write.number(value)}–${write.number(valueTo)}`
}

/** A target on one line: "minst 15 trafikkontroller per år". */
export function targetLine(language: Language, target: TargetParts): string {
  const { before, after } = aroundNumber(language, target)
  return [before, numberOf(language, target), after].filter(Boolean).join(' ')
}

/** The same in bold, with a link to all that state a number of its kind. */
export function targetLink(language: Language, target: TargetParts): Html {
  const line = targetLine(language, target)
  return target.what === null
    ? html`<strong class="target">${line}</strong>`
    : html`<a class="target" href="${addressOf(language, 'numbers', valuePart(target.what))}">${line}</a>`
}

/** A large number, with the promise. */
export function bigNumber(language: Language, target: TargetParts, words: Worded, where: Html): Html {
  const { before, after } = aroundNumber(language, target)
  return html`<li><p class="n"><small>${before}</small> ${numberOf(language, target)}</p><p><small class="muted">${after}</small><br>${commitmentWords(language, words)}</p><p>${where}</p></li>`
}
