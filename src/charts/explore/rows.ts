import { addressOf } from '../../site/addresses.ts'
import { inLanguage, type Language } from '../../site/language.ts'
import { agreementName } from '../../site/parts/agreement-details.ts'
import { targetLine } from '../../site/parts/targets.ts'
import { dayIn, periodIn } from '../../site/periods.ts'
import type { Ask } from '../../site/query.ts'
import { whyWords } from '../../site/unknown.ts'
import { exploreActivitiesQuery } from '../queries/explore-activities.graphql.ts'
import { type ExploreAgreementsData, exploreAgreementsQuery } from '../queries/explore-agreements.graphql.ts'
import { type ExplorePromisesData, explorePromisesQuery } from '../queries/explore-promises.graphql.ts'
import { type ExploreReportsData, exploreReportsQuery } from '../queries/explore-reports.graphql.ts'
import type { ExploredKind } from './view.ts'

/** A row of any kind, ready to be shown. */
export interface ExploredRow {
  readonly key: string
  readonly municipalities: readonly { readonly code: string; readonly name: string }[]
  /** Whether there is a report, or what it says. */
  readonly state: string
  href(language: Language): string
  /** The period of the agreement, or the day of the report. */
  when(language: Language): string
  words(language: Language): string
  /** Whether the text is a quote from a source. */
  readonly isQuoted: boolean
  target(language: Language): string | null
}

/** The rows of a view, up to the number that was read. */
export interface ExploredRows {
  readonly totalCount: number
  readonly rows: readonly ExploredRow[]
}

interface ExploredPage {
  readonly totalCount: number
  readonly rows: readonly ExploredRow[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

interface RowsAsked {
  readonly filter: object
  readonly from?: string
}

const READ: { readonly [K in ExploredKind]: (ask: Ask, asked: RowsAsked) => Promise<ExploredPage> } = {
  loften: async (ask, asked) => {
    const { nodes, ...page } = (await ask(explorePromisesQuery, asked)).promises
    return { ...page, rows: nodes.map(rowOfCommitment) }
  },
  aktiviteter: async (ask, asked) => {
    const { nodes, ...page } = (await ask(exploreActivitiesQuery, asked)).activities
    return { ...page, rows: nodes.map(rowOfCommitment) }
  },
  avtal: async (ask, asked) => {
    const { nodes, ...page } = (await ask(exploreAgreementsQuery, asked)).agreements
    return { ...page, rows: nodes.map(rowOfAgreement) }
  },
  redovisningar: async (ask, asked) => {
    const { nodes, ...page } = (await ask(exploreReportsQuery, asked)).reports
    return { ...page, rows: nodes.map(rowOfReport) }
  },
}

/** Reads the rows that match a filter, up to a number. */
export async function readRows(
  ask: Ask,
  kind: ExploredKind,
  filter: object,
  most: number,
): Promise<ExploredRows> {
  let page = await READ[kind](ask, { filter })
  const rows = [...page.rows]
  while (page.pageInfo.hasNextPage && rows.length < most) {
    page = await READ[kind](ask, { filter, from: page.pageInfo.endCursor ?? '' })
    rows.push(...page.rows)
  }
  return { totalCount: page.totalCount, rows }
}

function rowOfCommitment(row: ExplorePromisesData['promises']['nodes'][number]): ExploredRow {
  const { key, text, agreement, reportState, target } = row
  return {
    key,
    municipalities: agreement.municipalities,
    state: reportState,
    href: (language) => `${addressOf(language, 'agreement', agreement.key)}#${key}`,
    when: (language) => periodIn(language, agreement),
    words: (language) => text ?? inLanguage(language, row, 'gist') ?? '',
    isQuoted: text !== null,
    target: (language) => target && targetLine(language, target),
  }
}

function rowOfAgreement(row: ExploreAgreementsData['agreements']['nodes'][number]): ExploredRow {
  return {
    key: row.key,
    municipalities: row.municipalities,
    state: row.reportState,
    href: (language) => addressOf(language, 'agreement', row.key),
    when: (language) => periodIn(language, row),
    words: (language) => inLanguage(language, row, 'summary') ?? agreementName(language, row),
    isQuoted: false,
    target: () => null,
  }
}

function rowOfReport(row: ExploreReportsData['reports']['nodes'][number]): ExploredRow {
  const { key, municipality, publishedOn, publishedOnPrecision, state } = row
  return {
    key,
    municipalities: [municipality],
    state,
    href: (language) => addressOf(language, 'report', key),
    when: (language) =>
      publishedOn === null
        ? whyWords(language, 'NOT_STATED')
        : dayIn(language, publishedOn, publishedOnPrecision),
    words: (language) => inLanguage(language, row, 'gist'),
    isQuoted: false,
    target: () => null,
  }
}
