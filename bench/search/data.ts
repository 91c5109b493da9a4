import { BUNDLED_DATA } from '../../src/commands/bundled.ts'
import { wordsOf } from '../../src/database/search/words.ts'
import { datasetNames, type Tables } from '../../src/datasets/index.ts'
import { type Data, readData } from '../../src/records/read-data.ts'
import { type Random, randomFrom } from '../generator/random.ts'
import { MADE_UP } from '../generator/texts.ts'
import { generate } from '../generator.ts'

const SEED = 12

/** More than twice the promises and activities that are known of the whole country. */
const SIZE = { agreements: 500, promises: 5_000, activities: 5_000 }

/** Made-up data whose texts have as many different words as real ones, each as often: they are drawn from those. */
export function madeUpData(): Data {
  const bundled = readData(BUNDLED_DATA)
  const tables = Object.fromEntries(datasetNames.map((name) => [name, []])) as unknown as Tables
  for (const batch of generate(SIZE)) {
    for (const name of datasetNames) (tables[name] as object[]).push(...(batch[name] ?? []))
  }
  const words = realWords(bundled.tables)
  const random = randomFrom(SEED)
  for (const row of [...tables.promises, ...tables.activities]) row.text = textOf(words, random)
  return { ...bundled, tables }
}

/** The words of all real texts, each as often as it stands there. */
export function realWords({ agreements, promises, activities, findings, topics }: Tables): string[] {
  const texts = [
    ...agreements.map(({ summarySv }) => summarySv),
    ...[...promises, ...activities, ...findings].map(({ text }) => text),
    ...topics.map(({ definitionSv }) => definitionSv),
  ]
  return texts.flatMap((text) => wordsOf(text ?? '').map(({ word }) => word))
}

function textOf(words: readonly string[], random: Random): string {
  return `${MADE_UP} ${Array.from({ length: 6 + random.integer(15) }, () => random.pick(words)).join(' ')}.`
}
