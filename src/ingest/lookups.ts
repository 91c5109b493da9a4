import type { ValueOf } from '../datasets/dataset.ts'
import type { targetPer } from '../datasets/vocabularies/promises.ts'
import type { organisationKind, role } from '../datasets/vocabularies/signatures.ts'
import type { findingBasis, followUpFrequency } from '../datasets/vocabularies/situation.ts'
import { type Catalogue, type CataloguedCommitment, catalogueOf } from './catalogue.ts'
import type { Weights } from './lists/second-reader/regression.ts'
import {
  type MunicipalityOfAddress,
  municipalityFinder,
  municipalityOfAddress,
  type NamedMunicipality,
} from './places/municipality-names.ts'
import { type AreaNames, areaNames, type NamedPoliceArea } from './places/police-area-names.ts'
import type { LabelHolds } from './text/labels.ts'
import { type FindTerms, termFinder } from './text/terms.ts'
import { type ExpressionOf, type WordList, wordExpressions } from './text/word-expressions.ts'

/** What a heading says about the text below it. */
export const SECTIONS = [
  'wishes',
  'earlier',
  'follow_up',
  'findings',
  'background',
  'focus_areas',
  'contact',
  'signing',
  'period',
  'activities',
  'promises',
] as const
export type SectionKind = (typeof SECTIONS)[number]

/** What a wording of a lead-in says about the items below: `weak_activity` if nothing else is said. */
export const LEAD_IN_WORDS = ['activity', 'promise', 'wish', 'weak_activity', 'finding'] as const
type LeadInWord = (typeof LEAD_IN_WORDS)[number]

/** What a wording says about a page that may not be an agreement. */
export const NO_AGREEMENT_WORDS = ['not_found', 'speaks_of_promises'] as const
type NoAgreementWord = (typeof NO_AGREEMENT_WORDS)[number]

/** The role that a wording stands for: null if it is not one that we publish. */
export interface RoleMeaning {
  readonly role: ValueOf<typeof role> | null
  readonly organisation: ValueOf<typeof organisationKind>
}

/** A wording that refers to a topic, unless another topic fits better; `*` stands for any other. */
interface TopicTerm {
  readonly wording: string
  readonly topicId: string
  readonly unlessTopicId: string | null
}

/** Hand-maintained tables from the wordings of documents to our values, and the reference tables of places. */
export interface LookupTables {
  readonly municipalities: readonly NamedMunicipality[]
  readonly policeAreas: readonly NamedPoliceArea[]
  readonly actors: readonly { wording: string; actorId: string }[]
  readonly roles: readonly ({ wording: string } & RoleMeaning)[]
  readonly topicTerms: readonly TopicTerm[]
  readonly headings: readonly { wording: string; section: SectionKind }[]
  readonly boilerplate: readonly { wording: string; rule: string }[]
  readonly units: readonly { wording: string; onlyAfterAnOperator: boolean }[]
  readonly targetTimes: readonly { wording: string; per: ValueOf<typeof targetPer> | null }[]
  readonly targetGroups: readonly { wording: string }[]
  readonly bases: readonly { wording: string; basis: ValueOf<typeof findingBasis> }[]
  readonly otherTimes: readonly { wording: string }[]
  readonly noAgreements: readonly { wording: string; says: NoAgreementWord }[]
  readonly labels: readonly { wording: string; holds: LabelHolds }[]
  readonly leadIns: readonly { wording: string; says: LeadInWord }[]
  readonly wordLists: readonly { list: WordList; wording: string }[]
  readonly secondReader: Weights
  readonly catalogued: readonly CataloguedCommitment[]
  readonly frequencies: readonly { wording: string; frequency: ValueOf<typeof followUpFrequency> }[]
}

/** The lookups in the form that rules use: finders of wordings. */
export interface Lookups {
  readonly municipalities: ReturnType<typeof municipalityFinder>
  readonly municipalityOfAddress: MunicipalityOfAddress
  readonly policeAreas: AreaNames
  readonly actors: FindTerms<string>
  /** Every actor that we know. */
  readonly actorIds: ReadonlySet<string>
  readonly roles: FindTerms<RoleMeaning>
  readonly topics: FindTerms<readonly TopicTerm[]>
  readonly headings: FindTerms<SectionKind>
  readonly boilerplate: FindTerms<string>
  readonly units: FindTerms<{ onlyAfterAnOperator: boolean }>
  readonly targetTimes: FindTerms<ValueOf<typeof targetPer> | null>
  readonly targetGroups: FindTerms<true>
  readonly bases: FindTerms<ValueOf<typeof findingBasis>>
  readonly labels: FindTerms<LabelHolds>
  readonly leadIns: FindTerms<LeadInWord>
  readonly noAgreements: FindTerms<NoAgreementWord>
  readonly otherTimes: FindTerms<true>
  /** Regular expressions with the words of `word_lists.csv`. */
  readonly expression: ExpressionOf
  /** What the second reader has learnt. */
  readonly secondReader: Weights
  readonly catalogue: Catalogue
  readonly frequencies: FindTerms<ValueOf<typeof followUpFrequency>>
}

/** Prepares lookups for use with any number of documents. */
export function prepareLookups(tables: LookupTables): Lookups {
  return {
    municipalities: municipalityFinder(tables.municipalities),
    municipalityOfAddress: municipalityOfAddress(tables.municipalities),
    policeAreas: areaNames(tables.policeAreas),
    actors: termFinder(tables.actors.map(({ wording, actorId }) => [wording, actorId])),
    actorIds: new Set(['police', 'municipality', ...tables.actors.map(({ actorId }) => actorId)]),
    roles: termFinder(
      tables.roles.map(({ wording, role, organisation }) => [wording, { role, organisation }]),
    ),
    // A word may refer to two topics: a trafikråd is about traffic, and about cooperation.
    topics: termFinder(Map.groupBy(tables.topicTerms, ({ wording }) => wording)),
    headings: termFinder(tables.headings.map(({ wording, section }) => [wording, section])),
    boilerplate: termFinder(tables.boilerplate.map(({ wording, rule }) => [wording, rule])),
    units: termFinder(
      tables.units.map(({ wording, onlyAfterAnOperator }) => [wording, { onlyAfterAnOperator }]),
    ),
    targetTimes: termFinder(tables.targetTimes.map(({ wording, per }) => [wording, per])),
    targetGroups: termFinder(tables.targetGroups.map(({ wording }) => [wording, true])),
    bases: termFinder(tables.bases.map(({ wording, basis }) => [wording, basis])),
    secondReader: tables.secondReader,
    catalogue: catalogueOf(tables.catalogued),
    otherTimes: termFinder(tables.otherTimes.map(({ wording }) => [wording, true])),
    expression: wordExpressions(tables.wordLists),
    noAgreements: termFinder(tables.noAgreements.map(({ wording, says }) => [wording, says])),
    labels: termFinder(tables.labels.map(({ wording, holds }) => [wording, holds])),
    leadIns: termFinder(tables.leadIns.map(({ wording, says }) => [wording, says])),
    frequencies: termFinder(tables.frequencies.map(({ wording, frequency }) => [wording, frequency])),
  }
}
