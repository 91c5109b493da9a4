import { CONFIDENCE } from './confidence.ts'
import type { IssueList } from './issue-list.ts'
import type { Page } from './layouts/page.ts'
import type { ReadPage } from './layouts/read-page.ts'
import { listIssues } from './list-issues.ts'
import type { DecidedList } from './lists/decide-lists.ts'
import type { NoAgreement } from './no-agreement.ts'
import { earlierIssues, linkIssue } from './other-document-issues.ts'
import type { MadePeriod } from './record-period.ts'
import type { Span } from './text/source.ts'
import { periodsIn } from './values/period.ts'

interface IssueContext {
  readonly period: MadePeriod
  readonly idOf: (letter: string, index: number) => string
  readonly issues: IssueList
}

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

function timeIssues(
  { signing, yearsFromSigning: years, period }: ReadPage,
  { period: made, issues }: IssueContext,
): void {
  if (signing.unknownReason === 'unreadable' && signing.reading.rule !== 'signing-not-filled-in') {
    const sv = 'Raden kan ange dagen för undertecknandet, men den går inte att tolka säkert.'
    const en = 'The line may give the date of signing, but it cannot be read with certainty.'
    issues.add('unreadable', null, signing.quote, sv, en)
  } else if (signing.unknownReason === 'unreadable') {
    const sv = 'Dagen för undertecknandet är inte ifylld, eller går inte att läsa.'
    issues.add(
      'unreadable',
      null,
      signing.quote,
      sv,
      'The date of signing has not been filled in, or cannot be read.',
    )
  } else if (signing.on === null && signing.quote) {
    const sv = 'Texten säger ungefär när det undertecknades men inte vilken dag.'
    issues.add(
      'not_stated',
      null,
      signing.quote,
      sv,
      'The text says roughly when it was signed, but not on which day.',
    )
  } else if (signing.reading.rule === 'signing-day-without-year') {
    const sv =
      'Texten anger dagen för undertecknandet utan år. Vi läser året ur sidans datum eller löftets period.'
    const en =
      'The text gives the day of signing without a year. We take the year from the date of the page or the period of the agreement.'
    issues.add('ambiguous', null, signing.quote, sv, en)
  } else if (
    signing.reading.rule === 'signing-short-year' &&
    signing.reading.confidence === CONFIDENCE.doubtful
  ) {
    const sv = 'Dagen för undertecknandet är skriven med två siffror för året och kan läsas på flera sätt.'
    const en = 'The date of signing has a two-digit year and can be read in several ways.'
    issues.add('ambiguous', null, signing.quote, sv, en)
  } else if (signing.reading.rule === 'signing-today-as-published') {
    const sv = 'Texten säger ”i dag”. Vi läser det som dagen då sidan publicerades.'
    issues.add(
      'ambiguous',
      null,
      signing.quote,
      sv,
      'The text says "today". We read it as the day on which the page was published.',
    )
  }
  if (years && period) {
    const sv = 'Texten anger år, men också hur länge löftet gäller från undertecknandet. Vi anger åren.'
    const en =
      'The text gives years, but also how long the agreement is valid from the signing. We give the years.'
    issues.add('ambiguous', null, years.span, sv, en)
  } else if (years) {
    const sv = 'Perioden räknas från undertecknandet.'
    issues.add('ambiguous', null, years.span, sv, 'The period is counted from the signing.')
  } else if (made.value.start === null) {
    issues.add('not_stated', null, null, 'Texten anger ingen period.', 'The text gives no period.')
  }
}

function commitmentIssues(
  { source }: Page,
  { promises, activities }: ReadPage,
  { idOf, issues }: IssueContext,
): void {
  if (promises.length === 0) {
    issues.add(
      'unreadable',
      null,
      null,
      'Ingen regel hittade något löfte i texten.',
      'No rule found a promise in the text.',
      'commitments',
    )
  }
  const lists = [
    ...promises.map((each, index) => [idOf('p', index), each] as const),
    ...activities.map((each, index) => [idOf('a', index), each] as const),
  ]
  for (const [id, { topics, targets, span, unknownWho }] of lists) {
    for (const cell of unknownWho) {
      const sv = 'Cellen anger vem som ansvarar, men nämner ingen aktör som vi känner till.'
      const en = 'The cell says who is responsible, but does not name an actor that we know.'
      issues.add('unreadable', id, cell, sv, en, 'responsible')
    }
    if (topics.length === 0) {
      const sv = 'Inget ord i texten hör till något av våra ämnen.'
      issues.add('not_stated', id, span, sv, 'No word in the text belongs to any of our topics.', 'topics')
    }
    const [first, second] = targets
    if (first?.time && first.time.per === null) {
      const time = source.slice(first.time)
      const sv = `Målet gäller en tid som inte finns i vår lista: ”${time}”. Tiden finns i citatet men inte som målets tid.`
      const en = `The target is for a time that is not in our list: "${time}". The time is in the quote, but not given as the time of the target.`
      issues.add('ambiguous', id, first.span, sv, en)
    }
    if (second) {
      const sv = 'Texten har flera tal som kan vara mål. Vi anger ett av dem.'
      issues.add(
        'ambiguous',
        id,
        second.span,
        sv,
        'The text has several numbers that may be targets. We give one of them.',
      )
    }
  }
}

/** Follow-ups that mention a year before the period: the text may be carried over from an older promise. */
function followUpIssues(
  { source }: Page,
  { followUps, period }: ReadPage,
  { idOf, issues }: IssueContext,
): void {
  const first = period?.period.from.slice(0, 4)
  if (first === undefined) return
  for (const [index, { span }] of followUps.entries()) {
    for (const { from, start, end } of periodsIn(source, span)) {
      if (from.slice(0, 4) >= first) continue
      const sv =
        'Uppföljningen nämner ett år före löftets period. Texten kan ha följt med från ett äldre löfte.'
      const en =
        'The follow-up mentions a year before the period of the agreement. The text may come from an older agreement.'
      issues.add('contradiction', idOf('u', index), { start, end }, sv, en)
    }
  }
}
