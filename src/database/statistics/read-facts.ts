import type { StatementRow, Statements } from '../statements.ts'
import type { AgreementFact, AxisName, AxisRow, Facts } from './facts.ts'
import { SharedTraits } from './shared-traits.ts'

/** The maximum number of promises and activities: each takes about 200 bytes of memory. */
export const MAX_COMMITMENTS = 400_000
/** How many promises or activities are read at once, so that responses to others are not held up. */
const AT_ONCE = 20_000

const AGREEMENTS = `select id, extent, kind, commitments_seen, follow_up_promised = 'yes', police_area_id,
    extract(year from coalesce(period_start, period_end))::int,
    case when period_end is null and period_unknown_reason = 'open_ended' then null
      else extract(year from coalesce(period_end, period_start))::int end,
    array(select municipality_code from agreement_municipalities where agreement_id = id),
    array(select topic_id from agreement_topics where agreement_id = id),
    array(select state from outcomes where agreement_id = agreements.id and promise_id is null and activity_id is null)
  from agreements order by id`

// Of each link table, only the part that belongs to the rows is read, once and in order: to look it up for each row takes
// twice as long. Several values are one text, which is read in a fraction of the time of an array.

const WITHIN = '> $1 and $2 >='

const listed = (one: string, value: string, from: string, name: string) =>
  `left join (select ${one}_id as of, string_agg(distinct ${value}, ',' order by ${value}) as listed
    from ${from} where ${one}_id ${WITHIN} ${one}_id group by ${one}_id) as ${name} on ${name}.of = id`

const ofRows = (one: string) => `${listed(one, 'topic_id', `${one}_topics`, 'topics')}
  ${listed(one, 'actor_id', `${one}_actors`, 'actors')} ${listed(one, 'state', 'outcomes', 'states')}`

const COLUMNS = `id, agreement_id, target_per_year, topics.listed, actors.listed, states.listed,
  case when target_value is not null then target_what end, target_operator, target_value is not null, report_state`

const ACTIVITIES = `select ${COLUMNS}, actors.listed, target_value is not null
  from activities ${ofRows('activity')} where id ${WITHIN} id`

const PROMISES = `select ${COLUMNS}, of_all.listed, target_value is not null or coalesce(of_all.has_target, false)
  from promises ${ofRows('promise')}
  left join (select of, string_agg(distinct actor_id, ',' order by actor_id) as listed, bool_or(has_target) as has_target
    from (select promise_id as of, actor_id, target_value is not null as has_target
        from activity_promises join activities on activities.id = activity_promises.activity_id
          left join activity_actors on activity_actors.activity_id = activities.id
        where promise_id ${WITHIN} promise_id
      union all select promise_id, actor_id, false from promise_actors where promise_id ${WITHIN} promise_id) as each
    group by of) as of_all on of_all.of = id
  where id ${WITHIN} id`

/** The last id of each part of a table that is read at once, and its number; of no more rows than tell that there are too many. */
const PARTS = (table: string) => `select id, n from (select id, row_number() over (order by id)::int as n,
    lead(id) over (order by id) is null as is_last
    from (select id from ${table} order by id limit ${MAX_COMMITMENTS + 1}) as counted) as numbered
  where is_last or n % ${AT_ONCE} = 0 order by n`

const RESEARCHED = `select year, array_agg(municipality_code) from municipality_years
  where state <> 'not_researched' group by year`

const AXES: { readonly [N in AxisName]: string } = {
  municipality: 'select code, name, name, county_code from municipalities',
  county: 'select code, name_sv, name_en, police_region_id from counties',
  policeRegion: 'select id, name, name, null from police_regions',
  policeArea: 'select id, name, name, null from police_areas',
  topic: 'select id, label_sv, label_en, broader_id from topics',
  actor: 'select id, label_sv, label_en, null from actors',
}

const AXIS_ROWS = Object.entries(AXES)
  .map(([name, select]) => `select '${name}', axis.* from (${select}) as axis(key, sv, en, within)`)
  .join(' union all ')

/** Reads all facts. Null if there are too many. */
export async function readStatisticsFacts({ rows }: Statements): Promise<Facts | null> {
  const ofPromises = await rows(PARTS('promises'), [])
  const ofActivities = await rows(PARTS('activities'), [])
  if (lastNumber(ofPromises) + lastNumber(ofActivities) > MAX_COMMITMENTS) return null
  const agreements = (await rows(AGREEMENTS, [])).map(agreementFact)
  const byId = new Map(agreements.map((fact) => [fact.id, fact]))
  const traits = new SharedTraits()
  for (const isPromise of [true, false]) {
    let after = ''
    for (const [last] of isPromise ? ofPromises : ofActivities) {
      for (const row of await rows(isPromise ? PROMISES : ACTIVITIES, [after, last])) {
        const [id, agreement, perYear, ...rest] = row
        const own = {
          id,
          traits: traits.of(isPromise, rest),
          perYear,
        } as AgreementFact['commitments'][number] // as selected
        byId.get(String(agreement))?.commitments.push(own)
      }
      after = String(last)
    }
  }
  const [year] = await rows('select extract(year from max(date))::int from revisions', [])
  const years = await rows(RESEARCHED, [])
  const axisRows = Map.groupBy(await rows(AXIS_ROWS, []), ([name]) => name)
  const axes = Object.fromEntries(Object.keys(AXES).map((name) => [name, axisOf(axisRows.get(name) ?? [])]))
  return {
    agreements,
    axes: axes as unknown as Facts['axes'], // each axis is there
    researched: new Map(years.map(([of, codes]) => [Number(of), codes as string[]])), // as selected
    year: Number(year?.[0] ?? 0),
  }
}

function lastNumber(parts: readonly StatementRow[]): number {
  return Number(parts.at(-1)?.[1] ?? 0)
}

/** The columns of the statement, in order. */
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

function agreementFact(row: StatementRow): AgreementFact {
  const fact = Object.fromEntries(AGREEMENT_COLUMNS.map((name, at) => [name, row[at]]))
  return { ...(fact as unknown as AgreementFact), commitments: [] } // as selected
}

function axisOf(rows: readonly StatementRow[]): Map<string, AxisRow> {
  const axis = rows.map(([, key, sv, en, within]) => ({
    key: String(key),
    sv: String(sv),
    en: String(en),
    within: within === null ? null : String(within),
  }))
  return new Map(axis.sort((one, other) => (one.key < other.key ? -1 : 1)).map((row) => [row.key, row]))
}
