import type { EndedCheck } from '../../database/checks.ts'
import { checkOutcome } from '../../datasets/vocabularies/checks.ts'
import { builder } from '../builder.ts'
import { enumOf } from '../enums.ts'

// What is known of the releases of the data. These are times and not ages: an answer may be kept by whoever got it.

export const LastRelease = builder
  .objectRef<{ readonly name: string; readonly publishedAt: Date | null }>('LastRelease')
  .implement({
    description: 'The release of the newest data that were released.',
    fields: (t) => ({
      name: t.exposeString('name', {
        description: 'Its name, such as r1-60e0c67c: its files are at /exports/<name>/.',
      }),
      publishedAt: t.string({
        nullable: true,
        description: 'When it was published, as in ISO 8601. Null where that is not known to this database.',
        resolve: ({ publishedAt }) => publishedAt?.toISOString() ?? null,
      }),
    }),
  })

export const LastCheck = builder.objectRef<EndedCheck>('LastCheck').implement({
  description: 'The last time that it was looked whether the data had changed since their release.',
  fields: (t) => ({
    endedAt: t.string({
      description: 'When that was, as in ISO 8601.',
      resolve: ({ endedAt }) => endedAt.toISOString(),
    }),
    outcome: t.field({
      type: enumOf(checkOutcome),
      description: 'What it came to.',
      resolve: ({ outcome }) => outcome,
    }),
  }),
})
