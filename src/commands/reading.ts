import { quoted } from '../common/quoted.ts'
import { type Lookups, prepareLookups, SECTIONS, type SectionKind } from '../ingest/lookups.ts'
import { readLookups } from '../records/lookups.ts'
import { BadRecords } from '../records/problem.ts'

/** The lookups of a data folder, ready for reading documents. */
export function lookupsOf(root: string): Lookups {
  const { headings, ...rows } = readLookups(root)
  return prepareLookups({
    ...rows,
    headings: headings.map(({ wording, section }, index) => {
      if (isSection(section)) return { wording, section }
      const message = `section: ${quoted(section)}; write one of ${SECTIONS.join(', ')}`
      throw new BadRecords([{ file: 'lookups/headings.csv', line: index + 2, message }])
    }),
  })
}

function isSection(section: string): section is SectionKind {
  return SECTIONS.some((each) => each === section)
}
