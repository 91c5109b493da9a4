import type { Random } from './random.ts'

const WHO = [
  'Den påhittade kommunen',
  'Polisen i det påhittade området',
  'Skolan i exemplet',
  'Socialtjänsten i exemplet',
  'Räddningstjänsten i exemplet',
  'Den uppdiktade samverkansgruppen',
]
const DOES = [
  'genomför trygghetsvandringar',
  'håller föräldramöten',
  'gör trafikkontroller',
  'följer upp otrygga platser',
  'ser över belysningen',
  'träffar ungdomar på kvällstid',
  'delar en gemensam lägesbild',
  'arbetar mot skadegörelse',
  'förebygger våld i nära relationer',
  'kontrollerar hastigheten utanför skolor',
]
const WHERE = [
  'i centrum och vid resecentrum',
  'på de särskilt utpekade gång- och cykelvägarna',
  'kring högstadieskolorna före lovens början',
  'vid idrottsplatsen och badhuset',
  'i bostadsområdena öster om ån',
  'längs genomfartsvägen genom tätorten',
]
const WHY = [
  'för att öka tryggheten bland äldre',
  'för att minska antalet anmälda inbrott',
  'så att fler vågar röra sig ute efter mörkrets inbrott',
  'eftersom dialogen med medborgarna visade att det behövs',
  'och redovisar läget för den lokala överenskommelsens styrgrupp',
  'med särskild hänsyn till barn och yngre på väg till och från skolan',
]
const HOW_OFTEN = [
  'varje vecka',
  'en gång i månaden',
  'under sommarhalvåret',
  'före varje storhelg',
  'under hela avtalstiden',
]

/** What a target of a made-up activity counts. */
export const UNITS = [
  'trafikkontroller',
  'trygghetsvandringar',
  'möten',
  'besök',
  'nätvandringar',
  'tillsyner',
]

/** The words that a made-up text begins with: nobody is to take it for somebody's promise. */
export const MADE_UP = 'Påhittad text:'

/** A made-up text of so many sentences that says of itself that it is made up. */
export function madeUpText(random: Random, sentences: number): string {
  return `${MADE_UP} ${Array.from({ length: sentences }, () => sentence(random)).join(' ')}`
}

function sentence(random: Random): string {
  const parts = [WHO, DOES, WHERE, HOW_OFTEN, WHY].map((choices) => random.pick(choices))
  return `${parts.join(' ')}.`
}
