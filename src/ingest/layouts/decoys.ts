import type { Span } from '../text/source.ts'
import { withWords } from '../text/word-expressions.ts'
import type { Page } from './page.ts'

const SAYS = withWords`(?<!^(?:polis|polisen|kommun|kommunen|polisen och kommunen|kommunen och polisen) )(?:${'speech_verbs'}|(?<!\p{L})(?<!(?:vad|om|som) [^.,:]{0,60})tycker(?!\p{L})|(?<=[,”"?!–] *)${'speech_verbs_after_a_quote'})(?! +sig(?!\p{L}))(?! *att +vi +lovar)`
const ABOUT_AGREEMENTS = withWords`^(?:i +)?(?:"|”|en +|den +|en +ny +|det +nya +|ett +|det +|de +|våra +|vårt +|dessa +|nya +|detta +|årets +)*${'agreement_names'}`

/** "Alla kommuner ska ha medborgarlöften", "Med modellen ska polisen …": the purpose of such agreements in general. */
const OF_THE_MODEL =
  /löften? +(?:ges|tas +fram|tecknas|upprättas)(?!\p{L})|^(?:alla|samtliga|varje) +kommun|^arbetet +(?:med|kring|utifrån) +(?:de +)?(?:medborgar)?löft|^(?:med|genom) +(?:hjälp +av +)?(?:den +)?(?:nya +)?(?:modellen|metoden|arbetssättet) +(?:ska|skall|kommer|kan)(?!\p{L})/u

/** Whether somebody is quoted: a quotation is not a promise of the agreement. */
export function isSpeech({ source, lookups }: Page, span: Span): boolean {
  const words = source.foldedSlice(span)
  return /^[‒―]/.test(words) || lookups.expression(SAYS).test(words)
}

/** Whether a sentence is about agreements in general, and promises nothing itself. */
export function isAboutAgreements({ source, lookups }: Page, span: Span): boolean {
  const words = source.foldedSlice(span)
  return lookups.expression(ABOUT_AGREEMENTS).test(words) || OF_THE_MODEL.test(words)
}

/** A line of more words than this is not part of a menu, whatever words it has. */
const MOST_WORDS = 12

/** The rule by which a line is not part of the document: cookie banners, menus, contact details. */
export function boilerplateRule({ source, lookups }: Page, span: Span): string | null {
  const words = source.foldedSlice(span)
  if (/^[^ @]+@[^ ]+$|^(?:https?:|www\.)/.test(words)) return 'contact-details'
  if (/^(?:[^/>»]{2,40}[/>»]){2,8}[^/>»]{1,60}$/.test(words) && !/[.!?]/.test(words)) return 'breadcrumbs'
  if (/^[\d +()–-]{6,20}$/.test(words)) return 'contact-details'
  const [found] = lookups.boilerplate(source, span)
  if (!found) return null
  const isShort = words.split(' ').length <= MOST_WORDS
  if (found.value === 'cookie-banner')
    return isShort || /^vi +använder|cookies?\)? +för/.test(words) ? found.value : null
  return isShort && found.start - span.start < 3 ? found.value : null
}
