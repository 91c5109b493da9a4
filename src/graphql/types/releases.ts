import type { EndedCheck } from '../../database/checks.ts'
import { bilingualText } from '../../datasets/dataset.ts'
import { checkOutcome } from '../../datasets/vocabularies/checks.ts'
import { builder } from '../builder.ts'
import { enumOf } from '../enums.ts'

// What is known about the releases of the data: times, not ages, since a response may be cached.

export const LastRelease = builder
  .objectRef<{ readonly name: string; readonly publishedAt: Date | null }>('LastRelease')
  .implement({
    description: bilingualText({ sv: 'En utgåva av data.', en: 'A release of the data.' }),
    fields: (t) => ({
      name: t.exposeString('name', {
        description: bilingualText({
          sv: 'Utgåvans namn, t.ex. r1-60e0c67c. Dess filer finns på /exports/<namn>/.',
          en: 'The name of the release, such as r1-60e0c67c. Its files are at /exports/<name>/.',
        }),
      }),
      publishedAt: t.string({
        nullable: true,
        description: bilingualText({
          sv: 'När den publicerades, enligt ISO 8601. Null om denna databas inte känner till det.',
          en: 'When it was published, in the format of ISO 8601. Null if this database has no record of it.',
        }),
        resolve: ({ publishedAt }) => publishedAt?.toISOString() ?? null,
      }),
    }),
  })

export const LastCheck = builder.objectRef<EndedCheck>('LastCheck').implement({
  description: bilingualText({
    sv: 'En kontroll av om data har ändrats sedan utgåvan.',
    en: 'A check of whether the data have changed since their release.',
  }),
  fields: (t) => ({
    endedAt: t.string({
      description: bilingualText({
        sv: 'När kontrollen var klar, enligt ISO 8601.',
        en: 'When the check ended, in the format of ISO 8601.',
      }),
      resolve: ({ endedAt }) => endedAt.toISOString(),
    }),
    outcome: t.field({
      type: enumOf(checkOutcome),
      description: bilingualText({ sv: 'Kontrollens resultat.', en: 'The outcome of the check.' }),
      resolve: ({ outcome }) => outcome,
    }),
  }),
})
