import type { Share } from '../../database/statistics/counting.ts'
import { builder } from '../builder.ts'

const ShareUnknownReason = builder.enumType('ShareUnknownReason', {
  description: 'Why a share is null.',
  values: {
    NOTHING: { value: 'nothing', description: 'The group is empty.' },
    NOT_LOOKED_FOR: {
      value: 'not_looked_for',
      description: 'Nobody has looked for both answers in what the group holds, so the share is not known.',
    },
  } as const,
})

/** A share, with what it is of; null where nobody looked for both answers. */
export const ShareType = builder.objectRef<Share>('Share').implement({
  description: 'A number of a total, where both answers, yes and no, were looked for in the total.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'The number.' }),
    of: t.exposeInt('of', { description: 'The total. The field with the share says what it counts.' }),
    share: t.exposeFloat('share', {
      nullable: true,
      description:
        'The number divided by the total, from 0 to 1. Null if the total is 0, see shareUnknownReason.',
    }),
    shareUnknownReason: t.expose('shareUnknownReason', {
      type: ShareUnknownReason,
      nullable: true,
      description: 'Why the share is null. Null if there is a share.',
    }),
  }),
})
