import type { EndedCheck } from '../../database/checks.ts'
import { checkOutcome } from '../../datasets/vocabularies/checks.ts'
import { builder } from '../builder.ts'
import { enumOf } from '../enums.ts'

// What is known of the releases of the data. These are times and not ages: an answer may be kept by whoever got it.

export const LastRelease = builder
  .objectRef<{ readonly name: string; readonly publishedAt: Date | null }>('LastRelease')
  .implement({
    description: 'A release of the data.',
    fields: (t) => ({
      name: t.exposeString('name', {
        description: 'The name of the release, such as r1-60e0c67c. Its files are at /exports/<name>/.',
      }),
      publishedAt: t.string({
        nullable: true,
        description:
          'When it was published, according to ISO 8601. Null if this database has no record of it.',
        resolve: ({ publishedAt }) => publishedAt?.toISOString() ?? null,
      }),
    }),
  })

export const LastCheck = builder.objectRef<EndedCheck>('LastCheck').implement({
  description: 'A check of whether the data have changed since their release.',
  fields: (t) => ({
    endedAt: t.string({
      description: 'When the check ended, according to ISO 8601.',
      resolve: ({ endedAt }) => endedAt.toISOString(),
    }),
    outcome: t.field({
      type: enumOf(checkOutcome),
      description: 'The outcome of the check.',
      resolve: ({ outcome }) => outcome,
    }),
  }),
})
