import type { Dataset } from './dataset.ts'
import { copyKind, datePrecision, publisherKind } from './vocabularies/agreements.ts'
import { outcomeState, reportKind } from './vocabularies/outcomes.ts'

const noTime = { sv: 'Redovisningen anger det inte.', en: 'The report does not state it.' }

export const reports = {
  name: 'reports',
  type: 'Report',
  title: { sv: 'Redovisningar', en: 'Reports' },
  description: {
    sv: 'Offentliga uppföljningar av medborgarlöften. Parterna berättar i regel om sig själva. Två redovisningar kan säga olika: båda står här.',
    en: 'Public follow-ups of agreements. As a rule the parties tell of themselves. Two reports may differ: both stand here.',
  },
  leastRows: 180,
  key: ['id'],
  label: { sv: 'gistSv', en: 'gistEn' },
  columns: {
    id: {
      type: 'text',
      title: { sv: 'Id', en: 'Id' },
      description: {
        sv: 'Redovisningens id, t.ex. 2580-rep1: kommunkod och nummer.',
        en: 'The id of the report, such as 2580-rep1: municipality code and number.',
      },
    },
    municipalityCode: {
      type: 'text',
      title: { sv: 'Kommun', en: 'Municipality' },
      description: {
        sv: 'Kommunen vars arbete redovisningen gäller; av flera den som sidan först handlar om.',
        en: 'The municipality whose work the report is about; of several the one that the page is about first.',
      },
      references: 'municipalities',
    },
    url: {
      type: 'text',
      title: { sv: 'Webbadress', en: 'Address' },
      description: {
        sv: 'Sidan med redovisningen, eller den som länkar till filen.',
        en: 'The page with the report, or the one that links to the file.',
      },
    },
    kind: {
      type: 'enum',
      values: reportKind,
      title: { sv: 'Slag', en: 'Kind' },
      description: { sv: 'Var redovisningen står.', en: 'Where the report stands.' },
    },
    publisherKind: {
      type: 'enum',
      values: publisherKind,
      title: { sv: 'Utgivare', en: 'Publisher' },
      description: { sv: 'Slag av utgivare.', en: 'The kind of publisher.' },
    },
    publishedOn: {
      type: 'date',
      title: { sv: 'Publicerad', en: 'Published on' },
      description: {
        sv: 'Dagen då redovisningen publicerades. Anges bara år eller månad: dess första dag.',
        en: 'The day on which the report was published; where only a year or month is stated, its first day.',
      },
      absent: noTime,
    },
    publishedOnPrecision: {
      type: 'enum',
      values: datePrecision,
      title: { sv: 'Dagens precision', en: 'Precision of the day' },
      description: { sv: 'Hur noga dagen är angiven.', en: 'How precisely the day is stated.' },
      absent: noTime,
    },
    coversFrom: {
      type: 'date',
      title: { sv: 'Gäller från', en: 'Covers from' },
      description: {
        sv: 'Den första dagen som redovisningen gäller.',
        en: 'The first day that the report is about.',
      },
      absent: noTime,
    },
    coversTo: {
      type: 'date',
      title: { sv: 'Gäller till', en: 'Covers to' },
      description: {
        sv: 'Den sista dagen som redovisningen gäller.',
        en: 'The last day that the report is about.',
      },
      absent: noTime,
    },
    state: {
      type: 'enum',
      values: outcomeState,
      title: { sv: 'Redovisat utfall', en: 'Reported state' },
      description: {
        sv: 'Vad redovisningen säger i sin helhet. Om enskilda löften: se outcomes.',
        en: 'What the report says as a whole. Of single promises: see outcomes.',
      },
    },
    gistSv: {
      type: 'text',
      title: { sv: 'Kort', en: 'Gist in Swedish' },
      description: {
        sv: 'Vad den säger, i korthet och med våra egna ord.',
        en: 'What it says, in short and in our own words, in Swedish.',
      },
    },
    gistEn: {
      type: 'text',
      title: { sv: 'Kort på engelska', en: 'Gist' },
      description: {
        sv: 'Vad den säger, i korthet och med våra egna ord, på engelska.',
        en: 'What it says, in short and in our own words.',
      },
    },
    readOn: {
      type: 'date',
      title: { sv: 'Läst', en: 'Read on' },
      description: {
        sv: 'Dagen då vi läste sidan. Där bara ett par dagar är kända, den sista av dem.',
        en: 'The day on which we read the page; where only a span of days is known, its last.',
      },
    },
    copyKind: {
      type: 'enum',
      values: copyKind,
      title: { sv: 'Läst som', en: 'Read as' },
      description: {
        sv: 'Om sidan själv eller en kopia lästes.',
        en: 'Whether the page itself or a copy was read.',
      },
    },
    noteSv: {
      type: 'text',
      title: { sv: 'Anmärkning', en: 'Note in Swedish' },
      description: {
        sv: 'Vad som inte setts, och hur något är läst.',
        en: 'What was not seen, and how something was read, in Swedish.',
      },
      absent: { sv: 'Ingen anmärkning.', en: 'No note.' },
    },
    noteEn: {
      type: 'text',
      title: { sv: 'Anmärkning på engelska', en: 'Note' },
      description: {
        sv: 'Vad som inte setts, och hur något är läst, på engelska.',
        en: 'What was not seen, and how something was read.',
      },
      absent: { sv: 'Ingen anmärkning.', en: 'No note.' },
    },
  },
} as const satisfies Dataset
