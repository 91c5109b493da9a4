import { builder } from '../builder.ts'
import type { Quota } from '../context.ts'

const RateLimit = builder.objectRef<Quota>('RateLimit').implement({
  description: 'How much your address may ask for in a minute, in units of cost.',
  fields: (t) => ({
    limit: t.exposeInt('limit', { description: 'The quota: how many units per minute.' }),
    remaining: t.exposeInt('remaining', {
      description:
        'How many units are left, with the highest possible cost of this query (`extensions.cost.requested`) deducted. The response header RateLimit gives what is left after its actual cost.',
    }),
    reset: t.exposeInt('reset', { description: 'In how many seconds the quota is full again.' }),
  }),
})

builder.queryField('rateLimit', (t) =>
  t.field({
    type: RateLimit,
    nullable: true,
    description:
      'What is left of your quota. A response with this field is for you alone: it is not cached, neither here nor on its way. Null if the server has no quota.',
    resolve: (_root, _args, { quota }) => quota,
  }),
)
