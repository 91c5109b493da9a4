import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stockholmDay } from '../../common/stockholm.ts'
import type { Visitor } from '../../ingest/documents/visitor.ts'
import type { DraftLine } from '../../ingest/draft.ts'
import { draftAgreement } from '../../ingest/draft-agreement.ts'
import type { Lookups } from '../../ingest/lookups.ts'
import { Unreadable } from '../../ingest/unreadable.ts'
import { AGREEMENT_ID } from '../../records/agreement-checks.ts'
import { checkAmong, type Hindrance, missingIn } from '../finishing/check.ts'
import { type Finishing, type FinishResult, finish } from '../finishing/finish.ts'
import { readAbout } from '../keeping/about.ts'
import { readCatalogue } from '../keeping/catalogue.ts'
import { type FollowedLink, followLinks } from '../keeping/follow-links.ts'
import { writeRecord } from '../keeping/record-yaml.ts'
import { rememberRole } from '../keeping/remember-role.ts'
import { type DraftFile, readDraft, revisionOf, writeAgreement } from '../keeping/reviewed-draft.ts'
import { isTaken } from '../kinds/already-taken.ts'
import { type Decision, decide, Undecidable } from '../kinds/decide.ts'
import type { Reference } from '../kinds/reference.ts'
import { REMEMBER } from '../kinds/signature.ts'
import { type Claim, readClaims, writeClaim } from '../queue/claims.ts'
import { DraftSummaries } from '../queue/draft-summaries.ts'
import { type QueueRow, queueOf } from '../queue/queue.ts'
import { idFor, withId } from '../record/agreement-id.ts'
import { doubtedValues } from '../record/doubt.ts'
import { listsOf } from '../record/item-lists.ts'

/** Where drafts are, where finished records go, and what is needed to read both. */
export interface ReviewSetting {
  readonly drafts: string
  readonly data: string
  readonly lookups: Lookups
  readonly reference: Reference
  /** Who reviews, if the command was given it. */
  readonly by: string | null
  readonly now: () => Date
  /** Fetches the documents that a page links to, if an editor asks for them. */
  readonly visitor: Visitor
}

/** A draft as the page shows it: what was read, and what prevents finishing it, once that was tried. */
export interface Shown {
  readonly draft: DraftFile
  readonly lines: readonly DraftLine[]
  /** The undecided values that the program doubts. */
  readonly doubted: ReadonlySet<string>
  /** For each promise or activity, the first of its list. */
  readonly lists: ReadonlyMap<string, string>
  readonly hindrances: readonly Hindrance[]
  readonly canUndo: boolean
}

/** The result of decisions. */
export type DecisionOutcome =
  | { readonly state: 'saved' }
  /** The files have changed since the editor saw them: nothing was done. */
  | { readonly state: 'conflict' }
  | { readonly state: 'refused'; readonly index: number; readonly error: Undecidable }

/** How many decisions can be undone. */
const MOST_UNDONE = 100

interface UndoStep {
  /** The former contents of agreement.yaml; null if it did not exist. */
  readonly before: string | null
  /** The revision that the decision made: undoing from any other would undo somebody else's work. */
  readonly after: string
}

/** The drafts of a folder under review: reads them, and writes each decision before it reports it as saved. */
export class Reviews {
  readonly setting: ReviewSetting
  readonly #summaries: DraftSummaries
  readonly #lines = new Map<string, readonly DraftLine[]>()
  readonly #steps = new Map<string, UndoStep[]>()
  /** The drafts whose editor has tried to finish: from then on the page shows what prevents it. */
  readonly #tried = new Set<string>()
  #last: Promise<unknown> = Promise.resolve()
  // Fetching takes time: decisions do not wait for it.
  #followed: Promise<unknown> = Promise.resolve()

  constructor(setting: ReviewSetting) {
    this.setting = setting
    this.#summaries = new DraftSummaries(setting.drafts)
  }

  /** What is to be done: the drafts, and what only the catalogue knows. */
  async queue(): Promise<QueueRow[]> {
    const { drafts, data } = this.setting
    const transcribed = (await readdir(join(data, 'agreements'))).filter((name) => AGREEMENT_ID.test(name))
    return queueOf(
      await this.#summaries.all(),
      await readCatalogue(data),
      new Set(transcribed),
      await readClaims(drafts),
    )
  }

  /** Claims an agreement for somebody, or releases it. */
  claim({ agreement, by }: Pick<Claim, 'agreement' | 'by'>, isTaken: boolean): Promise<void> {
    const { drafts, now } = this.setting
    const at = now().toISOString()
    return this.#alone(() => writeClaim(drafts, { agreement, by, at }, isTaken))
  }

  /** A draft with everything that its page shows; null if no draft has that name. */
  async show(name: string): Promise<Shown | null> {
    const draft = await readDraft(this.setting.drafts, name)
    if (!draft) return null
    return {
      draft,
      lines: this.#linesOf(draft),
      doubted: doubtedValues(draft.record, draft.words),
      lists: listsOf(draft.record, draft.words),
      hindrances: this.#tried.has(name) ? this.#hindrancesOf(draft) : [],
      canUndo: this.#steps.get(name)?.at(-1)?.after === draft.revision,
    }
  }

