import { activityId, agreementId, promiseId, reportId } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { outcomeState } from './vocabularies/outcomes.ts'
import { targetPer } from './vocabularies/promises.ts'
import { targetWhat } from './vocabularies/target-what.ts'

const noNumber = { sv: 'Redovisningen ger inget tal.', en: 'The report gives no number.' }
const noTime = { sv: 'Redovisningen anger det inte.', en: 'The report does not state it.' }
const nothingMore = {
  sv: 'Redovisningen säger inte mer än state.',
  en: 'The report says no more than state.',
}
const wholeAgreement = {
  sv: 'Utfallet gäller något annat, eller medborgarlöftet i sin helhet.',
  en: 'The outcome is of something else, or of the agreement as a whole.',
}

export const outcomes = {
  name: 'outcomes',
  type: 'Outcome',
  title: { sv: 'Redovisade utfall', en: 'Reported outcomes' },
  description: {
    sv: 'Vad en redovisning säger om ett löfte, en aktivitet eller ett helt medborgarlöfte. Det är alltid redovisat av någon, aldrig bedömt av oss. Att en rad saknas betyder att ingen har letat, inte att inget gjorts.',
    en: 'What a report says of a promise, an activity or a whole agreement. It is always reported by somebody, never judged by us. A missing row means that nobody has looked, not that nothing was done.',
  },
  leastRows: 450,
  key: ['id'],
  label: { sv: 'gistSv', en: 'gistEn' },
  columns: {
    id: {
      type: 'text',
      title: { sv: 'Id', en: 'Id' },
      description: {
        sv: 'Utfallets id, t.ex. 2580-2018-p1-o1.',
        en: 'The id of the outcome, such as 2580-2018-p1-o1.',
      },
    },
    agreementId,
    promiseId: { ...promiseId, absent: wholeAgreement },
    activityId: { ...activityId, absent: wholeAgreement },
    reportId,
    state: {
      type: 'enum',
      values: outcomeState,
      title: { sv: 'Redovisat utfall', en: 'Reported state' },
      description: { sv: 'Vad redovisningen säger.', en: 'What the report says.' },
    },
    value: {
      type: 'number',
      title: { sv: 'Redovisat tal', en: 'Reported value' },
      description: { sv: 'Det tal som redovisas.', en: 'The number that is reported.' },
      absent: noNumber,
    },
    unit: {
      type: 'enum',
      values: targetWhat,
      title: { sv: 'Vad talet räknar', en: 'What the value counts' },
      description: {
        sv: 'Vad talet räknar, i enhetlig form.',
        en: 'What the number counts, in uniform wording.',
      },
      absent: {
        sv: 'Redovisningen ger inget tal, eller det räknar något annat än målet.',
        en: 'The report gives no number, or it counts something else than the target.',
      },
    },
    per: {
      type: 'enum',
      values: targetPer,
      title: { sv: 'Talets tid', en: 'Time of the value' },
      description: { sv: 'Den tid som talet gäller.', en: 'The time that the number is for.' },
      absent: noTime,
    },
    coversFrom: {
      type: 'date',
      title: { sv: 'Gäller från', en: 'Covers from' },
      description: {
        sv: 'Den första dagen som utfallet gäller.',
        en: 'The first day that the outcome is about.',
      },
      absent: noTime,
    },
    coversTo: {
      type: 'date',
      title: { sv: 'Gäller till', en: 'Covers to' },
      description: {
        sv: 'Den sista dagen som utfallet gäller.',
        en: 'The last day that the outcome is about.',
      },
      absent: noTime,
    },
    gistSv: {
      type: 'text',
      title: { sv: 'Kort', en: 'Gist in Swedish' },
      description: {
        sv: 'Vad redovisningen säger, med våra egna ord.',
        en: 'What the report says, in our own words, in Swedish.',
      },
      absent: nothingMore,
    },
    gistEn: {
      type: 'text',
      title: { sv: 'Kort på engelska', en: 'Gist' },
      description: {
        sv: 'Vad redovisningen säger, med våra egna ord, på engelska.',
        en: 'What the report says, in our own words.',
      },
      absent: nothingMore,
    },
  },
} as const satisfies Dataset
