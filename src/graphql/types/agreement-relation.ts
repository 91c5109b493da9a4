import { inArray } from 'drizzle-orm'
import { tables } from '../../database/tables/index.ts'
import type { FieldBuilder } from '../columns.ts'
import { link, linkList } from '../links.ts'
import { nodeType } from '../nodes.ts'
import { quotesOf } from '../quotes.ts'

nodeType('agreement_relations', (t) => ({
  agreement: link(t, 'agreement_relations', 'agreementId', {
    sv: 'Medborgarlöftet som sambandet gäller.',
    en: 'The agreement that has the relation.',
  }),
  relatedAgreement: link(t, 'agreement_relations', 'relatedAgreementId', {
    sv: 'Den andra överenskommelsen.',
    en: 'The other agreement.',
  }),
  quotes: quotesOf(t),
}))

/** The relations by which one agreement replaces or extends another. */
const IS_RENEWAL = inArray(tables.agreement_relations.relation, ['extends', 'renews'])

/** The fields of an agreement for its relations to other agreements. */
export function relationFields<R extends { id: string }>(t: FieldBuilder<R>) {
  return {
    relations: linkList(t, 'id', {
      name: 'Agreement.relations',
      description: {
        sv: 'Vad medborgarlöftet förlänger, förnyar, kommer efter eller har slutits under.',
        en: 'What the agreement extends, renews, follows or is made under.',
      },
      dataset: 'agreement_relations',
      parent: 'agreementId',
      order: ['position', 'id'],
    }),
    relationsFrom: linkList(t, 'id', {
      name: 'Agreement.relationsFrom',
      description: {
        sv: 'Andra medborgarlöftens samband med detta.',
        en: 'The relations of other agreements to this one.',
      },
      dataset: 'agreement_relations',
      parent: 'relatedAgreementId',
      order: ['agreementId', 'position', 'id'],
    }),
    renews: linkList(t, 'id', {
      name: 'Agreement.renews',
      description: {
        sv: 'De medborgarlöften i datamängden som detta förlänger, förnyar eller ersätter, enligt källan. Se relations för överenskommelser utanför datamängden och för ordalydelsen.',
        en: 'The agreements in the data set that this one extends, renews or replaces, according to its source. See relations for agreements outside the data set and for the wording.',
      },
      dataset: 'agreements',
      via: {
        dataset: 'agreement_relations',
        parent: 'agreementId',
        child: 'relatedAgreementId',
        where: IS_RENEWAL,
      },
      order: ['id'],
    }),
    renewedBy: linkList(t, 'id', {
      name: 'Agreement.renewedBy',
      description: {
        sv: 'De medborgarlöften som förlänger, förnyar eller ersätter detta, enligt sina källor.',
        en: 'The agreements that extend, renew or replace this one, according to their sources.',
      },
      dataset: 'agreements',
      via: {
        dataset: 'agreement_relations',
        parent: 'relatedAgreementId',
        child: 'agreementId',
        where: IS_RENEWAL,
      },
      order: ['id'],
    }),
  }
}
