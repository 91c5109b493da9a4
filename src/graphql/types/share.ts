import type { Share } from '../../database/statistics/groups.ts'
import { bilingualText } from '../../datasets/dataset.ts'
import { builder } from '../builder.ts'

const ShareUnknownReason = builder.enumType('ShareUnknownReason', {
  description: bilingualText({ sv: 'Varför en andel är null.', en: 'Why a share is null.' }),
  values: {
    NOTHING: {
      value: 'nothing',
      description: bilingualText({ sv: 'Gruppen är tom.', en: 'The group is empty.' }),
    },
    NOT_LOOKED_FOR: {
      value: 'not_looked_for',
      description: bilingualText({
        sv: 'Ingen har letat efter båda svaren i det som gruppen innehåller, så andelen är okänd.',
        en: 'Nobody has looked for both answers in what the group contains, so the share is not known.',
      }),
    },
  } as const,
})

/** A share, with its total; null if nobody has looked for both answers. */
export const ShareType = builder.objectRef<Share>('Share').implement({
  description: bilingualText({
    sv: 'Ett antal av ett totalt antal, där någon har letat efter båda svaren, ja och nej, i hela det totala antalet.',
    en: 'A number out of a total, for all of which somebody has looked for both answers, yes and no.',
  }),
  fields: (t) => ({
    count: t.exposeInt('count', { description: bilingualText({ sv: 'Antalet.', en: 'The number.' }) }),
    of: t.exposeInt('of', {
      description: bilingualText({
        sv: 'Det totala antalet. Fältet med andelen säger vad det räknar.',
        en: 'The total. The field with the share says what it counts.',
      }),
    }),
    share: t.exposeFloat('share', {
      nullable: true,
      description: bilingualText({
        sv: 'Antalet delat med det totala antalet, från 0 till 1. Null om det totala antalet är 0, se shareUnknownReason.',
        en: 'The number divided by the total, from 0 to 1. Null if the total is 0, see shareUnknownReason.',
      }),
    }),
    shareUnknownReason: t.expose('shareUnknownReason', {
      type: ShareUnknownReason,
      nullable: true,
      description: bilingualText({
        sv: 'Varför andelen är null. Null om det finns en andel.',
        en: 'Why the share is null. Null if there is a share.',
      }),
    }),
  }),
})
