import { basename, join } from 'node:path'
import { sha256Of } from '../../common/sha256.ts'
import { stockholmDay } from '../../common/stockholm.ts'
import { readIfThere, writeWhole } from '../../common/whole-file.ts'
import { putTogether } from '../../common/whole-folder.ts'
import { CONFIDENCE } from '../../ingest/confidence.ts'
import type { SourceText } from '../../ingest/documents/source-text.ts'
import type { Draft } from '../../ingest/draft.ts'
import { type DraftDocument, writeDraft } from '../../ingest/write-draft.ts'
import { carryOver } from '../carry-over/carry-over.ts'
import { changesBetween, type ValueChange } from '../carry-over/compare.ts'
import { WordFinder } from '../carry-over/find-words.ts'
import { giveIds, givenIn, greatestOf } from '../carry-over/give-ids.ts'
import { knownItems } from '../carry-over/known-items.ts'
import type { Unfinished } from '../record/unfinished.ts'
import { aboutYaml, originKey } from './about.ts'
import {
  DraftClash,
  type DraftFiles,
  isAsRead,
  parseRecord,
  readDraftFiles,
  readPublished,
} from './draft-files.ts'
import type { Home } from './known-documents.ts'
import { writeRecord } from './record-yaml.ts'

/** A document that was read, and the place of its draft. */
interface ReadDocument {
  readonly source: SourceText
  readonly draft: Draft
  readonly home: Home
  /** Reads a text in the way the document was read. */
  readonly read: (text: string) => Draft
  /** Ids that were published and withdrawn, in any text. */
  readonly withdrawn: string
}

/** The result of keeping a draft: there was none before, or its text is unchanged or changed. */
export type KeptAs = 'new' | 'same text' | 'changed text'

export interface KeptDraft {
  readonly kept: KeptAs
  /** The draft with its final ids. */
  readonly draft: Draft
  /** The changes since the last draft; null if there was none. */
  readonly changes: readonly ValueChange[] | null
  /** Reviewed values that are no longer in the record, since their words are gone. */
  readonly gone: readonly string[]
}

/**
 * Keeps a draft in its folder: `source.txt` is the text that its quotes refer to, `draft.yaml` what the program
 * read, `source.yaml` says which document they are from. Unchanged items keep their ids; an editor's version, in the
 * folder or published, is carried over into `agreement.yaml`. Throws `DraftClash` if the folder contains
 * something else.
 */
export async function keepDraft({
  source,
  draft: found,
  home,
  read,
  withdrawn,
}: ReadDocument): Promise<KeptDraft> {
  const { folder, id } = home
  const files = await readDraftFiles(folder)
  assertOwn(files, source, folder)
  const before = await editedBefore(files, home, read)
  const readBefore = before?.readBefore ?? files?.draft ?? null
  const given = greatestOf([
    files?.about.given ?? {},
    ...[files?.yaml.draft, before?.yaml, withdrawn].map((text) => givenIn(text ?? '', id)),
  ])
  const finder = before && new WordFinder(before.text, source.text)
  const known = knownItems(readBefore, before?.record ?? null, (quote) => finder?.find(quote) ?? null)
  const numbered = giveIds(withDoubtedAddress(withDoubt(found, home), source, home), id, known, given)
  const draftYaml = writeDraft(numbered.draft, documentOf(source, home))
  const draft = parseRecord(draftYaml, join(folder, 'draft.yaml'))
  const agreementYaml = before && carried(before, { record: draft, text: source.text })
  const record = agreementYaml === null ? draft : parseRecord(agreementYaml, join(folder, 'agreement.yaml'))

  await writeFiles(folder, files, {
    'source.txt': source.text,
    'draft.yaml': draftYaml,
    'source.yaml': aboutYaml(source, draftYaml, numbered.given, files?.about ?? null),
    ...(agreementYaml !== null && { 'agreement.yaml': agreementYaml }),
  })
  const state = before?.record ?? readBefore
  const goneBefore = new Set(before?.record.gone?.map(({ value }) => value))
  return {
    kept: files === null ? 'new' : files.text === source.text ? 'same text' : 'changed text',
    draft: numbered.draft,
    changes: state && changesBetween(state, record),
    gone: record.gone?.map(({ value }) => value).filter((value) => !goneBefore.has(value)) ?? [],
  }
}

function assertOwn(files: DraftFiles | null, { sha256, origin }: SourceText, folder: string): void {
  if (!files) return
  const { about } = files
  if (about.sha256 === sha256 || [about.origin, ...about.also_at].map(originKey).includes(originKey(origin)))
    return
  const other = 'url' in about.origin ? about.origin.url : about.origin.path
  throw new DraftClash(
    `${folder} has the draft of ${other}; to replace it with this document, remove that folder, otherwise give another with --out.`,
  )
}

