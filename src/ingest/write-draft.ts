import { Document, isMap, isScalar, isSeq, Scalar, visit } from 'yaml'
import { agreementSchema } from '../records/agreement-schema.ts'
import { inFieldOrder } from '../records/field.ts'
import type { Draft } from './draft.ts'

/** What is known of the document of a draft, besides its text. */
export interface DraftDocument {
  readonly url: string | null
  readonly publisherKind: string | null
  readonly retrievedOn: string | null
  /** Where it was read in a web archive: which copy, and when. */
  readonly readOn?: string
  readonly copyKind?: 'archived_copy'
  readonly copyUrl?: string
  readonly copiedOn?: string
  readonly mediaType: string
  readonly sha256: string
}

/** Fields that an editor must fill in: they are present, but empty, if the document does not state them. */
const STANDS_EMPTY = new Set(['id', 'title', 'reviewed', 'role', 'on'])
/** Fields whose lists and maps are written on one line. */
const IN_LINE = new Set(['at', 'topics', 'basis', 'years', 'report', 'reviewed', 'reviewedBefore'])
const ITEMS_IN_LINE = new Set(['actors', 'reading', 'review'])

/**
 * A draft in the form of agreement.yaml, with `reviewed: null`, and `reading` for the rule and the confidence of each
 * value. An editor corrects it and adds who reviewed it and when; then it is a record.
 */
export function writeDraft(draft: Draft, document: DraftDocument): string {
  const { id, ...rest } = draft.record
  const documentId = id === null ? null : `${id}-d1`
  const record = {
    id,
    document: { id: documentId, ...document },
    reviewed: null,
    ...rest,
    reading: draft.readings,
  }
  const yaml = new Document(withoutEmpty(inFieldOrder(agreementSchema, record)))
  layOutYaml(yaml)
  return yaml.toString(YAML_STYLE)
}

/** How the YAML of records is written. */
export const YAML_STYLE = { lineWidth: 0, flowCollectionPadding: true }

/** Puts each short part of a record on one line, and adds quotation marks. */
export function layOutYaml(yaml: Document): void {
  visit(yaml, {
    Pair(_, { key, value }) {
      const name = isScalar(key) ? String(key.value) : ''
      if (IN_LINE.has(name) && (isSeq(value) || isMap(value))) value.flow = true
      if (ITEMS_IN_LINE.has(name) && isSeq(value)) {
        for (const item of value.items) if (isMap(item)) item.flow = true
      }
      if (name === 'words' && isScalar(value)) value.type = Scalar.QUOTE_DOUBLE
    },
  })
}

/** Removes null values, except for those that an editor must fill in. */
export function withoutEmpty(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutEmpty)
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part)
      .filter(([name, value]) => value !== null || STANDS_EMPTY.has(name))
      .map(([name, value]) => [name, withoutEmpty(value)]),
  )
}
