import type { Tables } from '../../src/datasets/index.ts'
import { type Random, randomFrom } from '../generator/random.ts'
import { realWords } from './data.ts'

/** A kind of search, and how somebody types the next one of it. */
export interface Kind {
  readonly name: string
  readonly next: () => { readonly query: string; readonly filter?: object }
}

const SEED = 685

/** Kinds of searches. Each makes ever others, the same on every run. */
export function kindsOf(tables: Tables): Kind[] {
  const random = randomFrom(SEED)
  const words = [...new Set(realWords(tables))].filter((word) => /^\p{L}{4,}$/u.test(word))
  const names = tables.municipalities.map(({ name }) => name)
  const counties = tables.counties.map(({ code }) => code)
  const unknown = () => Array.from({ length: 9 }, () => String.fromCharCode(97 + random.integer(26))).join('')
  const query = (...parts: readonly string[]) => ({ query: parts.join(' ') })
  return [
    { name: 'one word', next: () => query(random.pick(words)) },
    { name: 'a name', next: () => query(random.pick(names), 'kommun') },
    { name: 'three words', next: () => query(random.pick(words), random.pick(words), random.pick(names)) },
    { name: 'the beginning of a word', next: () => query(random.pick(words).slice(0, 3)) },
    { name: 'a misspelt word', next: () => query(misspelt(random.pick(words), random)) },
    { name: 'eight unknown words', next: () => query(...Array.from({ length: 8 }, unknown)) },
    {
      name: 'two words within a county',
      next: () => ({
        ...query(random.pick(words), random.pick(words)),
        filter: { county: [random.pick(counties)] },
      }),
    },
  ]
}

function misspelt(word: string, random: Random): string {
  const at = 1 + random.integer(word.length - 2)
  return `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`
}
