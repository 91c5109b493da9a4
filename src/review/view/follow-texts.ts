/** What the page says of reading the documents that a page links to. */
export const followTexts = {
  sv: {
    follow: 'Läs in dokumenten',
    following: 'Läser in dokumenten …',
    followed: 'Dokumenten är inlästa. Öppna utkasten:',
    notFollowed: 'Kunde inte läsas in:',
  },
  en: {
    follow: 'Read the documents',
    following: 'Reading the documents …',
    followed: 'The documents have been read. Open their drafts:',
    notFollowed: 'Not read:',
  },
}
