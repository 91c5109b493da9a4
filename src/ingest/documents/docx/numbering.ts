import type { Element, ParentNode } from 'domhandler'
import { type Counting, countAs } from '../counting.ts'
import { findElements } from '../html/tree.ts'
import type { Styles } from './styles.ts'
import { childOf, childrenOf, propertyOf, switchOf } from './xml.ts'

/** A list, and the level of a paragraph in it. */
interface ListPlace {
  readonly list: string
  readonly level: number
}

const LEVELS = 9
/** The longest chain of lists defined by other lists; a longer one is circular. */
const CHAIN_MAX = 10

const COUNTINGS = new Set<string>([
  'decimal',
  'decimalZero',
  'lowerLetter',
  'upperLetter',
  'lowerRoman',
  'upperRoman',
  'ordinal',
] satisfies Counting[])

/** Computes the numbers that Word writes before paragraphs and that are not in the text. */
export class Numbering {
  readonly #styles: Styles
  readonly #abstract: ReadonlyMap<string, Element>
  readonly #lists: ReadonlyMap<string, Element>
  /** The latest numbers of each abstract list, by level. */
  readonly #counts = new Map<Element, (number | undefined)[]>()
  /** The lists that have restarted, as their definition asks. */
  readonly #begun = new Set<string>()

  constructor(root: ParentNode | null, styles: Styles) {
    const byId = (name: string, id: string) =>
      new Map(
        (root ? findElements(root, (one) => one.name === name) : []).map((one) => [
          one.attribs[id] ?? '',
          one,
        ]),
      )
    this.#styles = styles
    this.#abstract = byId('abstractNum', 'abstractNumId')
    this.#lists = byId('num', 'numId')
  }

  /** The list and level of a paragraph, from itself or from its style. */
  placeOf(properties: Element | undefined, style: string | undefined): ListPlace | null {
    const own = childOf(properties, 'numPr')
    const ofStyle = this.#styles.paragraphProperty(style, 'numPr')
    const list = propertyOf(own, 'numId') ?? propertyOf(ofStyle, 'numId')
    if (list === undefined || list === '0') return null
    const stated =
      propertyOf(own, 'ilvl') ??
      (own ? undefined : this.#levelOfStyle(list, style)) ??
      propertyOf(ofStyle, 'ilvl')
    const level = Number(stated ?? 0)
    return Number.isInteger(level) && level >= 0 && level < LEVELS ? { list, level } : null
  }

  /** The marker of the next paragraph at a level: "-" for any bullet; null for no marker. */
  next({ list, level }: ListPlace): string | null {
    const abstract = this.#abstractOf(list)
    const definition = this.#level(list, level)
    if (!abstract || !definition) return null
    const counts = this.#counts.get(abstract) ?? Array<number | undefined>(LEVELS).fill(undefined)
    this.#counts.set(abstract, counts)
    const anew = `${list} ${level}`
    const start = this.#begun.has(anew) ? undefined : this.#startOverride(list, level)
    this.#begun.add(anew)
    const before = counts[level]
    counts[level] = start ?? (before === undefined ? firstNumber(definition) : before + 1)
    for (let below = level + 1; below < LEVELS; below++) {
      const restart = propertyOf(this.#level(list, below), 'lvlRestart')
      if (restart === undefined || level < Number(restart)) counts[below] = undefined
    }
    if (propertyOf(definition, 'numFmt') === 'bullet') return '-'
    const isLegal = switchOf(definition, 'isLgl') === true
    const label = (propertyOf(definition, 'lvlText') ?? `%${level + 1}.`).replace(
      /%([1-9])/g,
      (_, digit: string) => {
        const of = this.#level(list, Number(digit) - 1)
        const format = propertyOf(of, 'numFmt') ?? 'decimal'
        const count = counts[Number(digit) - 1] ?? (of ? firstNumber(of) : 1)
        if (format === 'none') return ''
        return countAs(count, COUNTINGS.has(format) && !isLegal ? (format as Counting) : 'decimal')
      },
    )
    return label.trim() === '' ? null : label.trim()
  }

  #level(list: string, level: number): Element | undefined {
    const own = this.#overrides(list, level)
      .map((override) => childOf(override, 'lvl'))
      .find((each) => each)
    return own ?? levelsOf(this.#abstractOf(list)).find(({ attribs }) => Number(attribs.ilvl ?? 0) === level)
  }

  #startOverride(list: string, level: number): number | undefined {
    const [start] = this.#overrides(list, level).flatMap(
      (override) => propertyOf(override, 'startOverride') ?? [],
    )
    return start === undefined ? undefined : Number(start) || 0
  }

  #overrides(list: string, level: number): Element[] {
    return childrenOf(this.#lists.get(list)).filter(
      ({ name, attribs }) => name === 'lvlOverride' && Number(attribs.ilvl) === level,
    )
  }

  #levelOfStyle(list: string, style: string | undefined): string | undefined {
    if (style === undefined) return undefined
    return levelsOf(this.#abstractOf(list)).find((level) => propertyOf(level, 'pStyle') === style)?.attribs
      .ilvl
  }

  #abstractOf(list: string): Element | undefined {
    let of: string | undefined = list
    for (let links = 0; of !== undefined && links < CHAIN_MAX; links++) {
      const abstract: Element | undefined = this.#abstract.get(
        propertyOf(this.#lists.get(of), 'abstractNumId') ?? '',
      )
      const link = propertyOf(abstract, 'numStyleLink')
      if (link === undefined) return abstract
      of = propertyOf(this.#styles.paragraphProperty(link, 'numPr'), 'numId')
    }
    return undefined
  }
}

function levelsOf(abstract: Element | undefined): Element[] {
  return childrenOf(abstract).filter(({ name }) => name === 'lvl')
}

function firstNumber(level: Element): number {
  return Number(propertyOf(level, 'start') ?? 0) || 0
}
