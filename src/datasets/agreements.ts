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
    sv: 'Medborgarlöften: vad en eller flera kommuner och deras lokalpolisområde har lovat för en period. Kolumnen extent visar vilka som är transkriberade och vilka som är katalogiserade.',
    en: 'Citizen promises: what one or more municipalities and their local police area have promised for a period. The column extent says which are transcribed and which are catalogued.',
  },
  leastRows: 580,
  key: ['id'],
  label: { sv: 'title', en: 'title' },
  columns: {
    id: {
      type: 'text',
      title: { sv: 'Id', en: 'Id' },
      description: {
        sv: 'Kommunkod och första år, t.ex. 0685-2020, eller undated om året är okänt. En bokstav läggs till om det finns flera för samma år. Ett gemensamt medborgarlöfte har den lägsta av kommunernas koder.',
        en: 'Municipality code and first year, such as 0685-2020, or undated if the year is unknown. A letter is added if there are several for the same year. A joint agreement has the lowest code of its municipalities.',
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
      title: { sv: 'Typ', en: 'Kind' },
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
        sv: 'Om medborgarlöftet har ingåtts eller bara aviserats.',
        en: 'Whether the agreement has been made or only announced.',
      },
    },
    title: {
      type: 'text',
      title: { sv: 'Rubrik', en: 'Title' },
      description: { sv: 'Källans rubrik, ordagrant.', en: 'The heading of the source, verbatim.' },
      absent: {
        sv: 'Medborgarlöftet är katalogiserat, inte transkriberat, eller så är det ett utkast vars rubrik inte har hittats.',
        en: 'The agreement is catalogued, not transcribed, or it is a draft whose heading was not found.',
      },
    },
    policeAreaId: {
      type: 'text',
      title: { sv: 'Lokalpolisområde', en: 'Local police area' },
      description: {
        sv: 'Lokalpolisområdet som är part, om källan namnger det.',
        en: 'The local police area that is a party, if the source names it.',
      },
      absent: { sv: 'Källan namnger inget.', en: 'The source names none.' },
      references: 'police_areas',
    },
    place: {
      type: 'text',
      title: { sv: 'Plats', en: 'Place' },
      description: {
        sv: 'Den del av kommunen som medborgarlöftet gäller.',
        en: 'The part of the municipality that the agreement covers.',
      },
      absent: {
        sv: 'Hela kommunen, enligt vad källan anger.',
        en: 'The whole municipality, as far as the source states.',
      },
    },
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
    followUpPromised: {
      type: 'enum',
      values: followUpPromised,
      title: { sv: 'Lovad uppföljning', en: 'Follow-up promised' },
      description: {
        sv: 'Om källan lovar en uppföljning. För katalogiserade medborgarlöften har bara ja antecknats; övriga är oklara.',
        en: 'Whether the source promises a follow-up. For catalogued agreements only yes has been recorded; the others are unclear.',
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
        sv: 'Antalet löften som har räknats på sidan. Det ingår inte i några summor av löften.',
        en: 'The number of promises counted on the page. It is not included in any total of promises.',
      },
      absent: notCounted,
    },
    statedActivities: {
      type: 'integer',
      title: { sv: 'Aktiviteter på sidan', en: 'Activities on the page' },
      description: {
        sv: 'Antalet aktiviteter som har räknats på sidan. Det ingår inte i några summor av aktiviteter.',
        en: 'The number of activities counted on the page. It is not included in any total of activities.',
      },
      absent: notCounted,
    },
    statedMeasurableTargets: {
      type: 'integer',
      title: { sv: 'Mätbara mål på sidan', en: 'Measurable targets on the page' },
      description: {
        sv: 'Antalet mätbara mål som har räknats på sidan.',
        en: 'The number of measurable targets counted on the page.',
      },
      absent: notCounted,
    },
    summarySv: {
      type: 'text',
      title: { sv: 'Sammanfattning', en: 'Summary in Swedish' },
      description: {
        sv: 'Innehållet sammanfattat med våra egna ord, inte sidans.',
        en: 'The contents in our own words, not those of the page, in Swedish.',
      },
      absent: transcribed,
    },
    summaryEn: {
      type: 'text',
      title: { sv: 'Sammanfattning på engelska', en: 'Summary in English' },
      description: {
        sv: 'Innehållet sammanfattat med våra egna ord, inte sidans, på engelska.',
        en: 'The contents in our own words, not those of the page.',
      },
      absent: transcribed,
    },
    noteSv: {
      type: 'text',
      title: { sv: 'Anmärkning', en: 'Note in Swedish' },
      description: {
        sv: 'Andra parter, fler adresser, motsägelser och hur ett datum har beräknats.',
        en: 'Further parties and addresses, contradictions, and how a date was calculated, in Swedish.',
      },
      absent: { sv: 'Ingen anmärkning.', en: 'No note.' },
    },
    noteEn: {
      type: 'text',
      title: { sv: 'Anmärkning på engelska', en: 'Note in English' },
      description: {
        sv: 'Andra parter, fler adresser, motsägelser och hur ett datum har beräknats, på engelska.',
        en: 'Further parties and addresses, contradictions, and how a date was calculated.',
      },
      absent: { sv: 'Ingen anmärkning.', en: 'No note.' },
    },
    reviewState: {
      type: 'enum',
      values: reviewState,
      title: { sv: 'Granskning', en: 'Review' },
      description: {
        sv: 'Om transkriptionen har granskats eller är ett utkast.',
        en: 'Whether the transcription has been reviewed or is a draft.',
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
        sv: 'Den som har granskat transkriptionen mot källan.',
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
