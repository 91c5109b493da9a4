import type { Column } from './dataset.ts'
import { datePrecision, unknownReason } from './vocabularies/agreements.ts'

/** The period of an agreement, and the day of its signing. */
export const periodColumns = {
  periodStart: {
    type: 'date',
    title: { sv: 'Första dag', en: 'First day' },
    description: {
      sv: 'Periodens första dag. Om källan bara anger ett år eller en månad: den första dagen i året eller månaden.',
      en: 'The first day of the period. If the source gives only a year or a month: its first day.',
    },
    absent: { sv: 'Okänd, se period_unknown_reason.', en: 'Unknown, see period_unknown_reason.' },
  },
  periodStartPrecision: {
    type: 'enum',
    values: datePrecision,
    title: { sv: 'Första dagens precision', en: 'Precision of the first day' },
    description: { sv: 'Hur exakt början är angiven.', en: 'How precisely the start is stated.' },
    absent: { sv: 'Början är okänd.', en: 'The start is unknown.' },
  },
  periodEnd: {
    type: 'date',
    title: { sv: 'Sista dag', en: 'Last day' },
    description: {
      sv: 'Periodens sista dag. Om källan bara anger ett år eller en månad: den sista dagen i året eller månaden.',
      en: 'The last day of the period. If the source gives only a year or a month: its last day.',
    },
    absent: { sv: 'Okänd, se period_unknown_reason.', en: 'Unknown, see period_unknown_reason.' },
  },
  periodEndPrecision: {
    type: 'enum',
    values: datePrecision,
    title: { sv: 'Sista dagens precision', en: 'Precision of the last day' },
    description: { sv: 'Hur exakt slutet är angivet.', en: 'How precisely the end is stated.' },
    absent: { sv: 'Slutet är okänt.', en: 'The end is unknown.' },
  },
  periodText: {
    type: 'text',
    title: { sv: 'Period i källan', en: 'Period as printed' },
    description: { sv: 'Perioden som den anges i källan.', en: 'The period in the words of the source.' },
    absent: {
      sv: 'Medborgarlöftet är katalogiserat, eller så anges ingen period.',
      en: 'The agreement is catalogued, or no period is stated.',
    },
  },
  periodUnknownReason: {
    type: 'enum',
    values: unknownReason,
    title: { sv: 'Varför perioden är okänd', en: 'Why the period is unknown' },
    description: {
      sv: 'Varför periodens början eller slut saknas.',
      en: 'Why the start or end of the period is missing.',
    },
    absent: { sv: 'Både början och slut är kända.', en: 'Both start and end are known.' },
  },
  signedOn: {
    type: 'date',
    title: { sv: 'Undertecknat', en: 'Signed on' },
    description: {
      sv: 'Dagen då medborgarlöftet undertecknades. För katalogiserade medborgarlöften är den ibland beräknad, se anmärkningen.',
      en: 'The day on which the agreement was signed. For catalogued agreements it is sometimes calculated; see the note.',
    },
    absent: { sv: 'Okänd, se signed_on_unknown_reason.', en: 'Unknown, see signed_on_unknown_reason.' },
  },
  signedOnText: {
    type: 'text',
    title: { sv: 'Undertecknat i källan', en: 'Signing date as printed' },
    description: {
      sv: 'Källans ord om dagen, även om dagen inte anges eller inte går att läsa.',
      en: 'The words of the source about the day, even if the day is not stated or cannot be read.',
    },
    absent: {
      sv: 'Medborgarlöftet är katalogiserat, eller så säger källan inget om dagen.',
      en: 'The agreement is catalogued, or the source says nothing about the day.',
    },
  },
  signedOnUnknownReason: {
    type: 'enum',
    values: unknownReason,
    title: { sv: 'Varför dagen är okänd', en: 'Why the signing date is unknown' },
    description: {
      sv: 'Varför dagen för undertecknandet saknas.',
      en: 'Why the date of signing is missing.',
    },
    absent: { sv: 'Dagen är känd.', en: 'The day is known.' },
  },
} as const satisfies { readonly [name: string]: Column }
