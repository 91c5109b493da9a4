import type { Random } from './random.ts'
import { madeUpText, UNITS } from './texts.ts'

const PLACES = ['Habo', 'Nora', 'Eda', 'Sunne', 'Mullsjö', 'Tierp', 'Orust', 'Gnesta', 'Flen', 'Trosa']
const AREAS = ['Höglandet', 'Torsby', 'Motala', 'Katrineholm', 'Luleå/Boden', 'Södra Vätterbygden']
const FIRST_NAMES = ['Påhittad', 'Uppdiktad', 'Exempla', 'Fiktiv']
const LAST_NAMES = ['Exempelsson', 'Provström', 'Testberg', 'Mallén']
const LEAD_INS = [
  'Polisen och kommunen lovar att:',
  'Det ska vi åstadkomma genom följande aktiviteter:',
  'Under året kommer polisen att:',
]
const MARKERS = ['- ', '• ', '1. ', '* ']
const ACTORS = ['Polisen', 'Kommunen', 'Polisen och kommunen', 'Skolan och socialtjänsten']

/** A made-up document of the forms and the length that published ones have, with a name that nobody bears. */
export function makeDocument(random: Random): string {
  const place = random.pick(PLACES)
  const year = 2015 + random.integer(10)
  const sections = [
    `Medborgarlöfte i ${place} kommun ${year}-${year + 1}`,
    madeUpText(random, 2 + random.integer(3)),
    listOf(random, 2 + random.integer(3)),
    listOf(random, 4 + random.integer(6)),
    'Vad är ett medborgarlöfte',
    madeUpText(random, 3 + random.integer(4)),
    `Lägesbild\n${madeUpText(random, 3 + random.integer(4))}`,
    'Uppföljning\nMedborgarlöftet följs upp två gånger per år och redovisas på polisens webbplats.',
    `${place} ${year}-0${1 + random.integer(9)}-1${random.integer(10)}`,
    signatureOf(random, 'Kommunstyrelsens ordförande', `${place} kommun`),
    signatureOf(random, 'Lokalpolisområdeschef', `Lokalpolisområde ${random.pick(AREAS)}`),
  ]
  return `${sections.join('\n\n')}\n`
}

function listOf(random: Random, items: number): string {
  const marker = random.pick(MARKERS)
  const lines = Array.from({ length: items }, () => `${marker}${itemOf(random)}`)
  return [random.pick(LEAD_INS), '', ...lines].join('\n')
}

function itemOf(random: Random): string {
  const target = random.percent(40)
    ? `minst ${2 + random.integer(30)} ${random.pick(UNITS)} per år`
    : 'riktade insatser'
  return `${random.pick(ACTORS)} ska genomföra ${target} mot narkotika bland unga i den påhittade tätorten.`
}

function signatureOf(random: Random, role: string, organisation: string): string {
  return `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}\n${role}\n${organisation}`
}
