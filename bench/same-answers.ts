import { answerTo, type Contestant } from './contestants.ts'
import { type QuestionName, questionNames } from './questions.ts'

/** How many subjects of each question the answers are compared for. */
const COMPARED = 5

/** Throws where two servers do not give the same values, in the same order, to the same question. */
export async function checkAnswers([first, ...others]: readonly Contestant[]): Promise<void> {
  if (!first) return
  for (const question of questionNames) {
    for (let at = 0; at < COMPARED; at++) {
      for (const other of others) {
        // Whoever is asked the same again and again has one subject.
        if (!other.requests[question][at] || !first.requests[question][at]) continue
        const [expected, given] = await Promise.all(
          [first, other].map((each) => valuesOf(each, question, at)),
        )
        refuseDifference(`${other.name} and ${first.name}, ${question} ${at}`, expected ?? [], given ?? [])
      }
    }
  }
}

function refuseDifference(what: string, expected: readonly string[], given: readonly string[]): void {
  if (expected.length === 0) throw new Error(`${what}: the answer is empty`)
  const at = expected.findIndex((value, index) => value !== given[index])
  if (at === -1 && given.length === expected.length) return
  const values = `"${given[at]}" and "${expected[at]}" at ${at}`
  throw new Error(`${what} differ: ${given.length} and ${expected.length} values, ${values}`)
}

async function valuesOf(contestant: Contestant, question: QuestionName, at: number): Promise<string[]> {
  const request = contestant.requests[question][at]
  if (!request) throw new Error(`${contestant.name} has no request ${at} of ${question}`)
  const answer: unknown = JSON.parse(await answerTo(request))
  if (typeof answer === 'object' && answer && 'errors' in answer) {
    throw new Error(`${contestant.name} answered ${question} with ${JSON.stringify(answer.errors)}`)
  }
  return [...leaves(answer)]
}

/** Values of a vocabulary, which GraphQL has in capitals and the database has not. */
const VOCABULARIES = ['commitment', 'operator', 'per']
/** What each server has its own of. */
const OWN = ['pageInfo', 'extensions']

/**
 * The values of an answer, in its order, without the names of the objects that they stand in: servers differ in
 * how they nest the same.
 */
function* leaves(value: unknown, name = ''): Generator<string> {
  if (value === null || OWN.includes(name)) return
  if (typeof value !== 'object') {
    yield VOCABULARIES.includes(name) ? String(value).toLowerCase() : String(value)
    return
  }
  for (const [key, inner] of Object.entries(value)) yield* leaves(inner, Array.isArray(value) ? name : key)
}
