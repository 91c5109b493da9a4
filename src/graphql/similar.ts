import { LEAST_SIMILARITY } from '../database/similar/pairs.ts'
import { countSimilar, readSimilar, type SimilarPlace, type SimilarRecord } from '../database/similar/read.ts'
import { type ComparedDataset, MOST_SIMILAR } from '../database/similar/write.ts'
import { bilingualText } from '../datasets/dataset.ts'
import { datasets } from '../datasets/index.ts'
import type { FieldBuilder } from './columns.ts'
import type { Context } from './context.ts'
import { encodeCursor, isKey, type PageArgs, pageOf } from './cursors.ts'
import { pageInfoOf, pageRows } from './pages.ts'
import { refOf } from './refs.ts'
import { type ScoredEdge, type ScoredPage, scoredConnection } from './scored-connection.ts'

interface SimilarEdge extends ScoredEdge {
  readonly similarity: number
}

/** The connection from a promise or an activity to those that share wording with it: `Promise.similar`. */
export function similarTo<R extends { id: string }>(t: FieldBuilder<R>, dataset: ComparedDataset) {
  return t.field({
    type: connections[dataset],
    args: t.arg.connectionArgs(),
    description: bilingualText({
      sv: `Vad andra medborgarlöften lovar med nästan samma ord: högst ${MOST_SIMILAR}, de mest lika först. Texter med en likhet under ${String(LEAST_SIMILARITY).replace('.', ',')} tas inte med.`,
      en: `What other agreements promise in nearly the same words: at most ${MOST_SIMILAR}, the most similar first. Texts with a similarity below ${LEAST_SIMILARITY} are not included.`,
    }),
    resolve: ({ id }, args, context) => similarPage(dataset, id, args, context),
  })
}

const connections = { promises: connectionOf('promises'), activities: connectionOf('activities') }

function connectionOf(dataset: ComparedDataset) {
  const { type, title } = datasets[dataset]
  const what = `${title.en.toLowerCase()} with similar wording`
  return scoredConnection<SimilarEdge>(`Similar${type}`, refOf(dataset), what, (t) => ({
    similarity: t.float({
      description: bilingualText({
        sv: `Hur lik ordalydelsen är, från ${String(LEAST_SIMILARITY).replace('.', ',')} till 1: andelen av alla följder av tre bokstäver i de två texternas ord som finns i båda (trigramlikhet, som i pg_trgm i PostgreSQL). Stora och små bokstäver, diakritiska tecken och ordföljd spelar ingen roll. Det är ordalydelsen som jämförs, inte innebörden.`,
        en: `How similar the wording is, from ${LEAST_SIMILARITY} to 1: the share of all three-letter sequences in the words of the two texts that occur in both (trigram similarity, as in pg_trgm of PostgreSQL). Case, diacritics and word order are ignored. Wording is compared, not meaning.`,
      }),
      resolve: ({ similarity }) => similarity,
    }),
  }))
}

async function similarPage(
  dataset: ComparedDataset,
  id: string,
  args: PageArgs,
  { loaders }: Context,
): Promise<ScoredPage<SimilarEdge>> {
  const name = `${datasets[dataset].type}.similar`
  const page = pageOf(name, isSimilarPlace, args, id)
  const part = { ...page, size: page.size + 1 }
  const found = await loaders
    .other<SimilarRecord[]>(`${name} ${JSON.stringify(part)}`, async (db, keys) => {
      const pages = await readSimilar(db, dataset, keys, part)
      return keys.map((key) => pages.get(key) ?? [])
    })
    .load(id)
  const { rows, hasMore } = pageRows(page, found)
  const edges = rows.map(({ similarKey, similarity }) => ({
    node: () => loaders.row(dataset, similarKey),
    cursor: encodeCursor(name, [similarity, similarKey], id),
    similarity: similarity / 1000,
  }))
  const count = loaders.other<number>(`count ${name}`, async (db, keys) => {
    const counts = await countSimilar(db, dataset, keys)
    return keys.map((key) => counts.get(key) ?? 0)
  })
  return { edges, pageInfo: pageInfoOf(page, edges, hasMore), count: () => count.load(id) }
}

function isSimilarPlace(values: readonly unknown[]): values is SimilarPlace {
  const [similarity, key] = values
  return values.length === 2 && Number.isSafeInteger(similarity) && isKey(key)
}
