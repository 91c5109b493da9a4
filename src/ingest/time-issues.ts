import { CONFIDENCE } from './confidence.ts'
import type { IssueList } from './issue-list.ts'
import type { Page } from './layouts/page.ts'
import type { ReadPage } from './layouts/read-page.ts'
import type { MadePeriod } from './record-period.ts'
import { periodsIn } from './values/period.ts'

// What a document leaves open of times: the signing, the period, and years of follow-ups.

/** What issues are made from, besides what was read. */
export interface IssueContext {
  readonly period: MadePeriod
  readonly idOf: (letter: string, index: number) => string
  readonly issues: IssueList
}

/** Notes what is not certain of the signing and the period. */
export function timeIssues(
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
  if (period?.reading.rule === 'period-of-a-season') {
    const sv = 'Texten anger en årstid. Vi anger året. Kontrollera från och till vilken dag löftet gäller.'
    const en =
      'The text gives a season. We give the year. Check from and to which day the agreement is valid.'
    issues.add('ambiguous', null, period.period, sv, en)
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

/** Notes follow-ups that speak of a year before the period: the text may be carried over from an older promise. */
export function followUpIssues(
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
