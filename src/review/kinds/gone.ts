import type { Kind } from './kind.ts'

/** A reviewed value that is no longer in the text: it can be kept, in case its words return, or rejected. */
export const gone: Kind = {
  label: { sv: 'Inte längre i texten', en: 'No longer in the text' },
  says: () => null,
  fields: () => [],
  reject: (record, { key }) => {
    const left = record.gone?.filter(({ value }) => value !== key) ?? []
    return { ...record, gone: left.length > 0 ? left : null }
  },
}
