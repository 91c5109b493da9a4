import { type SQL, sql } from 'drizzle-orm'
import { tables } from '../../database/tables/index.ts'
import { bilingualText } from '../../datasets/dataset.ts'
import { builder } from '../builder.ts'
import { type Condition, isIn, textArray } from './condition.ts'

const { agreement_relations, agreements } = tables
const { agreementId, relatedAgreementId, relation } = agreement_relations

const isRenewal = sql`${relation} in ('extends', 'renews')`

const renews = isIn(agreements.id, sql`select ${agreementId} from ${agreement_relations} where ${isRenewal}`)
const isRenewed = isIn(
  agreements.id,
  sql`select ${relatedAgreementId} from ${agreement_relations} where ${isRenewal} and ${relatedAgreementId} is not null`,
)

type RenewalValue = 'renews' | 'renewed' | 'neither'

const HOLDS: { readonly [V in RenewalValue]: SQL } = {
  renews,
  renewed: isRenewed,
  neither: sql`not (${renews} or ${isRenewed})`,
}

const Renewal = builder.enumType('Renewal', {
  description: bilingualText({
    sv: 'Ett medborgarlöftes plats i en följd av medborgarlöften som förlänger eller förnyar varandra.',
    en: 'The place of an agreement in a series of agreements that extend or renew each other.',
  }),
  values: {
    RENEWS: {
      value: 'renews',
      description: bilingualText({
        sv: 'Det förlänger eller förnyar ett annat, som kan finnas utanför datamängden.',
        en: 'It extends or renews another, which may be outside the data set.',
      }),
    },
    RENEWED: {
      value: 'renewed',
      description: bilingualText({
        sv: 'Ett annat i datamängden förlänger eller förnyar det.',
        en: 'Another in the data set extends or renews it.',
      }),
    },
    NEITHER: {
      value: 'neither',
      description: bilingualText({ sv: 'Inget av dessa är känt.', en: 'Neither of these is known.' }),
    },
  } as const,
})

/** Whether an agreement is renewed: [RENEWS, RENEWED] means in either direction. */
export const renewal: Condition = {
  type: [Renewal],
  description: {
    sv: 'Om det förlänger eller förnyar ett annat, eller självt förlängs eller förnyas. Det räcker att ett av värdena stämmer: [RENEWS, RENEWED] betyder åt endera hållet.',
    en: 'Whether it extends or renews another, or is extended or renewed. Any of these values matches: [RENEWS, RENEWED] means in either direction.',
  },
  where: (values: RenewalValue[], bind) => {
    const asked = textArray(values, bind)
    const each = Object.entries(HOLDS).map(([value, holds]) => sql`(${value} = any(${asked}) and ${holds})`)
    return sql`(${sql.join(each, sql` or `)})`
  },
}
