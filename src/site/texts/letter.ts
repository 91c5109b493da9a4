import type { In } from '../language.ts'

const sv = {
  title: 'Begär ut handlingar',
  description:
    'Ett färdigt brev till kommunen och polisen: be att få se hur ett medborgarlöfte har följts upp. Det är en allmän handling, och du behöver inte säga vem du är eller varför du frågar.',
  municipality: 'Kommun',
  choose: 'Välj kommun',
  make: 'Skriv brevet',
  letter: 'Brevet',
  copy: 'Kopiera brevet',
  mail: 'Öppna i e-postprogrammet',
  note: 'Kommunens adress för begäran står på dess webbplats, ofta hos registratorn. Läs igenom brevet innan du skickar det. Vi sparar inget.',
  inSwedish: '',
}

/** The texts around the letter. The letter itself is in Swedish: it goes to Swedish authorities. */
export const letterTexts: In<typeof sv> = {
  sv,
  en: {
    title: 'Request documents',
    description:
      'A letter to the municipality and the police, ready to send: ask to see how a citizen promise was followed up. It is a public document, and you need not say who you are or why you ask.',
    municipality: 'Municipality',
    choose: 'Choose a municipality',
    make: 'Write the letter',
    letter: 'The letter',
    copy: 'Copy the letter',
    mail: 'Open in the e-mail program',
    note: 'The address for requests is on the website of the municipality, often that of the registrar. Read the letter before you send it. We keep nothing.',
    inSwedish: 'The letter is in Swedish, since it goes to Swedish authorities.',
  },
}

/** The subject matter of the letter. */
interface LetterSubject {
  readonly municipality: string
  readonly policeAreas: readonly string[]
  /** The agreement, by its title or its period; null if none is known. */
  readonly agreement: string | null
  /** The follow-up that it promises, in its own words. */
  readonly followUp: string | null
}

/** The subject and the text of the letter. */
export function letterText({ municipality, policeAreas, agreement, followUp }: LetterSubject): {
  readonly subject: string
  readonly body: string
} {
  const copy =
    policeAreas.length > 0 ? ` (kopia: Polismyndigheten, lokalpolisområde ${policeAreas.join(', ')})` : ''
  const subject =
    agreement === null
      ? `Begäran om allmän handling – medborgarlöften i ${municipality}`
      : `Begäran om allmän handling – uppföljning av ${agreement}`
  const asked =
    agreement === null
      ? `Jag begär kopior av de medborgarlöften och samverkansöverenskommelser som ${municipality} och Polismyndigheten har ingått, och av de handlingar som visar hur de har följts upp.`
      : `Jag begär kopior av de handlingar som visar hur ${agreement} har följts upp, till exempel redovisningar, minnesanteckningar eller beslut.${followUp ? ` Av löftet framgår: ”${followUp}”` : ''} Jag önskar även det undertecknade löftet, med datum.`
  const body = `Till: registrator, ${municipality}${copy}

Hej!

Med stöd av offentlighetsprincipen (2 kap. tryckfrihetsförordningen) skriver jag till er. ${asked}

Skicka gärna handlingarna med e-post. Är någon del sekretessbelagd ber jag om resten, och om vilken bestämmelse som har tillämpats. Tas en avgift ut vill jag veta beloppet i förväg. Finns ingen sådan handling ber jag om besked om det.

Jag ber om ett skyndsamt besked. Om begäran avslås önskar jag ett skriftligt beslut som kan överklagas.

Med vänlig hälsning`
  return { subject, body }
}
