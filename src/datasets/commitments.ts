import { position } from './columns.ts'
import type { Column } from './dataset.ts'
import { datePrecision } from './vocabularies/agreements.ts'
import {
  actorBasis,
  certainty,
  commitment,
  dueBasis,
  perYearUnknown,
  sourceSeen,
  targetOperator,
  targetPer,
  textUnknown,
} from './vocabularies/promises.ts'
import { reportState } from './vocabularies/situation.ts'
import { targetWhat } from './vocabularies/target-what.ts'

// Columns that promises and activities share: a document that only lists what will be done makes each item a promise,
// so both need all of them.

/** The maximum length of a gist, so that it fits into a line of a table or a chart. */
export const GIST_LENGTH = 100

const noGist = {
  sv: 'Transkriptionen är ett utkast, som ingen har sammanfattat.',
  en: 'The transcription is a draft, which nobody has summarised.',
}
const noTarget = { sv: 'Inget mätbart mål.', en: 'No measurable target.' }

/** What it is about, in our words and in those of the source. */
export const wordingColumns = {
  gistSv: {
    type: 'text',
    title: { sv: 'Kort', en: 'Gist in Swedish' },
    description: {
      sv: 'Det som lovas, i korthet och med våra egna ord. Högst 100 tecken.',
      en: 'What is promised, in short and in our own words, in Swedish. At most 100 characters.',
    },
    absent: noGist,
  },
  gistEn: {
    type: 'text',
    title: { sv: 'Kort på engelska', en: 'Gist' },
    description: {
      sv: 'Det som lovas, i korthet och med våra egna ord, på engelska. Högst 100 tecken.',
      en: 'What is promised, in short and in our own words. At most 100 characters.',
    },
    absent: noGist,
  },
  text: {
    type: 'text',
    title: { sv: 'Text', en: 'Text' },
    description: { sv: 'Ordalydelsen i källan.', en: 'The wording of the source.' },
    absent: { sv: 'Finns inte här, se text_unknown_reason.', en: 'Not held, see text_unknown_reason.' },
  },
  textUnknownReason: {
    type: 'enum',
    values: textUnknown,
    title: { sv: 'Varför texten saknas', en: 'Why the text is missing' },
    description: { sv: 'Varför ordalydelsen saknas.', en: 'Why the wording is missing.' },
    absent: { sv: 'Ordalydelsen finns.', en: 'The wording is held.' },
  },
} as const satisfies { readonly [name: string]: Column }