  /** Applies all decisions or none, if the files still have this revision. */
  decide(name: string, revision: string, decisions: readonly Decision[]): Promise<DecisionOutcome | null> {
    return this.#alone(async () => {
      const draft = await readDraft(this.setting.drafts, name)
      if (!draft) return null
      if (draft.revision !== revision) {
        // They may have been saved before, by a server that stopped before it could say so.
        const areTaken = decisions.every((each) => isTaken(draft.record, each, draft.words))
        return { state: areTaken ? 'saved' : 'conflict' }
      }
      let { record } = draft
      const taken = [...this.setting.reference.withdrawn, ...draft.given]
      for (const [index, decision] of decisions.entries()) {
        try {
          record = decide(record, decision, draft.words, taken)
        } catch (error) {
          if (error instanceof Undecidable) return { state: 'refused', index, error }
          throw error
        }
      }
      const yaml = writeRecord(record, draft.yaml)
      if (!(await writeAgreement(draft, yaml))) return { state: 'conflict' }
      await this.#rememberRoles(decisions, record)
      this.#noteStep(draft, revisionOf(draft.source, yaml))
      return { state: 'saved' }
    })
  }

  /** Keeps the roles that an editor assigned to wordings. */
  async #rememberRoles(decisions: readonly Decision[], { signatures }: DraftFile['record']): Promise<void> {
    for (const decision of decisions) {
      if (!('answers' in decision) || decision.answers[REMEMBER] !== true) continue
      const printed = String(decision.answers.roleAsPrinted).replace(/\s+/g, ' ').trim()
      const said = signatures.find((each) => each.roleAsPrinted.words.replace(/\s+/g, ' ') === printed)
      if (said) await rememberRole(this.setting.data, said)
    }
  }

  /** Reads the documents that the page of a draft links to; null if no draft has that name. One page at a time. */
  follow(name: string): Promise<FollowedLink[] | null> {
    const { drafts, data } = this.setting
    const follow = async () => {
      const draft = await readDraft(drafts, name)
      const about = draft && (await readAbout(draft.folder))
      if (!about) return null
      const withdrawn = await readFile(join(data, 'withdrawn.csv'), 'utf8')
      return followLinks(about, { ...this.setting, withdrawn })
    }
    const done = this.#followed.then(follow, follow)
    this.#followed = done.catch(() => {})
    return done
  }

  /** Undoes the last decision, if the files are still as it left them. */
  undo(name: string, revision: string): Promise<DecisionOutcome | null> {
    return this.#alone(async () => {
      const draft = await readDraft(this.setting.drafts, name)
      if (!draft) return null
      const steps = this.#steps.get(name) ?? []
      const step = steps.at(-1)
      if (draft.revision !== revision || step?.after !== revision) return { state: 'conflict' }
      if (!(await writeAgreement(draft, step.before))) return { state: 'conflict' }
      steps.pop()
      return { state: 'saved' }
    })
  }

  /** Finishes a record, if the files still have this revision. */
  finish(
    name: string,
    revision: string,
    { by, ifTaken }: Pick<Finishing, 'by' | 'ifTaken'>,
  ): Promise<FinishResult | null> {
    return this.#alone(async () => {
      const draft = await readDraft(this.setting.drafts, name)
      if (!draft) return null
      if (draft.revision !== revision) return { state: 'conflict' }
      const { data, reference } = this.setting
      const finished = await finish(draft, data, reference.withdrawn, { by, on: this.#today(), ifTaken })
      if (finished.state === 'hindered') this.#tried.add(name)
      else if (finished.state === 'finished') {
        this.#tried.delete(name)
        this.#steps.delete(name)
      }
      return finished
    })
  }

  #noteStep(before: DraftFile, after: string): void {
    const steps = this.#steps.get(before.name) ?? []
    // Earlier decisions led to another file, if somebody changed it in between.
    const earlier = steps.at(-1)?.after === before.revision ? steps : []
    const step = { before: before.hasBegun ? before.yaml : null, after }
    this.#steps.set(before.name, [...earlier, step].slice(-MOST_UNDONE))
  }

  #linesOf({ words: { text }, record }: DraftFile): readonly DraftLine[] {
    const kept = this.#lines.get(text)
    if (kept) return kept
    const lines = accounted(text, record.document.url, this.setting.lookups)
    this.#lines.clear()
    this.#lines.set(text, lines)
    return lines
  }

  #hindrancesOf(draft: DraftFile): readonly Hindrance[] {
    const { data, reference } = this.setting
    const missing = missingIn(draft.record)
    const id = idFor(draft.record)
    if (missing.length > 0 || id === null) return missing
    const record = {
      ...withId(draft.record, id, reference.withdrawn),
      reviewed: { by: '–', on: this.#today() },
    }
    const yaml = writeRecord(record, draft.yaml)
    return checkAmong(data, {
      id,
      record,
      yaml,
      source: draft.source,
      edition: `date: ${this.#today()}\n`,
    })
  }

  #today(): string {
    return stockholmDay(this.setting.now())
  }

  /** Runs one at a time: what is read is then written. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work, work)
    this.#last = done.catch(() => {})
    return done
  }
}

/** What became of every line when the program read the text. */
function accounted(text: string, url: string | null, lookups: Lookups): readonly DraftLine[] {
  try {
    return draftAgreement({ text, title: null, url }, lookups).lines
  } catch (error) {
    if (error instanceof Unreadable) return []
    throw error
  }
}
