import { quoted } from '../common/quoted.ts'
import { actors } from '../datasets/actors.ts'
import { counties } from '../datasets/counties.ts'
import type { Column, Dataset, RecordOf } from '../datasets/dataset.ts'
import type { Tables } from '../datasets/index.ts'
import { municipalities } from '../datasets/municipalities.ts'
import { policeAreaMunicipalities } from '../datasets/police-area-municipalities.ts'
import { policeAreas } from '../datasets/police-areas.ts'
import { policeDistricts } from '../datasets/police-districts.ts'
import { policeRegions } from '../datasets/police-regions.ts'
import { tombstones } from '../datasets/tombstones.ts'
import { topics } from '../datasets/topics.ts'
import type { Origins } from './origins.ts'
import type { Problem } from './problem.ts'
import { parseTable } from './table-file.ts'

// The research state of a municipality is not in the file: it is derived from the agreements.
const { researchState: _, ...municipalityColumns } = municipalities.columns

/** Reads a file of `data/` by its relative path. */
type ReadFile = (file: string) => string

/** Reads the reference tables and the list of withdrawn ids, and adds their rows to the tables. */
export function readReference(read: ReadFile, tables: Tables, origins: Origins): Problem[] {
  const problems: Problem[] = []
  function rowsOf<C extends Dataset['columns']>(file: string, columns: C): RecordOf<{ columns: C }>[] {
    const result = parseTable(file, read(file), columns, origins)
    problems.push(...result.problems)
    return result.rows
  }
  tables.police_regions = rowsOf('reference/police_regions.csv', policeRegions.columns)
  tables.counties = rowsOf('reference/counties.csv', counties.columns)
  tables.police_districts = rowsOf('reference/police_districts.csv', policeDistricts.columns)
  tables.police_areas = rowsOf('reference/police_areas.csv', policeAreas.columns)
  tables.topics = rowsOf('reference/topics.csv', topics.columns)
  tables.actors = rowsOf('reference/actors.csv', actors.columns)
  tables.police_area_municipalities = rowsOf(
    'reference/police_area_municipalities.csv',
    policeAreaMunicipalities.columns,
  )
  tables.tombstones = rowsOf('withdrawn.csv', tombstones.columns)
  tables.municipalities = rowsOf('reference/municipalities.csv', municipalityColumns).map((row) =>
    origins.at(origins.of(row), { ...row, researchState: 'not_researched' }),
  )
  problems.push(
    ...readSearched(rowsOf('reference/searched_municipalities.csv', searchedColumns), tables, origins),
  )
  return problems
}

/** The columns of `reference/searched_municipalities.csv`: where we searched and found no agreement. */
const searchedColumns = {
  municipalityCode: policeAreaMunicipalities.columns.municipalityCode,
} satisfies { [name: string]: Column }

function readSearched(searched: { municipalityCode: string }[], tables: Tables, origins: Origins): Problem[] {
  const byCode = new Map(tables.municipalities.map((row) => [row.code, row]))
  return searched.flatMap((row) => {
    const municipality = byCode.get(row.municipalityCode)
    if (!municipality) {
      return [
        {
          ...origins.of(row),
          message: `municipality_code ${quoted(row.municipalityCode)} is not in municipalities`,
        },
      ]
    }
    municipality.researchState = 'none_found'
    return []
  })
}

/** A municipality is in one area at a time. */
export function checkCoverage(tables: Tables, origins: Origins): Problem[] {
  const whole = tables.police_area_municipalities.filter(({ coverage }) => coverage === 'whole')
  return whole.flatMap((row, at) => {
    const other = whole
      .slice(0, at)
      .find((each) => each.municipalityCode === row.municipalityCode && isAtOneTime(each, row))
    if (!other) return []
    const { file, line } = origins.of(other)
    const message = `${row.municipalityCode} lies entirely in ${row.policeAreaId} and, at the same time, in ${other.policeAreaId} (${file}:${line}); give one of them a valid_to, or write part`
    return [{ ...origins.of(row), message }]
  })
}

type Validity = Pick<Tables['police_area_municipalities'][number], 'validFrom' | 'validTo'>

/** Whether two periods of months overlap. One may end in the month in which the other begins. */
function isAtOneTime(one: Validity, other: Validity): boolean {
  const isOver = ({ validTo }: Validity, { validFrom }: Validity) =>
    validTo !== null && (validFrom === null || validTo <= validFrom)
  return !isOver(one, other) && !isOver(other, one)
}

/** Sets the research state of each municipality that is a party of an agreement. */
export function setResearchStates(tables: Tables, origins: Origins): Problem[] {
  const problems: Problem[] = []
  const extents = new Map(tables.agreements.map(({ id, extent }) => [id, extent]))
  const byCode = new Map(tables.municipalities.map((row) => [row.code, row]))
  for (const row of tables.agreement_municipalities) {
    const municipality = byCode.get(row.municipalityCode)
    if (!municipality) continue // told by checkLinks
    if (municipality.researchState === 'none_found') {
      const message = `${municipality.name} (${municipality.code}) has an agreement; remove it from reference/searched_municipalities.csv`
      problems.push({ ...origins.of(row), message })
    } else if (municipality.researchState !== 'transcribed') {
      municipality.researchState = extents.get(row.agreementId) ?? municipality.researchState
    }
  }
  return problems
}
