import type { ValueOf } from '../../datasets/dataset.ts'
import type { Row } from '../../datasets/index.ts'
import type { outcomeState } from '../../datasets/vocabularies/outcomes.ts'
import type { StatementRow, Statements } from '../statements.ts'

/** What statistics need to know about an agreement. */
export interface AgreementFact {
  readonly id: string
  readonly extent: Row<'agreements'>['extent']
  readonly kind: Row<'agreements'>['kind']
  readonly seen: Row<'agreements'>['commitmentsSeen']
  readonly isFollowUpPromised: boolean
  readonly policeArea: string | null
  readonly firstYear: number | null
  /** Null if the period is open-ended or unknown. */
  readonly lastYear: number | null
  readonly municipalities: readonly string[]
  readonly topics: readonly string[]
  readonly states: readonly ValueOf<typeof outcomeState>[]
  /** Its promises and activities. */
  readonly commitments: CommitmentFact[]
}

/** What statistics need to know about a promise or an activity. */
export interface CommitmentFact {
  readonly id: string
  readonly isPromise: boolean
  readonly agreement: AgreementFact
  readonly topics: readonly string[]
  readonly actors: readonly string[]
  /** The activities of a promise. */
  readonly activities: CommitmentFact[]
  readonly what: Row<'promises'>['targetWhat']
  readonly hasTarget: boolean
  readonly operator: Row<'promises'>['targetOperator']
  readonly perYear: number | null
  readonly reportState: Row<'promises'>['reportState']
  readonly states: readonly ValueOf<typeof outcomeState>[]
}

/** A place, a topic or an actor, for groups. `within` is the key of the place or topic that contains it. */
interface AxisRow {
  readonly key: string
  readonly sv: string
  readonly en: string
  readonly within: string | null
}

/** The places, topics or actors of one kind by their keys, in the order of those. */
type Axis = ReadonlyMap<string, AxisRow>

const AXES = {
  municipality: 'select code, name, name, county_code from municipalities',
  county: 'select code, name_sv, name_en, police_region_id from counties',
  policeRegion: 'select id, name, name, null from police_regions',
  policeArea: 'select id, name, name, null from police_areas',
  topic: 'select id, label_sv, label_en, broader_id from topics',
  actor: 'select id, label_sv, label_en, null from actors',
} as const

export type AxisName = keyof typeof AXES

/** All facts for statistics, of one state of the data. */
export interface Facts {
  readonly agreements: readonly AgreementFact[]
  readonly commitments: readonly CommitmentFact[]
  readonly axes: { readonly [N in AxisName]: Axis }
  /** The codes of the researched municipalities, by year. */
  readonly researched: ReadonlyMap<number, readonly string[]>
  /** The year of the data. */
  readonly year: number
}

/** The maximum number of promises and activities: each takes some hundred bytes of memory. */
export const MAX_COMMITMENTS = 50_000

// Multiple values are arrays in a row, so that three statements are enough.

const AGREEMENTS = `select id, extent, kind, commitments_seen, follow_up_promised = 'yes', police_area_id,
    extract(year from coalesce(period_start, period_end))::int,
    case when period_end is null and period_unknown_reason = 'open_ended' then null
      else extract(year from coalesce(period_end, period_start))::int end,
    array(select municipality_code from agreement_municipalities where agreement_id = id),
    array(select topic_id from agreement_topics where agreement_id = id),
    array(select state from outcomes where agreement_id = agreements.id and promise_id is null and activity_id is null)
  from agreements order by id`

const COMMITMENTS = (['promise', 'activity'] as const)
  .map((one) => {
    const many = one === 'promise' ? 'promises' : 'activities'
    const activities =
      one === 'promise'
        ? 'array(select activity_id from activity_promises where promise_id = id)'
        : "'{}'::text[]"
    return `select id, ${one === 'promise'}, agreement_id,
      array(select topic_id from ${one}_topics where ${one}_id = id),
      array(select actor_id from ${one}_actors where ${one}_id = id),
      ${activities}, target_what, target_value is not null, target_operator, target_per_year, report_state,
      array(select state from outcomes where ${one}_id = ${many}.id)
    from ${many}`
  })
  .join(' union all ')

