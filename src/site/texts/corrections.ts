import { formats } from '../formats.ts'
import type { In } from '../language.ts'

const sv = {
  title: 'Rättelser',
  description:
    'Vad som har ändrats sedan uppgifterna först blev offentliga: rättelser, tillägg och det som har tagits bort.',
  none: 'Inget har ändrats sedan den första revisionen.',
  says: (count: number, shown: number) =>
    `${formats.sv.count(count, { one: 'En uppgift', other: 'uppgifter' })} har ändrats sedan den första revisionen${shown < count ? `; här visas de ${formats.sv.number(shown)} senaste` : ''}.`,
  kinds: { ADDED: 'tillagd', CHANGED: 'ändrad', REMOVED: 'borttagen' },
  withdrawn: 'tillbakadragen',
  day: 'Data från',
  ownFeed: 'Ändringarna som Atom-flöde',
  revision: 'Revision',
  dataset: 'Datamängd',
  row: 'Post',
  what: 'Vad som hände',
  feedNote: 'Varje utgåva berättar med ord vad den har ändrat. Följ dem som Atom-flöde:',
  how: 'Så rättar du oss',
}

/** What the page of corrections says. */
export const correctionsTexts: In<typeof sv> = {
  sv,
  en: {
    title: 'Corrections',
    description:
      'What has changed since the facts were first public: corrections, additions and what was removed.',
    none: 'Nothing has changed since the first revision.',
    says: (count, shown) =>
      `${formats.en.count(count, { one: 'One row', other: 'rows' })} changed since the first revision${shown < count ? `; the latest ${formats.en.number(shown)} are shown` : ''}.`,
    kinds: { ADDED: 'added', CHANGED: 'changed', REMOVED: 'removed' },
    withdrawn: 'withdrawn',
    day: 'Data of',
    ownFeed: 'The changes as an Atom feed',
    revision: 'Revision',
    dataset: 'Dataset',
    row: 'Row',
    what: 'What happened',
    feedNote: 'Each release tells in words what it changed. Follow them as an Atom feed:',
    how: 'How to correct us',
  },
}
