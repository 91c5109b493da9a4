import type { Fragment } from './fragments.ts'
import { type Box, boxed, boxOf, type Matrix, numbersOf } from './matrix.ts'
import type { PdfPage } from './opened.ts'

/** Something on a page besides its own content: a form field, a comment, a stamp. */
export interface Annotation {
  readonly id: string
  readonly box: Box
  /** Its name in an issue if it is left out. */
  readonly what: string
  /** The text that it declares. */
  readonly words: string
  /** Whether its appearance is read in place, is left out, or is replaced by its text. */
  readonly reading: 'drawn' | 'aside' | 'instead'
  readonly isHidden: boolean
  /** The places where it strikes out text. */
  readonly struck: readonly Box[]
}

/** An annotation as pdf.js describes it. */
type Told = { readonly [name: string]: unknown }

/** These appear on hover, and have no text of their own, or another one's. */
const WORDLESS = new Set(['Link', 'Popup'])
const HIDDEN = 2
const NOT_SEEN = 32

/** The annotations of a page. */
export async function annotationsOf(page: PdfPage): Promise<Annotation[]> {
  const all: readonly Told[] = await page.getAnnotations({ intent: 'any' })
  return all.filter(({ subtype }) => !WORDLESS.has(String(subtype))).map(annotationOf)
}

/** The text of a field, to read instead of its appearance. */
export function fieldWords({ id, box, words, reading, isHidden }: Annotation, view: Matrix): Fragment | null {
  if (reading !== 'instead' || isHidden || words === '') return null
  const [left, top, right, bottom] = boxed(view, box)
  const size = Math.min((bottom - top) * FILLED, USUAL_SIZE)
  return { text: words, left, right, baseline: (top + bottom) / 2 + size * BELOW_MIDDLE, size, field: id }
}

/** Text fills this part of a field's height, and is no larger than this, in points. */
const FILLED = 0.7
const USUAL_SIZE = 11
/** The baseline is this far below the middle of the field, in units of the font size. */
const BELOW_MIDDLE = 0.35

function annotationOf(told: Told): Annotation {
  const { id, rect, subtype, annotationFlags, quadPoints, file, contentsObj } = told
  const flags = Number(annotationFlags)
  const common = {
    id: String(id),
    box: boxOf(rect) ?? [0, 0, 0, 0],
    isHidden: (flags & (HIDDEN | NOT_SEEN)) !== 0,
    struck: subtype === 'StrikeOut' ? quadsOf(quadPoints) : [],
  } as const
  if (subtype === 'Widget') return { ...common, ...formField(told) }
  const contents = toldText(contentsObj, 'str')
  if (subtype === 'FreeText') return { ...common, what: 'remark', words: contents, reading: 'drawn' }
  if (subtype === 'FileAttachment')
    return {
      ...common,
      what: 'attachment',
      words: `${toldText(file, 'filename')} ${contents}`.trim(),
      reading: 'aside',
    }
  return { ...common, what: subtype === 'Stamp' ? 'stamp' : 'remark', words: contents, reading: 'aside' }
}

function formField(told: Told): Pick<Annotation, 'what' | 'words' | 'reading'> {
  const { fieldName, fieldType, fieldValue, pushButton, checkBox, radioButton, exportValue, buttonValue } =
    told
  const what = `field ${typeof fieldName === 'string' ? fieldName : ''}`.trim()
  if (pushButton === true) return { what: 'button', words: '', reading: 'aside' }
  if (checkBox === true || radioButton === true) {
    const isOn = fieldValue === (checkBox === true ? exportValue : buttonValue) && fieldValue !== null
    return { what, words: isOn ? '☒' : '☐', reading: 'instead' }
  }
  const words = fieldValues(fieldValue)
    .map((value) => shownOf(value, told.options))
    .join(', ')
  // A list box shows every option, and boxes for one letter each split words.
  const isList = fieldType === 'Ch' && told.combo !== true
  return { what, words, reading: isList || told.comb === true ? 'instead' : 'drawn' }
}

function fieldValues(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter(
    (one) => typeof one === 'string' && one.trim() !== '',
  )
}

/** An option in the words that a form displays for it. */
function shownOf(value: string, options: unknown): string {
  const chosen = (Array.isArray(options) ? options : []).find((option: Told) => option.exportValue === value)
  return toldText(chosen, 'displayValue') || value
}

function toldText(told: unknown, name: string): string {
  const text = typeof told === 'object' && told !== null ? (told as Told)[name] : null
  return typeof text === 'string' ? text : ''
}

/** The bounding boxes of areas given by four points each. */
function quadsOf(list: unknown): Box[] {
  const numbers = numbersOf(list)
  return Array.from({ length: Math.floor(numbers.length / 8) }, (_, index) => {
    const points = numbers.slice(index * 8, index * 8 + 8)
    const [xs, ys] = [points.filter((_, at) => at % 2 === 0), points.filter((_, at) => at % 2 === 1)]
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  })
}
