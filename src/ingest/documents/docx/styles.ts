import type { Element, ParentNode } from 'domhandler'
import { findElements } from '../html/tree.ts'
import { childOf, propertyOf, switchOf } from './xml.ts'

/** The formatting of a run, as far as it determines whether and where the text is read. */
export interface DocxLook {
  readonly isHidden: boolean
  readonly isStruck: boolean
  readonly position: 'raised' | 'lowered' | null
  readonly font: string | null
}

/** The longest chain of styles based on styles; a longer one is circular. */
const CHAIN_MAX = 30
/** Small text raised by at least this many half-points is superscript. */
const RAISED_HALF_POINTS = 4

const HEADING = /^(?:heading|rubrik|title|subtitle|underrubrik|tittel)(?: ?\d)?$/i

/** The styles of a DOCX. */
export class Styles {
  readonly #byId: ReadonlyMap<string, Element>
  readonly #defaults: Element | undefined
  readonly #normal: string | undefined
  readonly #chains = new Map<string, readonly Element[]>()

  constructor(root: ParentNode | null) {
    const styles = root ? findElements(root, ({ name }) => name === 'style') : []
    this.#byId = new Map(styles.map((style) => [style.attribs.styleId ?? '', style]))
    this.#normal = styles.find(
      ({ attribs }) => attribs.type === 'paragraph' && /^(?:1|true|on)$/.test(attribs.default ?? ''),
    )?.attribs.styleId
    const [defaults] = root ? findElements(root, ({ name }) => name === 'rPrDefault') : []
    this.#defaults = childOf(defaults, 'rPr')
  }

  /** The formatting of a run: its own, that of its character style, and that of its paragraph style. */
  lookOf(run: Element, paragraphStyle: string | undefined): DocxLook {
    const own = childOf(run, 'rPr')
    const ofLetters = this.#runProperties(propertyOf(own, 'rStyle'))
    const ofParagraph = this.#runProperties(paragraphStyle ?? this.#normal)
    const isOn = (name: string) => {
      const first = (chain: readonly Element[]) =>
        chain.map((properties) => switchOf(properties, name)).find((value) => value !== undefined) ?? false
      // A style can turn off what another style turns on.
      return (
        switchOf(own, name) ??
        (first(ofLetters) !== first(ofParagraph) || switchOf(this.#defaults, name) === true)
      )
    }
    const all = [...(own ? [own] : []), ...ofLetters, ...ofParagraph]
    const stated = (name: string) =>
      all.map((each) => childOf(each, name)).find((each) => each !== undefined)?.attribs
    const vertical = stated('vertAlign')?.val
    const raisedBy = Number(stated('position')?.val ?? 0)
    const fonts = stated('rFonts')
    return {
      isHidden: isOn('vanish'),
      isStruck: isOn('strike') || isOn('dstrike'),
      position:
        vertical === 'superscript' || (vertical === undefined && raisedBy >= RAISED_HALF_POINTS)
          ? 'raised'
          : vertical === 'subscript'
            ? 'lowered'
            : null,
      font: fonts?.ascii ?? fonts?.hAnsi ?? null,
    }
  }

  /** Whether a paragraph style is a heading style. */
  isHeading(id: string | undefined): boolean {
    return this.#chain(id).some(
      (style) => HEADING.test(propertyOf(style, 'name') ?? '') || HEADING.test(style.attribs.styleId ?? ''),
    )
  }

  /** A paragraph property that a style sets. */
  paragraphProperty(id: string | undefined, name: string): Element | undefined {
    return this.#chain(id ?? this.#normal)
      .map((style) => childOf(childOf(style, 'pPr'), name))
      .find((property) => property !== undefined)
  }

  #runProperties(id: string | undefined): Element[] {
    return this.#chain(id).flatMap((style) => childOf(style, 'rPr') ?? [])
  }

  /** A style and the styles that it is based on. */
  #chain(id: string | undefined): readonly Element[] {
    const style = id === undefined ? undefined : this.#byId.get(id)
    if (id === undefined || !style) return []
    const known = this.#chains.get(id)
    if (known) return known
    const chain = [style]
    for (let next = propertyOf(style, 'basedOn'); next !== undefined && chain.length < CHAIN_MAX; ) {
      const base = this.#byId.get(next)
      if (!base) break
      chain.push(base)
      next = propertyOf(base, 'basedOn')
    }
    this.#chains.set(id, chain)
    return chain
  }
}
