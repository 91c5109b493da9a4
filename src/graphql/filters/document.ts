import { sql } from 'drizzle-orm'
import { tables } from '../../database/tables/index.ts'
import { publisherKind } from '../../datasets/vocabularies/agreements.ts'
import { agreementFilter, agreementsWhere, ofAgreement } from './agreement.ts'
import { flag, isAny, isIn, oneOfCondition, textsCondition } from './condition.ts'
import { filterOf, matching } from './filter.ts'

const { agreement_documents, documents, quotes } = tables

/** Which documents. */
export const documentFilter = filterOf('documents', {
  agreement: matching(
    agreementFilter,
    {
      sv: 'Ett medborgarlöfte som har dokumentet som källa.',
      en: 'An agreement that has the document as a source.',
    },
    (agreement) =>
      isIn(
        documents.id,
        sql`select ${agreement_documents.documentId} from ${agreement_documents} where ${isIn(agreement_documents.agreementId, agreementsWhere(agreement))}`,
      ),
  ),
  publisherKind: oneOfCondition(
    publisherKind,
    { sv: 'Vem som har publicerat källan.', en: 'Who published it.' },
    (values) => isAny(documents.publisherKind, values),
  ),
  hasText: flag(
    {
      yes: { sv: 'dess text är arkiverad här.', en: 'its text is archived here.' },
      no: { sv: 'bara dess adress är känd.', en: 'only its address is known.' },
    },
    sql`${documents.text} is not null`,
  ),
})

/** Which quotes. */
export const quoteFilter = filterOf('quotes', {
  ...ofAgreement(quotes.agreementId),
  columnName: textsCondition(
    {
      sv: 'Kolumnen vars värde citeras, t.ex. "target_value".',
      en: 'The column whose value is quoted, such as "target_value".',
    },
    (names) => sql`${quotes.columnName} in (select lower(name) from unnest(${names}) as name)`,
  ),
})
