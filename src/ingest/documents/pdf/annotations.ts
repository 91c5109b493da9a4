import type { Fragment } from './fragments.ts'
import { type Box, boxed, boxOf, type Matrix, numbersOf } from './matrix.ts'
import type { PdfPage } from './opened.ts'

/** Something that lies on a page besides its own drawing: a field of a form, a remark, a stamp. */
export interface Annotation {
  readonly id: string
  readonly box: Box
  /** What it is called where it is left out. */
  readonly what: string
  /** The words that it is said to hold. */
  readonly words: string
  /** Whether what is drawn for it is read where it stands, is left out, or its words stand instead. */
  readonly reading: 'drawn' | 'aside' | 'instead'
  readonly isHidden: boolean
  /** Where it strikes words out. */
  readonly struck: readonly Box[]
}

/** An annotation as pdf.js tells of it. */
type Told = { readonly [name: string]: unknown }

/** These are seen when somebody points at something, and have no words of their own, or those of another. */
const WORDLESS = new Set(['Link', 'Popup'])
const HIDDEN = 2
const NOT_SEEN = 32

/** What lies on a page besides its own drawing. */
export async function annotationsOf(page: PdfPage): Promise<Annotation[]> {
  const all: readonly Told[] = await page.getAnnotations({ intent: 'any' })
  return all.filter(({ subtype }) => !WORDLESS.has(String(subtype))).map(annotationOf)
}

/** What stands in a field instead of what is drawn for it. */
export function fieldWords({ id, box, words, reading, isHidden }: Annotation, view: Matrix): Fragment | null {
  if (reading !== 'instead' || isHidden || words === '') return null
  const [left, top, right, bottom] = boxed(view, box)
  const size = Math.min((bottom - top) * FILLED, USUAL_SIZE)
  return { text: words, left, right, baseline: (top + bottom) / 2 + size * BELOW_MIDDLE, size, field: id }
}

/** Letters fill this part of a field's height, and are no larger than this, in points. */
const FILLED = 0.7
const USUAL_SIZE = 11
/** Their baseline lies so far below the middle of the field, in their size. */
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
  // A list shows all that can be chosen, and boxes for one letter each tear words apart.
  const isList = fieldType === 'Ch' && told.combo !== true
  return { what, words, reading: isList || told.comb === true ? 'instead' : 'drawn' }
}

function fieldValues(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter(
    (one) => typeof one === 'string' && one.trim() !== '',
  )
}

/** A choice in the words in which a form shows it. */
function shownOf(value: string, options: unknown): string {
  const chosen = (Array.isArray(options) ? options : []).find((option: Told) => option.exportValue === value)
  return toldText(chosen, 'displayValue') || value
}

function toldText(told: unknown, name: string): string {
  const text = typeof told === 'object' && told !== null ? (told as Told)[name] : null
  return typeof text === 'string' ? text : ''
}

/** The boxes around places that are each given by four points. */
function quadsOf(list: unknown): Box[] {
  const numbers = numbersOf(list)
  return Array.from({ length: Math.floor(numbers.length / 8) }, (_, index) => {
    const points = numbers.slice(index * 8, index * 8 + 8)
    const [xs, ys] = [points.filter((_, at) => at % 2 === 0), points.filter((_, at) => at % 2 === 1)]
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  })
}
