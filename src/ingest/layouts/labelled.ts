import type { Block } from '../text/blocks.ts'
import { sentencesIn } from '../text/sentences.ts'
import type { Span } from '../text/source.ts'
import { MOST_SENTENCE } from '../unreadable.ts'
import { actorNames } from '../values/actors.ts'
import type { Candidate } from './candidate.ts'
import { withoutStop } from './goals.ts'
import type { Page } from './page.ts'
import type { Section } from './sections.ts'

/** What has been read of a form so far: its promises and activities, and the current goal. */
interface FormRead {
  readonly found: Candidate[]
  readonly goal: Candidate | null
}

/** Reads a labelled line of a form: "Mål: …", "Åtgärd: …"; "Ansvarig: …" names who does what precedes it. */
export function readLabelled(
  page: Page,
  section: Section,
  { holds, span }: Block,
  found: Candidate[],
  goal: Candidate | null,
): FormRead {
  const base = { section, leadIn: null, actors: section.actors }
  switch (holds) {
    case 'promise': {
      const promise: Candidate = {
        ...base,
        span: withoutStop(page.source, span),
        tone: 'promise',
        rule: 'promise-labelled',
        goal: null,
      }
      return { found: [...found, promise], goal: promise }
    }
    case 'activity': {
      let read = found
      for (const each of shortSentences(page, span)) {
        // "Aktivitet: Kontroller vid stationen. Ansvarig: polisen."
        const activity: Candidate = { ...base, span: each, tone: 'activity', rule: 'activity-labelled', goal }
        read = saysWho(page, each) ? withWho(read, each) : [...read, activity]
      }
      return { found: read, goal }
    }
    case 'who':
      return { found: withWho(found, span), goal }
    case 'topic':
      return { found, goal: null }
    default:
      return { found, goal }
  }
}

const WHO_LABEL = /^(?:huvud)?(?:ansvar(?:ig|iga|ar)?|utförare|vem|aktör(?:er)?)(?: *:| +är +)/u

/** Whether a sentence only names who does what the sentence before it says: "Ansvarig: polisen." */
export function saysWho(page: Page, sentence: Span): boolean {
  return WHO_LABEL.test(page.source.foldedSlice(sentence)) && actorNames(page, sentence).length > 0
}

function shortSentences({ source }: Page, span: Span): Span[] {
  return sentencesIn(source.text, span).filter(({ start, end }) => end - start <= MOST_SENTENCE)
}

/** Assigns those responsible to all activities since the last such line, or else to the promise itself. */
function withWho(found: Candidate[], who: Span): Candidate[] {
  const isNamed = ({ who: cells, rule }: Candidate) => cells !== undefined || rule !== 'activity-labelled'
  const from = found.findLastIndex(isNamed) + 1
  const first = from < found.length ? from : found.length - 1
  return found.map((each, index) =>
    index >= first && each.rule.endsWith('-labelled') ? { ...each, who: [...(each.who ?? []), who] } : each,
  )
}
