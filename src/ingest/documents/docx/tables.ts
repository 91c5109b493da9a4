import type { Element, ParentNode } from 'domhandler'
import { makeElement } from '../html/build.ts'
import { findElements } from '../html/tree.ts'
import type { LeftOut } from '../left-out.ts'
import { allWords, childOf, propertyOf, switchOf } from './xml.ts'

/** A table, with the contents of its cells as `read` returns them. Hidden and deleted rows are reported. */
export function makeTable(
  table: Element,
  read: (cell: ParentNode) => readonly Element[],
  leftOut: LeftOut,
): Element {
  /** Cells that may extend into the next row, by first column. */
  const above = new Map<number, Element>()
  const rows = findBelow(table, 'tr').flatMap((row) => {
    const properties = childOf(row, 'trPr')
    const why =
      switchOf(properties, 'hidden') === true ? 'hidden' : childOf(properties, 'del') ? 'deleted' : null
    if (why !== null) {
      leftOut.add(why, allWords(row))
      return []
    }
    let column = countAbove(propertyOf(properties, 'gridBefore'), 0)
    const cells = column > 0 ? [makeElement('td', [], { colspan: `${column}` })] : []
    for (const cell of findBelow(row, 'tc')) {
      const own = childOf(cell, 'tcPr')
      const span = countAbove(propertyOf(own, 'gridSpan'), 1)
      const merge = childOf(own, 'vMerge')
      const merged = merge && merge.attribs.val !== 'restart' ? above.get(column) : undefined
      if (merged) {
        merged.attribs.rowspan = `${Number(merged.attribs.rowspan) + 1}`
        leftOut.add('hidden', allWords(cell))
      } else {
        const made = makeElement('td', read(cell), { colspan: `${span}`, rowspan: '1' })
        cells.push(made)
        if (merge) above.set(column, made)
        else above.delete(column)
      }
      column += span
    }
    return [makeElement('tr', cells)]
  })
  return makeElement('table', rows)
}

/** The rows of a table or the cells of a row, also inside content controls; not those of nested tables. */
function findBelow(parent: Element, name: string): Element[] {
  return findElements(parent, (one) => one.name === name || one.name === 'tbl').filter(
    (one) => one.name === name,
  )
}

function countAbove(value: string | undefined, least: number): number {
  const count = Number(value)
  return Number.isInteger(count) && count > least ? count : least
}
