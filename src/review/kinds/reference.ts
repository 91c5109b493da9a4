import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { datasetNames, type Tables } from '../../datasets/index.ts'
import { Origins } from '../../records/origins.ts'
import { BadRecords } from '../../records/problem.ts'
import { readReference } from '../../records/reference.ts'
import { decode } from '../../records/text-file.ts'
import { CATALOGUE, parseCatalogue } from '../keeping/catalogue.ts'
import type { Option } from './fields.ts'

/** The options for a value, by name: an id, and a label. */
export interface Reference {
  readonly municipalities: readonly Option[]
  readonly policeAreas: readonly Option[]
  readonly actors: readonly Option[]
  readonly topics: readonly Option[]
  /** What the catalogue knows about agreements: their topics. */
  readonly catalogued: ReadonlyMap<string, { readonly topics: readonly string[] }>
  /** Ids that were published and withdrawn: none of them is used again. */
  readonly withdrawn: readonly string[]
}

/**
 * Reads the reference tables of a data folder.
 *
 * @throws {BadRecords} when any of them has errors.
 */
export function readOptions(root: string): Reference {
  const tables = Object.fromEntries(datasetNames.map((name) => [name, []])) as unknown as Tables
  const problems = readReference((file) => decode(readFileSync(join(root, file))), tables, new Origins())
  if (problems.length > 0) throw new BadRecords(problems)
  const named = ({ id, labelSv, labelEn }: { id: string; labelSv: string; labelEn: string }) => ({
    value: id,
    label: { sv: labelSv, en: labelEn },
  })
  return {
    municipalities: byName(
      tables.municipalities.map(({ code, name }) => ({ value: code, label: { sv: name, en: name } })),
    ),
    policeAreas: byName(
      tables.police_areas.map(({ id, name }) => ({ value: id, label: { sv: name, en: name } })),
    ),
    actors: tables.actors.map(named),
    topics: tables.topics.map(named),
    catalogued: new Map(
      parseCatalogue(readFileSync(join(root, ...CATALOGUE))).map(({ id, topics }) => [
        id,
        { topics: topics.split('|').filter(Boolean) },
      ]),
    ),
    withdrawn: tables.tombstones.map(({ recordId }) => recordId),
  }
}

function byName(options: Option[]): Option[] {
  const { compare } = new Intl.Collator('sv')
  return options.sort((one, other) => compare(one.label.sv, other.label.sv))
}

/** The label of one of some options; its id if it is not among them. */
export function optionName(options: readonly Option[], value: string | null): { sv: string; en: string } {
  const label = options.find((option) => option.value === value)?.label
  return { sv: label?.sv ?? value ?? '–', en: label?.en ?? value ?? '–' }
}
