import { commitmentIssues } from './commitment-issues.ts'
import type { IssueList } from './issue-list.ts'
import type { Page } from './layouts/page.ts'
import type { ReadPage } from './layouts/read-page.ts'
import { listIssues } from './list-issues.ts'
import type { DecidedList } from './lists/decide-lists.ts'
import type { NoAgreement } from './no-agreement.ts'
import { earlierIssues, linkIssue } from './other-document-issues.ts'
import type { Span } from './text/source.ts'
import { followUpIssues, type IssueContext, timeIssues } from './time-issues.ts'

const NO_AGREEMENT: { readonly [why in NoAgreement]: readonly [sv: string, en: string] } = {
  not_found: [
    'Det här är inget medborgarlöfte: sidan säger att den inte finns. Leta upp den nya adressen.',
    'This is not an agreement: the page says that it was not found. Look for its new address.',
  ],
  links: [
    'Det här är inget medborgarlöfte: sidan har bara länkar. Läs in dokumenten som den länkar till.',
    'This is not an agreement: the page only has links. Read the documents that it links to.',
  ],
  something_else: [
    'Det här är inget medborgarlöfte: texten talar varken om löften eller om en överenskommelse.',
    'This is not an agreement: the text speaks neither of promises nor of an agreement.',
  ],
}

/** Notes what an editor must check: what the document leaves open, and what our rules decide. */
export function issuesOf(page: Page, read: ReadPage, made: IssueContext): void {
  linkIssue(page, made.issues)
  if (read.noAgreement !== null) {
    const [sv, en] = NO_AGREEMENT[read.noAgreement]
    made.issues.add('unreadable', null, null, sv, en, 'commitments')
    return
  }
  earlierIssues(page, read, made.issues)
  placeIssues(page, read, made.issues)
  columnIssues(page, made.issues)
  timeIssues(read, made)
  followUpIssues(page, read, made)
  listIssues(read.lists, (list) => recordOfList(read, made, list), made.issues)
  commitmentIssues(page, read, made)
  for (const [index, { role }] of read.signatures.entries()) {
    if (role.meaning.role !== null) continue
    const sv = 'Rollen finns inte i vår lista. Välj en roll i listan, eller lägg till rollen.'
    made.issues.add(
      'ambiguous',
      made.idOf('s', index),
      role,
      sv,
      'The role is not in our list. Choose a role from the list, or add this one.',
      'role',
    )
  }
}

/** The id of the first item of a list in the record. */
function recordOfList(
  { promises, activities }: ReadPage,
  { idOf }: IssueContext,
  { items }: DecidedList,
): string | null {
  const isFirst = ({ span }: { readonly span: Span }) => span === items[0]?.span
  const [promise, activity] = [promises.findIndex(isFirst), activities.findIndex(isFirst)]
  if (promise >= 0) return idOf('p', promise)
  return activity >= 0 ? idOf('a', activity) : null
}

function placeIssues({ source }: Page, { parties, areas, unknownAreas }: ReadPage, issues: IssueList): void {
  if (parties.length === 0) {
    issues.add(
      'not_stated',
      null,
      null,
      'Texten nämner ingen kommun som vi känner till.',
      'The text does not name a municipality that we know.',
      'municipality',
    )
  }
  const ids = new Set(areas.map(({ id }) => id))
  const [, ...others] = [...ids]
  for (const id of others) {
    const area = areas.find((each) => each.id === id)
    const sv = 'Texten namnger flera lokalpolisområden. Vi anger det första.'
    issues.add(
      'ambiguous',
      null,
      area ?? null,
      sv,
      'The text names several local police areas. We give the first.',
    )
  }
  for (const span of unknownAreas) {
    const sv = 'Vi känner inte till något lokalpolisområde med det namnet.'
    issues.add('unreadable', null, span, sv, 'We do not know a local police area with that name.', 'area')
  }
  for (const { misspelt } of areas) {
    if (!misspelt) continue
    const sv = `Lokalpolisområdets namn är stavat på ett annat sätt än i vår tabell: ”${source.slice(misspelt)}”.`
    const en = `The name of the local police area is spelt differently in our table: "${source.slice(misspelt)}".`
    issues.add('misprint', null, misspelt, sv, en)
  }
}

/** Columns of responsibility tables that may say how much, when or where. */
function columnIssues({ blocks }: Page, issues: IssueList): void {
  for (const heading of blocks.flatMap(({ unreadColumns = [] }) => unreadColumns)) {
    const sv = 'Ingen regel kan tolka kolumnen. Kontrollera vad som står i dess celler.'
    issues.add(
      'unreadable',
      null,
      heading,
      sv,
      'No rule can read this column. Check what its cells say.',
      'column',
    )
  }
}
