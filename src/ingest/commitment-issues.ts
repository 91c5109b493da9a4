import type { Page } from './layouts/page.ts'
import type { ReadPage } from './layouts/read-page.ts'
import type { IssueContext } from './time-issues.ts'
import { unreadNumbers } from './values/targets.ts'

/** Notes what the words of promises and activities leave open, and that there are none. */
export function commitmentIssues(
  page: Page,
  { promises, activities }: ReadPage,
  { idOf, issues }: IssueContext,
): void {
  const { source } = page
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
    for (const number of unreadNumbers(page, span, targets)) {
      const sv = `Texten har ett tal som kan vara ett mål, men ingen regel kan tolka vad det räknar: ”${source.slice(number)}”.`
      const en = `The text has a number that may be a target, but no rule can read what it counts: "${source.slice(number)}".`
      issues.add('unreadable', id, number, sv, en, 'target')
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
