import { formats } from '../formats.ts'
import type { In } from '../language.ts'

const sv = {
  heading: 'Stämmer det inte?',
  wrong:
    'Är något fel, eller fattas ett löfte? Skriv en rad och bifoga länk till källan. Inget konto behövs. Rättelser visas med datum på sidan',
  corrections: 'Rättelser',
  right: (name: string) =>
    `Arbetar du på ${name} eller polisen och allt stämmer? Säg till, så skriver vi ut att uppgifterna är lästa, av vem i vilken roll, och när.`,
  confirmed: (by: 'MUNICIPALITY' | 'POLICE', role: string, day: string, agreement: string | null) =>
    `${by === 'POLICE' ? 'Polisen' : 'Kommunen'} (${role}) läste uppgifterna${agreement === null ? '' : ` om ${agreement}`} ${formats.sv.day(day)}: de stämmer.`,
  noAddress: 'Den här kopian av webbplatsen har ingen angiven adress för rättelser.',
  sendWrong: 'Skicka en rättelse',
  sendRight: 'Allt stämmer',
  request: 'Begär ut handlingar',
  wrongSubject: (name: string) => `Rättelse: ${name}`,
  wrongBody: (address: string) =>
    `Sidan: ${address}\n\nDet här är fel eller fattas:\n\nDet rätta är (gärna med länk till källan):\n`,
  rightSubject: (name: string) => `Allt stämmer: ${name}`,
  rightBody: (address: string) =>
    `Sidan: ${address}\n\nUppgifterna på sidan är lästa och stämmer.\n\nMin roll:\n`,
}

/** What the box for corrections says. */
export const correctionTexts: In<typeof sv> = {
  sv,
  en: {
    heading: 'Is something wrong?',
    wrong:
      'Is something wrong or missing? Write a line, with a link to the source. No account is needed. Corrections are shown with their dates on the page',
    corrections: 'Corrections',
    right: (name) =>
      `Do you work for ${name} or the police, and all is right? Tell us, and the page will say that the facts were read, in which role, and when.`,
    confirmed: (by, role, day, agreement) =>
      `${by === 'POLICE' ? 'The police' : 'The municipality'} (${role}) read the facts${agreement === null ? '' : ` on ${agreement}`} on ${formats.en.day(day)}: they are right.`,
    noAddress: 'This copy of the site states no address for corrections.',
    sendWrong: 'Send a correction',
    sendRight: 'All is right',
    request: 'Request documents',
    wrongSubject: (name) => `Correction: ${name}`,
    wrongBody: (address) =>
      `The page: ${address}\n\nThis is wrong or missing:\n\nThe right fact is (please with a link to the source):\n`,
    rightSubject: (name) => `All is right: ${name}`,
    rightBody: (address) =>
      `The page: ${address}\n\nThe facts on the page have been read and are right.\n\nMy role:\n`,
  },
}
