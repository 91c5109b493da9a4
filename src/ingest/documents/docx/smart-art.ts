import type { Element, ParentNode } from 'domhandler'
import { findElements } from '../html/tree.ts'
import { childOf } from './xml.ts'

/** The paragraphs of a SmartArt, in drawing order. */
export function smartArtParagraphs(data: ParentNode): Element[] {
  const points = findElements(data, ({ name }) => name === 'pt').filter(
    ({ attribs }) => attribs.type !== 'pres',
  )
  const byId = new Map(points.map((point) => [point.attribs.modelId, point]))
  const below = Map.groupBy(
    findElements(data, ({ name, attribs }) => name === 'cxn' && (attribs.type ?? 'parOf') === 'parOf').sort(
      (one, other) => Number(one.attribs.srcOrd) - Number(other.attribs.srcOrd),
    ),
    ({ attribs }) => attribs.srcId,
  )
  const ordered = new Set<Element>()
  const visit = (point: Element | undefined): void => {
    if (!point || ordered.has(point)) return
    ordered.add(point)
    for (const { attribs } of below.get(point.attribs.modelId) ?? []) visit(byId.get(attribs.destId))
  }
  visit(points.find(({ attribs }) => attribs.type === 'doc'))
  for (const point of points) visit(point)
  return [...ordered].flatMap((point) => {
    const text = childOf(point, 't')
    return text ? findElements(text, ({ name }) => name === 'p') : []
  })
}
