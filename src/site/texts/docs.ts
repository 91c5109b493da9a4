import type { In } from '../language.ts'

const sv = {
  title: 'Dokumentation',
  description: 'För den som bygger på data: API:t, filerna, gränserna och vad varje kolumn betyder.',
  guides: 'Vägledningar (på engelska)',
  data: 'Vad varje kolumn betyder',
  dataDescription: 'Alla datamängder med sina kolumner, värden och vad det betyder att en cell är tom.',
  try: 'Pröva frågor',
  tryNote: 'Exempelfrågor, och längst ner på varje sida frågan bakom den, öppnas i GraphiQL.',
  open: 'Fråga med GraphQL',
  column: 'Kolumn',
  meaning: 'Betydelse',
  empty: 'Tom cell',
  values: 'Värden',
}

/** What the pages of documentation say. */
export const docsTexts: In<typeof sv> = {
  sv,
  en: {
    title: 'Documentation',
    description:
      'For those who build on the data: the API, the files, the limits, and what each column means.',
    guides: 'Guides',
    data: 'What each column means',
    dataDescription: 'All datasets with their columns, values, and what an empty cell means.',
    try: 'Try queries',
    tryNote: 'Example queries, and at the end of each page the query behind it, open in GraphiQL.',
    open: 'Queries with GraphQL',
    column: 'Column',
    meaning: 'Meaning',
    empty: 'Empty cell',
    values: 'Values',
  },
}
