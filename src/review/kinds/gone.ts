import type { Kind } from './kind.ts'

/** What had been reviewed and is no longer in the text: it can be kept, should its words come back, or rejected. */
export const gone: Kind = {
  label: { sv: 'Inte längre i texten', en: 'No longer in the text' },
  says: () => null,
  fields: () => [],
  reject: (record, { key }) => {
    const left = record.gone?.filter(({ value }) => value !== key) ?? []
    return { ...record, gone: left.length > 0 ? left : null }
  },
}