/** Its commitment type, measurable target, deadline, place and target group, and how certain these are. */
export const commitmentColumns = {
  commitment: {
    type: 'enum',
    values: commitment,
    title: { sv: 'Åtagande', en: 'Commitment' },
    description: {
      sv: 'Om det är en handling eller ett resultat.',
      en: 'Whether it is an action or an outcome.',
    },
    absent: { sv: 'Ingen har bedömt det.', en: 'Nobody has judged it.' },
  },
  targetOperator: {
    type: 'enum',
    values: targetOperator,
    title: { sv: 'Målets operator', en: 'Operator of the target' },
    description: { sv: 'Hur målets tal ska läsas.', en: 'How the number of the target is to be read.' },
    absent: noTarget,
  },
  targetValue: {
    type: 'number',
    title: { sv: 'Målets tal', en: 'Value of the target' },
    description: {
      sv: 'Målets tal. Bara tal som räknar samma sak under samma tid går att lägga ihop.',
      en: 'The number of the target. Only numbers that count the same thing in the same time can be added.',
    },
    absent: noTarget,
  },
  targetValueTo: {
    type: 'number',
    title: { sv: 'Målets andra tal', en: 'Second value of the target' },
    description: {
      sv: 'Det högre talet, där målet ligger mellan två.',
      en: 'The higher number, where the target lies between two.',
    },
    absent: { sv: 'Målet har ett tal eller inget.', en: 'The target has one number or none.' },
  },
  targetWhat: {
    type: 'enum',
    values: targetWhat,
    title: { sv: 'Vad målet räknar', en: 'What the target counts' },
    description: {
      sv: 'Vad målet räknar, i enhetlig form.',
      en: 'What the target counts, in uniform wording.',
    },
    absent: {
      sv: 'Inget mätbart mål, eller ett utkast som ingen har granskat.',
      en: 'No measurable target, or a draft that nobody has reviewed.',
    },
  },
  targetUnit: {
    type: 'text',
    title: { sv: 'Målets enhet', en: 'Unit of the target' },
    description: {
      sv: 'Vad som räknas, som det anges i källan.',
      en: 'What is counted, in the words of the source.',
    },
    absent: {
      sv: 'Inget mätbart mål, eller ordalydelsen finns inte här: se target_what.',
      en: 'No measurable target, or the wording is not held: see target_what.',
    },
  },
  targetPer: {
    type: 'enum',
    values: targetPer,
    title: { sv: 'Målets tid', en: 'Time of the target' },
    description: {
      sv: 'Den tid, eller det, som talet gäller.',
      en: 'The time, or the thing, that the number is for.',
    },
    absent: {
      sv: 'Inget mål, eller källan anger ingen tid.',
      en: 'No target, or the source gives no time.',
    },
  },
  targetPerYear: {
    type: 'number',
    title: { sv: 'Målets tal per år', en: 'Value of the target per year' },
    description: {
      sv: 'Målets tal omräknat till ett år, av oss: ett tal per vecka gånger 52, ett tal för hela perioden delat med dess år. Av två tal det lägre.',
      en: 'The number of the target per year, calculated by us: a number per week times 52, a number for the whole period divided by its years. Of two numbers the lower.',
    },
    absent: {
      sv: 'Inget mål, eller se target_per_year_unknown_reason.',
      en: 'No target, or see target_per_year_unknown_reason.',
    },
  },
  targetPerYearUnknownReason: {
    type: 'enum',
    values: perYearUnknown,
    title: { sv: 'Varför talet per år saknas', en: 'Why the value per year is missing' },
    description: {
      sv: 'Varför talet per år inte går att räkna ut.',
      en: 'Why the number per year cannot be worked out.',
    },
    absent: {
      sv: 'Talet är känt, eller inget mål finns.',
      en: 'The number is known, or there is no target.',
    },
  },
  deadlineOn: {
    type: 'date',
    title: { sv: 'Senast', en: 'Deadline' },
    description: {
      sv: 'Dagen då det senast ska vara gjort. Anges bara månad: dess sista dag.',
      en: 'The day by which it is to be done; where only a month is stated, its last day.',
    },
    absent: { sv: 'Källan anger ingen dag.', en: 'The source gives no day.' },
  },
  deadlinePrecision: {
    type: 'enum',
    values: datePrecision,
    title: { sv: 'Dagens precision', en: 'Precision of the deadline' },
    description: { sv: 'Hur noga dagen är angiven.', en: 'How precisely the day is stated.' },
    absent: { sv: 'Källan anger ingen dag.', en: 'The source gives no day.' },
  },
  dueOn: {
    type: 'date',
    title: { sv: 'Ska vara gjort', en: 'Due on' },
    description: {
      sv: 'Dagen då det ska vara gjort: den som källan anger, annars den sista i avtalets period. Se due_basis.',
      en: 'The day on which it is due: the one that the source states, or else the last one of the period of the agreement. See due_basis.',
    },
    absent: {
      sv: 'Källan anger ingen dag, och periodens slut är okänt.',
      en: 'The source states no day, and the end of the period is unknown.',
    },
  },
  dueBasis: {
    type: 'enum',
    values: dueBasis,
    title: { sv: 'Grund för dagen', en: 'Basis of the due day' },
    description: {
      sv: 'Om dagen är angiven i källan eller beräknad, och hur.',
      en: 'Whether the day is stated in the source or calculated, and how.',
    },
    absent: { sv: 'Dagen är okänd.', en: 'The day is unknown.' },
  },
  place: {
    type: 'text',
    title: { sv: 'Plats', en: 'Place' },
    description: { sv: 'Platsen som det gäller.', en: 'The place that it is for.' },
    absent: { sv: 'Källan namnger ingen.', en: 'The source names none.' },
  },
  targetGroup: {
    type: 'text',
    title: { sv: 'Målgrupp', en: 'Target group' },
    description: {
      sv: 'De som det riktas till eller gäller, med källans ord; för katalogiserade med våra.',
      en: 'Whom it is for or about, in the words of the source; of catalogued ones in ours.',
    },
    absent: { sv: 'Källan namnger ingen.', en: 'The source names none.' },
  },
  certainty: {
    type: 'enum',
    values: certainty,
    title: { sv: 'Säkerhet', en: 'Certainty' },
    description: {
      sv: 'Hur säker läsaren var. I ett stickprov på 197 rader läst en andra gång var ingen påhittad.',
      en: 'How sure the reader was. In a sample of 197 rows that was read a second time none was made up.',
    },
    absent: {
      sv: 'Transkriberat: varje uppgift har sitt citat.',
      en: 'Transcribed: each value has its quote.',
    },
  },
  sourceSeen: {
    type: 'enum',
    values: sourceSeen,
    title: { sv: 'Läst del', en: 'Part seen' },
    description: {
      sv: 'Hur mycket av källan som lästes.',
      en: 'How much of the source was read.',
    },
  },
  documentId: {
    type: 'text',
    title: { sv: 'Källa', en: 'Document' },
    description: { sv: 'Källan som det lästes i.', en: 'The document in which it was read.' },
    references: 'documents',
  },
  reportState: {
    type: 'enum',
    values: reportState,
    title: { sv: 'Redovisning', en: 'Report' },
    description: {
      sv: 'Om någon har letat efter hur det gick, och hittat en redovisning: se datamängden outcomes.',
      en: 'Whether anybody has looked for how it went, and found a report: see the dataset outcomes.',
    },
  },
  noteSv: {
    type: 'text',
    title: { sv: 'Anmärkning', en: 'Note in Swedish' },
    description: {
      sv: 'Fler tal, jämförelser, villkor och hur något är läst.',
      en: 'Further numbers, comparisons, conditions and how something was read, in Swedish.',
    },
    absent: { sv: 'Ingen anmärkning.', en: 'No note.' },
  },
  noteEn: {
    type: 'text',
    title: { sv: 'Anmärkning på engelska', en: 'Note' },
    description: {
      sv: 'Fler tal, jämförelser, villkor och hur något är läst, på engelska.',
      en: 'Further numbers, comparisons, conditions and how something was read.',
    },
    absent: { sv: 'Ingen anmärkning.', en: 'No note.' },
  },
} as const satisfies { readonly [name: string]: Column }

/** An actor of a promise or an activity, besides the column that identifies the latter. */
export const actorColumns = {
  actorId: {
    type: 'text',
    title: { sv: 'Aktör', en: 'Actor' },
    description: { sv: 'Aktören.', en: 'The actor.' },
    references: 'actors',
  },
  position,
  basis: {
    type: 'enum',
    values: actorBasis,
    title: { sv: 'Grund', en: 'Basis' },
    description: { sv: 'Var aktören är namngiven.', en: 'Where the actor is named.' },
  },
  text: {
    type: 'text',
    title: { sv: 'Text', en: 'Text' },
    description: { sv: 'Aktören med källans ord.', en: 'The actor in the words of the source.' },
    absent: {
      sv: 'Medborgarlöftet är katalogiserat: ordalydelsen finns inte här.',
      en: 'The agreement is catalogued: the wording is not held.',
    },
  },
} as const satisfies { readonly [name: string]: Column }
