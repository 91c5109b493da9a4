import { quoted } from '../common/quoted.ts'
import { confirmations } from '../datasets/confirmations.ts'
import type { Tables } from '../datasets/index.ts'
import type { Origins } from './origins.ts'
import type { Problem } from './problem.ts'
import { parseTable } from './table-file.ts'

// Its number is its position in the file.
const { number: _, ...fileColumns } = confirmations.columns

/** Reads which facts municipalities and the police have confirmed, and adds the rows to the tables. */
export function readConfirmations(file: string, text: string, tables: Tables, origins: Origins): Problem[] {
  const { rows, problems } = parseTable(file, text, fileColumns, origins)
  const counts = new Map<string, number>()
  const parties = new Set(
    tables.agreement_municipalities.map((row) => `${row.agreementId} ${row.municipalityCode}`),
  )
  for (const row of rows) {
    const { municipalityCode, agreementId, role } = row
    const wrong = (message: string) => problems.push({ ...origins.of(row), message })
    if (agreementId !== null && !parties.has(`${agreementId} ${municipalityCode}`))
      wrong(
        `agreement_id: ${quoted(agreementId)} is not an agreement of ${municipalityCode}; write one of its agreements`,
      )
    if (role.includes('@')) wrong(`role: ${quoted(role)} has an address; write the role alone`)
    const number = (counts.get(municipalityCode) ?? 0) + 1
    counts.set(municipalityCode, number)
    tables.confirmations.push(origins.at(origins.of(row), { ...row, number }))
  }
  return problems
}
