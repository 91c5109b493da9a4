import type { Vocabulary } from '../dataset.ts'

export const outcomeState = {
  name: 'OutcomeState',
  description: {
    sv: 'Vad en redovisning säger om hur det gick. Parterna berättar om sig själva; vi bedömer ingenting.',
    en: 'What a report says of how it went. The parties tell of themselves; we judge nothing.',
  },
  values: {
    reported_met: { sv: 'Redovisat som uppnått.', en: 'Reported as met.' },
    reported_partly: { sv: 'Redovisat som delvis uppnått.', en: 'Reported as partly met.' },
    reported_not_met: { sv: 'Redovisat som inte uppnått.', en: 'Reported as not met.' },
    reported_done: {
      sv: 'Redovisat som gjort; inget antal var lovat.',
      en: 'Reported as done; no number was promised.',
    },
    reported_done_or_under_way: {
      sv: 'Redovisat som gjort eller på gång.',
      en: 'Reported as done or under way.',
    },
    ongoing: { sv: 'Redovisat som pågående.', en: 'Reported as ongoing.' },
    announced: { sv: 'Aviserat: det ska göras.', en: 'Announced: it is to be done.' },
    mixed: {
      sv: 'Redovisningen säger olika om olika löften.',
      en: 'The report says different things of different promises.',
    },
    item_not_named: {
      sv: 'Redovisningen nämner det inte.',
      en: 'The report does not name it.',
    },
    not_read: {
      sv: 'En redovisning finns men är inte läst.',
      en: 'A report exists but was not read.',
    },
  },
} as const satisfies Vocabulary

export const reportKind = {
  name: 'ReportKind',
  description: { sv: 'Var en redovisning står.', en: 'Where a report stands.' },
  values: {
    police_page: { sv: 'På polisens webbplats.', en: 'On the website of the police.' },
    municipal_page: { sv: 'På en kommuns webbplats.', en: 'On the website of a municipality.' },
    file: { sv: 'I en fil som en sida länkar till.', en: 'In a file that a page links to.' },
    news: { sv: 'I en nyhet, av någon annan än parterna.', en: 'In news, by others than the parties.' },
    other_page: { sv: 'På någon annans sida.', en: 'On a page of somebody else.' },
  },
} as const satisfies Vocabulary
