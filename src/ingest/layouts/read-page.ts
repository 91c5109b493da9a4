import { placed, type Reading } from '../confidence.ts'
import type { DecidedList } from '../lists/decide-lists.ts'
import { type NoAgreement, noAgreement } from '../no-agreement.ts'
import { overlap, type Span } from '../text/source.ts'
import {
  type AgreementPeriod,
  agreementPeriod,
  firstYearOf,
  yearsFromSigning,
} from '../values/agreement-period.ts'
import { type Finding, findingsIn } from '../values/findings.ts'
import { type FollowUp, followUpsIn } from '../values/follow-ups.ts'
import { type Party, partiesOf } from '../values/municipalities.ts'
import { areaAlone, type NamedArea, policeAreasIn } from '../values/police-area.ts'
import { type NamedRelation, relationsIn } from '../values/relations.ts'
import { type Signature, signaturesIn } from '../values/signatures.ts'
import { signingOf } from '../values/signing.ts'
import type { Signing } from '../values/signing-line.ts'
import { titleOf } from '../values/title.ts'
import type { Candidate } from './candidate.ts'
import { candidatesOf } from './candidates.ts'
import { type Activity, type ComposedCommitment, compose } from './compose.ts'
import { decideCommitments } from './decide.ts'
import { withoutOlder } from './older-promises.ts'
import { type Page, wholeOf } from './page.ts'
import { type Section, sectionsOf } from './sections.ts'

const NO_COMMITMENTS = { promises: [], activities: [] }

/** Everything that the rules read on a page, as places in its text. */
export interface ReadPage {
  readonly title: { readonly span: Span; readonly reading: Reading } | null
  readonly parties: readonly Party[]
  /** The first name of the agreement's police area, and every other one on the page. */
  readonly areas: readonly NamedArea[]
  readonly unknownAreas: readonly Span[]
  readonly period: AgreementPeriod | null
  readonly yearsFromSigning: { readonly years: number; readonly span: Span } | null
  readonly signing: Signing
  readonly signatures: readonly Signature[]
  readonly relations: readonly NamedRelation[]
  /** Why the page is not an agreement, if it is not. */
  readonly noAgreement: NoAgreement | null
  readonly promises: readonly ComposedCommitment[]
  readonly activities: readonly Activity[]
  readonly repeated: readonly Candidate[]
  /** The lists of the page, each with its decided kind. */
  readonly lists: readonly DecidedList[]
  readonly findings: readonly Finding[]
  readonly followUps: readonly FollowUp[]
  readonly sections: readonly Section[]
  /** Sentences that make promises for an older period than the others. */
  readonly older: readonly Span[]
}

/** Reads a page: its parts first, then its promises and activities, then the rest. */
export function readPage(page: Page): ReadPage {
  const title = titleOf(page)
  const firstYear = firstYearOf(page, title?.span ?? null)
  const sections = sectionsOf(page, firstYear)
  const parties = partiesOf(page, title?.span ?? null)
  const catalogued =
    firstYear === null ? [] : parties.flatMap(({ code }) => page.lookups.catalogue(code, firstYear))
  const { kept, older } = withoutOlder(page, candidatesOf(page, sections))
  const commitments = decideCommitments(page, kept, catalogued)
  const none = noAgreement(page, [...commitments.promises, ...commitments.activities])
  // What such a page says is not promised by an agreement.
  const { promises, activities } = compose(page, none === null ? commitments : NO_COMMITMENTS)
  const taken = [...promises, ...activities, ...commitments.repeated].map(({ span }) => span)
  const isTaken = (span: Span) => taken.some((other) => overlap(span, other))
  const signatures = signaturesIn(page, sections)
  const { areas, unknown } = policeAreasIn(page, wholeOf(page))
  const area = areas.length === 0 ? areaOfChief(page, signatures) : []
  const followUps = followUpsIn(page, sections).filter(({ span }) => !isTaken(span))
  return {
    title,
    parties,
    areas: [...areas, ...area],
    unknownAreas: unknown,
    // The years on a page that is not an agreement are those of the agreements that it names.
    period: none === null ? agreementPeriod(page, title?.span ?? null, sections, commitments) : null,
    yearsFromSigning: yearsFromSigning(page),
    signing: signingOf(page, sections, signatures),
    signatures,
    relations: relationsIn(page, sections, title?.span ?? null),
    noAgreement: none,
    promises,
    activities,
    repeated: commitments.repeated,
    lists: none === null ? commitments.lists : [],
    findings: findingsIn(page, sections, isTaken),
    followUps,
    sections,
    older,
  }
}

/** "Lokalpolisområdeschef Anna Ek, Borås": a chief's area may follow only the name. */
function areaOfChief(page: Page, signatures: readonly Signature[]): NamedArea[] {
  const chief = signatures.find(({ role }) => role.meaning.role === 'local_police_area_chief')
  const area = chief ? areaAlone(page, chief.scope, chief.name) : null
  return area ? [{ ...area, reading: placed('police-area-beside-chief'), misspelt: null }] : []
}
