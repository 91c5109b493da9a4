import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { layOutYaml, withoutEmpty, YAML_STYLE } from '../../ingest/write-draft.ts'
import { agreementSchema } from '../../records/agreement-schema.ts'
import { type Fields, inFieldOrder } from '../../records/field.ts'
import type { Unfinished } from '../record/unfinished.ts'

/**
 * The YAML of a record: the previous one with the changes, so that comments and the formatting of everything unchanged
 * are kept.
 */
export function writeRecord(record: Unfinished | Fields, before: string): string {
  const document: Document = parseDocument(before)
  const value = withoutEmpty(inFieldOrder(agreementSchema, record))
  document.contents = merged(document, document.contents, value)
  layOutYaml(document)
  return document.toString(YAML_STYLE)
}

function merged(document: Document, node: Node | null, value: unknown): Node {
  if (Array.isArray(value) && isSeq(node)) return mergedList(document, node, value)
  if (isObject(value) && isMap(node)) return mergedMap(document, node, value)
  if (isScalar(node) && !isObject(value) && !Array.isArray(value)) {
    if (node.value !== value) node.value = value
    return node
  }
  return document.createNode(value)
}

function mergedMap(document: Document, map: YAMLMap, value: { [name: string]: unknown }): YAMLMap {
  for (const { key } of [...map.items]) {
    const name = isScalar(key) ? String(key.value) : ''
    if (value[name] === undefined) map.delete(key)
  }
  /** Where a new field belongs: after the one before it in record order. */
  let end = 0
  for (const [name, part] of Object.entries(value)) {
    const node = map.get(name, true)
    const after = merged(document, node ?? null, part)
    if (node === undefined) map.items.splice(end, 0, document.createPair(name, after))
    else if (after !== node) map.set(name, after)
    end = map.items.findIndex(({ key }) => isScalar(key) && key.value === name) + 1
  }
  return map
}

/** Items with the same id are the same; without ids, those at the same place. */
function mergedList(document: Document, list: YAMLSeq, value: readonly unknown[]): YAMLSeq {
  const before = list.items.filter((item): item is Node => isMap(item) || isScalar(item) || isSeq(item))
  const named = new Map(before.map((item) => [nameIn(item.toJS(document)), item]))
  list.items = value.map((part, index) => {
    const name = nameIn(part)
    const node = name === null ? before[index] : named.get(name)
    // Each old item is used once, even if two new ones have the same id.
    if (name !== null) named.delete(name)
    return merged(document, node ?? null, part)
  })
  return list
}

/** What identifies an item of a list: its id, the code of a municipality, the name of a value. */
function nameIn(part: unknown): string | null {
  if (!isObject(part)) return null
  const name = part.id ?? part.code ?? part.value
  return typeof name === 'string' ? name : null
}

function isObject(value: unknown): value is { [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
