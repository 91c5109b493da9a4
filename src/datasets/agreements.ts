import { notCounted, notReviewed, transcribed } from './agreement-absences.ts'
import { periodColumns } from './agreement-period.ts'
import type { Dataset } from './dataset.ts'
import {
  agreementKind,
  agreementStage,
  extent,
  followUpPromised,
  reviewState,
} from './vocabularies/agreements.ts'
import { commitmentsSeen, extentSeen, findingsSeen } from './vocabularies/seen.ts'
import { reportState } from './vocabularies/situation.ts'

export const agreements = {
  name: 'agreements',
  type: 'Agreement',
  title: { sv: 'Medborgarlöften', en: 'Agreements' },
  description: {
    sv: 'Medborgarlöften och pappren kring dem: vad en eller flera kommuner och deras lokalpolisområde kommit överens om för en tid. Slaget står i kind; transkriberade och katalogiserade hålls isär i extent.',
    en: 'Citizen promises and the papers around them: what one or more municipalities and their local police area agreed on for a period. Kinds are kept apart by kind, transcribed and catalogued ones by extent.',
  },
  leastRows: 1000,
  key: ['id'],
  label: { sv: 'title', en: 'title' },
  columns: {
    id: {
      type: 'text',
      title: { sv: 'Id', en: 'Id' },
      description: {
        sv: 'Kommunkod och första år, t.ex. 0685-2020; undated om året var okänt när id:t gavs, sedan co för en samverkansöverenskommelse, ap för en åtgärdsplan, sp för en lägesbild, sa för en trygghetsöverenskommelse, och en bokstav för fler samma år: 1494-2024-co. För ett gemensamt papper den lägsta kommunkoden.',
        en: 'Municipality code and first year, such as 0685-2020; undated where the year was unknown when the id was given, then co for a cooperation agreement, ap for an action plan, sp for a situational picture, sa for a safety agreement, and a letter for further ones: 1494-2024-co. A joint one has the lowest code of its municipalities.',
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
        sv: 'Slag av papper: medborgarlöfte, samverkansöverenskommelse, åtgärdsplan eller lägesbild.',
        en: 'The kind of paper: citizen promise, cooperation agreement, action plan or situational picture.',
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
        sv: 'Den del av kommunen som medborgarlöftet gäller, t.ex. en stadsdel.',
        en: 'The part of the municipality that the agreement is for, such as a city district.',
      },
      absent: {
        sv: 'Hela kommunen, enligt vad källan anger.',
        en: 'The whole municipality, as far as the source states.',
      },
    },
    ...periodColumns,
    followUpPromised: {
      type: 'enum',
      values: followUpPromised,
      title: { sv: 'Lovad uppföljning', en: 'Follow-up promised' },
      description: {
        sv: 'Om källan lovar en uppföljning. För katalogiserade medborgarlöften har bara ja antecknats; övriga är oklara.',
        en: 'Whether the source promises a follow-up. For catalogued agreements only yes has been recorded; the others are unclear.',
      },
    },
    commitmentsSeen: {
      type: 'enum',
      values: commitmentsSeen,
      title: { sv: 'Löften och aktiviteter', en: 'Promises and activities' },
      description: {
        sv: 'Hur många av dess löften och aktiviteter som finns här.',
        en: 'How many of its promises and activities are held here.',
      },
    },
    findingsSeen: {
      type: 'enum',
      values: findingsSeen,
      title: { sv: 'Lägesbild', en: 'Findings' },
      description: {
        sv: 'Hur mycket av vad källan säger om läget som finns här: se datamängden findings.',
        en: 'How much of what the source says of the situation is held here: see the dataset findings.',
      },
    },
    reportState: {
      type: 'enum',
      values: reportState,
      title: { sv: 'Redovisning', en: 'Report' },
      description: {
        sv: 'Om någon har letat efter en redovisning av hur det gick, och hittat en: se datamängden reports.',
        en: 'Whether anybody has looked for a report of how it went, and found one: see the dataset reports.',
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
