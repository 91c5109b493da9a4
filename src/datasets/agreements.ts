import { notCounted, notReviewed, transcribed } from './agreement-absences.ts'
import type { Dataset } from './dataset.ts'
import {
  agreementKind,
  agreementStage,
  datePrecision,
  extent,
  extentSeen,
  followUpPromised,
  reviewState,
  unknownReason,
} from './vocabularies/agreements.ts'

export const agreements = {
  name: 'agreements',
  type: 'Agreement',
  title: { sv: 'Medborgarlöften', en: 'Agreements' },
  description: {
    sv: 'Medborgarlöften: vad en eller flera kommuner och deras lokalpolisområde lovat för en tid. Transkriberade och katalogiserade hålls isär i extent.',
    en: 'Citizen promises: what one or more municipalities and their local police area promised for a period. Transcribed and catalogued ones are kept apart by extent.',
  },
  leastRows: 580,
  key: ['id'],
  label: { sv: 'title', en: 'title' },
  columns: {
    id: {
      type: 'text',
      title: { sv: 'Id', en: 'Id' },
      description: {
        sv: 'Kommunkod och första år, t.ex. 0685-2020; undated om året är okänt, med bokstav för fler samma år. För ett gemensamt löfte den lägsta kommunkoden.',
        en: 'Municipality code and first year, such as 0685-2020; undated where the year is unknown, with a letter for further ones. A joint agreement has the lowest code of its municipalities.',
      },
    },
    extent: {
      type: 'enum',
      values: extent,
      title: { sv: 'Omfattning', en: 'Extent' },
      description: {
        sv: 'Om medborgarlöftet är transkriberat eller bara katalogiserat.',
        en: 'Whether the agreement is transcribed or only catalogued.',
      },
    },
    kind: {
      type: 'enum',
      values: agreementKind,
      title: { sv: 'Slag', en: 'Kind' },
      description: {
        sv: 'Medborgarlöfte eller samverkansöverenskommelse.',
        en: 'Citizen promise or cooperation agreement.',
      },
    },
    stage: {
      type: 'enum',
      values: agreementStage,
      title: { sv: 'Skede', en: 'Stage' },
      description: {
        sv: 'Om medborgarlöftet är ingånget eller bara aviserat.',
        en: 'Whether the agreement is agreed or only announced.',
      },
    },
    title: {
      type: 'text',
      title: { sv: 'Rubrik', en: 'Title' },
      description: { sv: 'Källans rubrik, ordagrant.', en: 'The heading of the source, verbatim.' },
      absent: {
        sv: 'Medborgarlöftet är katalogiserat, inte transkriberat, eller ett utkast vars rubrik inte hittats.',
        en: 'The agreement is catalogued, not transcribed, or a draft whose heading was not found.',
      },
    },
    policeAreaId: {
      type: 'text',
      title: { sv: 'Lokalpolisområde', en: 'Local police area' },
      description: {
        sv: 'Lokalpolisområdet som är part, om källan namnger det.',
        en: 'The local police area that is a party, where the source names it.',
      },
      absent: { sv: 'Källan namnger inget.', en: 'The source names none.' },
      references: 'police_areas',
    },
    place: {
      type: 'text',
      title: { sv: 'Plats', en: 'Place' },
      description: {
        sv: 'Den del av kommunen som medborgarlöftet gäller.',
        en: 'The part of the municipality that the agreement is for.',
      },
      absent: {
        sv: 'Hela kommunen, såvitt källan säger.',
        en: 'The whole municipality, as far as the source says.',
      },
    },
    periodStart: {
      type: 'date',
      title: { sv: 'Första dag', en: 'First day' },
      description: {
        sv: 'Periodens första dag. Anges bara år eller månad: dess första dag.',
        en: 'The first day of the period; where only a year or month is stated, its first day.',
      },
      absent: { sv: 'Okänd, se period_unknown_reason.', en: 'Unknown, see period_unknown_reason.' },
    },
    periodStartPrecision: {
      type: 'enum',
      values: datePrecision,
      title: { sv: 'Första dagens precision', en: 'Precision of the first day' },
      description: { sv: 'Hur noga början är angiven.', en: 'How precisely the start is stated.' },
      absent: { sv: 'Början är okänd.', en: 'The start is unknown.' },
    },
    periodEnd: {
      type: 'date',
      title: { sv: 'Sista dag', en: 'Last day' },
      description: {
        sv: 'Periodens sista dag. Anges bara år eller månad: dess sista dag.',
        en: 'The last day of the period; where only a year or month is stated, its last day.',
      },
      absent: { sv: 'Okänd, se period_unknown_reason.', en: 'Unknown, see period_unknown_reason.' },
    },
    periodEndPrecision: {
      type: 'enum',
      values: datePrecision,
      title: { sv: 'Sista dagens precision', en: 'Precision of the last day' },
      description: { sv: 'Hur noga slutet är angivet.', en: 'How precisely the end is stated.' },
      absent: { sv: 'Slutet är okänt.', en: 'The end is unknown.' },
    },
    periodText: {
      type: 'text',
      title: { sv: 'Period i källan', en: 'Period as printed' },
      description: { sv: 'Perioden med källans ord.', en: 'The period in the words of the source.' },
      absent: { sv: 'Katalogiserat, eller inte angivet.', en: 'Catalogued, or not stated.' },
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
        sv: 'Dagen då medborgarlöftet undertecknades. I katalogiserade ibland beräknad, se anmärkningen.',
        en: 'The day on which the agreement was signed. In catalogued ones sometimes reckoned, see the note.',
      },
      absent: { sv: 'Okänd, se signed_on_unknown_reason.', en: 'Unknown, see signed_on_unknown_reason.' },
    },
    signedOnText: {
      type: 'text',
      title: { sv: 'Undertecknat i källan', en: 'Signing date as printed' },
      description: {
        sv: 'Vad källan säger om dagen, med dess ord, även om dagen inte anges eller inte går att läsa.',
        en: 'What the source says of the day, in its words, even where the day is not stated or cannot be read.',
      },
      absent: {
        sv: 'Katalogiserat, eller källan säger inget om dagen.',
        en: 'Catalogued, or the source says nothing of the day.',
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
    followUpPromised: {
      type: 'enum',
      values: followUpPromised,
      title: { sv: 'Lovad uppföljning', en: 'Follow-up promised' },
      description: {
        sv: 'Om källan lovar en uppföljning. Om katalogiserade antecknades bara ja; övriga är oklara.',
        en: 'Whether the source promises a follow-up. Of catalogued ones only yes was noted; the others are unclear.',
      },
    },
    extentSeen: {
      type: 'enum',
      values: extentSeen,
      title: { sv: 'Läst del', en: 'Part seen' },
      description: {
        sv: 'Hur mycket av sidan som lästes vid katalogiseringen.',
        en: 'How much of the page was read when it was catalogued.',
      },
      absent: {
        sv: 'Medborgarlöftet är transkriberat i sin helhet.',
        en: 'The agreement is transcribed in full.',
      },
    },
    statedPromises: {
      type: 'integer',
      title: { sv: 'Löften på sidan', en: 'Promises on the page' },
      description: {
        sv: 'Antal löften som räknats på sidan. Ingår inte i några summor av löften.',
        en: 'The number of promises counted on the page. No part of any total of promises.',
      },
      absent: notCounted,
    },
    statedActivities: {
      type: 'integer',
      title: { sv: 'Aktiviteter på sidan', en: 'Activities on the page' },
      description: {
        sv: 'Antal aktiviteter som räknats på sidan. Ingår inte i några summor av aktiviteter.',
        en: 'The number of activities counted on the page. No part of any total of activities.',
      },
      absent: notCounted,
    },
    statedMeasurableTargets: {
      type: 'integer',
      title: { sv: 'Mätbara mål på sidan', en: 'Measurable targets on the page' },
      description: {
        sv: 'Antal mätbara mål som räknats på sidan.',
        en: 'The number of measurable targets counted on the page.',
      },
      absent: notCounted,
    },
    summarySv: {
      type: 'text',
      title: { sv: 'Sammanfattning', en: 'Summary in Swedish' },
      description: {
        sv: 'Innehållet med våra egna ord, inte sidans.',
        en: 'The contents in our own words, not those of the page, in Swedish.',
      },
      absent: transcribed,
    },
    summaryEn: {
      type: 'text',
      title: { sv: 'Sammanfattning på engelska', en: 'Summary in English' },
      description: {
        sv: 'Innehållet med våra egna ord, inte sidans, på engelska.',
        en: 'The contents in our own words, not those of the page.',
      },
      absent: transcribed,
    },
    noteSv: {
      type: 'text',
      title: { sv: 'Anmärkning', en: 'Note in Swedish' },
      description: {
        sv: 'Andra parter, fler adresser, motsägelser och hur ett datum beräknats.',
        en: 'Further parties and addresses, contradictions, and how a date was reckoned, in Swedish.',
      },
      absent: { sv: 'Ingen anmärkning.', en: 'No note.' },
    },
    noteEn: {
      type: 'text',
      title: { sv: 'Anmärkning på engelska', en: 'Note in English' },
      description: {
        sv: 'Andra parter, fler adresser, motsägelser och hur ett datum beräknats, på engelska.',
        en: 'Further parties and addresses, contradictions, and how a date was reckoned.',
      },
      absent: { sv: 'Ingen anmärkning.', en: 'No note.' },
    },
    reviewState: {
      type: 'enum',
      values: reviewState,
      title: { sv: 'Granskning', en: 'Review' },
      description: {
        sv: 'Om transkriptionen är granskad eller ett utkast.',
        en: 'Whether the transcription is reviewed or a draft.',
      },
      absent: {
        sv: 'Medborgarlöftet är katalogiserat, inte transkriberat.',
        en: 'The agreement is catalogued, not transcribed.',
      },
    },
    reviewedBy: {
      type: 'text',
      title: { sv: 'Granskat av', en: 'Reviewed by' },
      description: {
        sv: 'Den som granskat transkriptionen mot källan.',
        en: 'Who checked the transcription against the source.',
      },
      absent: notReviewed,
    },
    reviewedOn: {
      type: 'date',
      title: { sv: 'Granskat', en: 'Reviewed on' },
      description: {
        sv: 'Dagen då transkriptionen granskades.',
        en: 'The day on which the transcription was checked.',
      },
      absent: notReviewed,
    },
  },
} as const satisfies Dataset