interface Edited {
  readonly record: Unfinished
  readonly yaml: string
  readonly text: string
  /** What the program read from that text. */
  readonly readBefore: Unfinished
}

/** The editor's version of the document: in its folder, or else published. */
async function editedBefore(
  files: DraftFiles | null,
  home: Home,
  read: ReadDocument['read'],
): Promise<Edited | null> {
  if (files?.agreement && files.yaml.agreement !== null) {
    const { agreement: record, text, draft: readBefore } = files
    if (text === null || readBefore === null)
      throw new DraftClash(
        `${home.folder} has no source.txt or draft.yaml, from which its record was made; restore it.`,
      )
    return { record, yaml: files.yaml.agreement, text, readBefore }
  }
  if (home.published === null) return null
  const published = await readPublished(home.published)
  const known = knownItems(null, published.record)
  const { draft } = giveIds(read(published.text), home.id, known, givenIn(published.yaml, home.id))
  const yaml = writeDraft(draft, { ...NO_DOCUMENT, sha256: sha256Of(published.text) })
  return { ...published, readBefore: parseRecord(yaml, home.published) }
}

const NO_DOCUMENT = { url: null, publisherKind: null, retrievedOn: null, mediaType: 'text/plain' }

/** The editor's record for the new text. A finished record of the same text stays byte for byte. */
function carried(before: Edited, draft: { record: Unfinished; text: string }): string {
  const isSameText = before.text === draft.text
  if (isSameText && before.record.reviewed) return before.yaml
  const yaml = writeRecord(carryOver({ before, readBefore: before.readBefore, draft }), before.yaml)
  const isSame = isSameText && changesBetween(before.record, parseRecord(yaml, '')).length === 0
  return isSame ? before.yaml : yaml
}

/** The draft with any doubt that its document is the one at the address in the catalogue. */
function withDoubtedAddress(draft: Draft, { origin }: SourceText, { catalogued }: Home): Draft {
  if ('url' in origin || catalogued === null) return draft
  const reading = { value: 'document', rule: 'address-in-catalogue', confidence: CONFIDENCE.doubtful }
  return { ...draft, readings: [...draft.readings, reading] }
}

/** The draft with an issue if it may be the same agreement as another. */
function withDoubt(draft: Draft, { mayBe }: Home): Draft {
  const [first] = mayBe
  if (first === undefined) return draft
  const { issues } = draft.record
  const explanation = {
    sv: `Kan vara samma medborgarlöfte som ${mayBe.join(' eller ')}, eftersom ett annat dokument gäller samma kommun och år. Avgör om det är ett eller två.`,
    en: `May be the same agreement as ${mayBe.join(' or ')}, since another document covers the same municipality and year. Decide whether it is one agreement or two.`,
  }
  const issue = {
    id: `${first}-i${issues.length + 1}`,
    kind: 'possible_duplicate',
    record: null,
    text: null,
    explanation,
    asks: 'duplicate',
  } as const
  return { ...draft, record: { ...draft.record, issues: [...issues, issue] } }
}

function documentOf({ text, mediaType, origin }: SourceText, { catalogued }: Home): DraftDocument {
  const retrievedOn = 'url' in origin ? stockholmDay(new Date(origin.retrievedAt)) : null
  const copy = 'url' in origin ? origin.copy : undefined
  return {
    url: 'url' in origin ? origin.url : (catalogued?.url ?? null),
    publisherKind: catalogued?.publisher_kind ?? null,
    retrievedOn,
    ...(copy &&
      retrievedOn && {
        readOn: retrievedOn,
        copyKind: 'archived_copy',
        copyUrl: copy.url,
        copiedOn: stockholmDay(new Date(copy.takenAt)),
      }),
    mediaType,
    // A record has the checksum of the text beside it; source.yaml has that of the file.
    sha256: sha256Of(text),
  }
}

async function writeFiles(
  folder: string,
  before: DraftFiles | null,
  files: { readonly [name: string]: string },
): Promise<void> {
  const changed: { [name: string]: string } = {}
  for (const [name, contents] of Object.entries(files))
    if ((await readIfThere(join(folder, name)))?.toString('utf8') !== contents) changed[name] = contents
  const names = Object.keys(changed)
  if (names.length === 0) return
  // The time of fetching says nothing about the others.
  if (names.join() === 'source.yaml' && before) {
    await writeWhole(join(folder, 'source.yaml'), changed['source.yaml'] ?? '')
    return
  }
  const isPut = await putTogether(folder, changed, (path) => isAsRead(path, before))
  if (!isPut)
    throw new DraftClash(
      `${basename(folder)} was edited while the document was being read; run the command again.`,
    )
}