const RESEARCHED = `select year, array_agg(municipality_code) from municipality_years
  where state <> 'not_researched' group by year`

const AXIS_ROWS = Object.entries(AXES)
  .map(([name, select]) => `select '${name}', axis.* from (${select}) as axis(key, sv, en, within)`)
  .join(' union all ')

/** Reads all facts, in a few statements. Null if there are too many. */
export async function readStatisticsFacts({ rows }: Statements): Promise<Facts | null> {
  const [year] = await rows('select extract(year from max(date))::int from revisions', [])
  const ofCommitments = await rows(
    `select * from (${COMMITMENTS}) as all_of_them limit ${MAX_COMMITMENTS + 1}`,
    [],
  )
  if (ofCommitments.length > MAX_COMMITMENTS) return null
  const agreements = (await rows(AGREEMENTS, [])).map(agreementFact)
  const byAgreement = new Map(agreements.map((fact) => [fact.id, fact]))
  const linked = ofCommitments.flatMap((row) => {
    const agreement = byAgreement.get(String(row[2]))
    return agreement ? [{ fact: commitmentFact(row, agreement), activities: row[5] as string[] }] : []
  })
  const byId = new Map(linked.map(({ fact }) => [fact.id, fact]))
  for (const { fact, activities } of linked) {
    fact.agreement.commitments.push(fact)
    fact.activities.push(...activities.flatMap((id) => byId.get(id) ?? []))
  }
  const years = await rows(RESEARCHED, [])
  const researched = new Map(years.map(([of, codes]) => [Number(of), codes as string[]])) // as selected
  const axisRows = Map.groupBy(await rows(AXIS_ROWS, []), ([name]) => name)
  const axes = Object.fromEntries(
    Object.keys(AXES).map((name) => {
      const rows = (axisRows.get(name) ?? []).map(axisRow).sort(byAxisKey)
      return [name, new Map(rows.map((row) => [row.key, row]))]
    }),
  ) as unknown as Facts['axes'] // each axis is there
  return {
    agreements,
    commitments: linked.map(({ fact }) => fact),
    axes,
    researched,
    year: Number(year?.[0] ?? 0),
  }
}

// Rows as the statements select them.

/** The columns of each statement, in order. */
const AGREEMENT_COLUMNS = [
  'id',
  'extent',
  'kind',
  'seen',
  'isFollowUpPromised',
  'policeArea',
  'firstYear',
  'lastYear',
  'municipalities',
  'topics',
  'states',
] as const satisfies readonly (keyof AgreementFact)[]
const COMMITMENT_COLUMNS = [
  'id',
  'isPromise',
  'agreement',
  'topics',
  'actors',
  'activities',
  'what',
  'hasTarget',
  'operator',
  'perYear',
  'reportState',
  'states',
] as const satisfies readonly (keyof CommitmentFact)[]

function agreementFact(row: StatementRow): AgreementFact {
  const fact = Object.fromEntries(AGREEMENT_COLUMNS.map((name, at) => [name, row[at]]))
  return { ...(fact as unknown as AgreementFact), commitments: [] } // as selected
}

/** The fact of a promise or an activity. The ids of its agreement and its activities are replaced by their facts. */
function commitmentFact(row: StatementRow, agreement: AgreementFact): CommitmentFact {
  const fact = Object.fromEntries(COMMITMENT_COLUMNS.map((name, at) => [name, row[at]]))
  return { ...(fact as unknown as CommitmentFact), agreement, activities: [] } // as selected
}

function axisRow([, key, sv, en, within]: StatementRow): AxisRow {
  return { key: String(key), sv: String(sv), en: String(en), within: within === null ? null : String(within) }
}

function byAxisKey(one: AxisRow, other: AxisRow): number {
  return one.key < other.key ? -1 : 1
}
