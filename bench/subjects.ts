import postgres from 'postgres'
import { randomFrom } from './generator/random.ts'
import type { ActivityPlace, Subjects } from './questions.ts'

/** How many subjects each question has. */
const SUBJECTS = 5_000
const SEED = 1766
/** So many agreements from the end on, no page of a question would be full. */
const FULL_PAGE = 101

/** Chooses what to ask about in the database: the same on every run. */
export async function chooseSubjects(url: string): Promise<Subjects> {
  const sql = postgres(url, { max: 1 })
  const random = randomFrom(SEED)
  const some = <S>(choose: () => S) => Array.from({ length: SUBJECTS }, choose)
  const agreements = (await sql<{ id: string }[]>`select id from agreements order by id`).map(({ id }) => id)
  const codes = (await sql<{ code: string }[]>`select code from municipalities order by code`).map(
    ({ code }) => code,
  )
  /** An activity of each of some agreements. */
  const activitiesOf = async (ids: readonly string[]): Promise<ActivityPlace[]> => {
    const rows = await sql<{ agreement_id: string; position: number; id: string }[]>`
      select agreement_id, position, id from activities where agreement_id = any(${[...new Set(ids)]})
      order by agreement_id, position, id`
    const byAgreement = Map.groupBy(rows, (row) => row.agreement_id)
    return ids.map((each) => {
      const { agreement_id, position, id } = random.pick(byAgreement.get(each) ?? [])
      return [agreement_id, position, id]
    })
  }
  const startsOfPages = agreements.slice(0, -FULL_PAGE)
  // Deep is the second half of the list.
  const deep = startsOfPages.slice(Math.floor(agreements.length / 2))
  const subjects = {
    node: (await activitiesOf(some(() => random.pick(agreements)))).map(([, , id]) => id),
    nested: some(() => random.pick(startsOfPages)),
    filtered: some(() => random.several(codes, 3)),
    deep: await activitiesOf(some(() => random.pick(deep))),
  }
  await sql.end()
  return subjects
}
