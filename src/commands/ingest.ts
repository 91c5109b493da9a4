import { mkdir, readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { summaryLines } from '../catalogue-run/summary.ts'
import { quoted } from '../common/quoted.ts'
import { reasonOf, traceOf } from '../common/reason.ts'
import { mendFolders } from '../common/whole-folder.ts'
import { WrongUsage } from '../config.ts'
import { printable } from '../exporters/verify/report.ts'
import { type DocumentSource, type ReadingPlace, readSource, sourcesOf } from '../ingest/documents/sources.ts'
import { Visitor } from '../ingest/documents/visitor.ts'
import type { Draft } from '../ingest/draft.ts'
import { lineFinder, rowsOfDraft } from '../ingest/draft-rows.ts'
import type { ThirdReader } from '../ingest/third-reader/ask.ts'
import { Unreadable } from '../ingest/unreadable.ts'
import { DraftClash } from '../review/keeping/draft-files.ts'
import { draftWithThirdReader } from '../review/keeping/draft-with-third-reader.ts'
import { type Drafting, keepSource } from '../review/keeping/keep-source.ts'
import { KnownDocuments } from '../review/keeping/known-documents.ts'
import { BUNDLED_DATA } from './bundled.ts'
import type { Command, CommandContext } from './command.ts'
import { type CatalogueRun, ingestCatalogue } from './ingest-catalogue.ts'
import { type IngestedDocument, ingestTable } from './ingest-table.ts'
import { lookupsOf } from './reading.ts'
import { thirdReaderOf } from './third-reader.ts'

/** Some documents were not read; which ones and why has been printed. */
export class SomeNotRead extends Error {
  override readonly name = 'SomeNotRead'
}

export const ingest: Command = {
  summary: 'Read documents into drafts of records.',
  usage: 'ingest -- PLACE… [--catalogue] [--follow] [--out FOLDER] [--data FOLDER]',
  details: `PLACE is a file, a folder (read with all its subfolders), or an http or https address, which is fetched politely.
Reads plain text, HTML, PDF and DOCX. Prints each value with the words and the line that it was read from, the rule and
its confidence; then what an editor must review. Writes a folder for each document: source.txt is its text, draft.yaml
the record, and source.yaml its origin. The original files are stored in the archive. If a document has been read
before, unchanged items keep their ids, the editor's decisions (agreement.yaml in its folder, or in the data) are
carried over, and what is new, changed or gone is listed. Exits with 0 if all documents were read, otherwise with 1.

With --catalogue, requests the addresses of all agreements in the data, or those that match a PLACE: the name or code of a
municipality, the beginning of an agreement's id, or a part of the address. Addresses that responded in the last 20 hours
are not requested again, so a stopped run continues where it ended. Prints how many addresses were new, changed, gone
and so on; --json prints each of them. Exits with 0 also if addresses failed.`,
  mostPositionals: Number.POSITIVE_INFINITY,
  options: {
    out: { value: 'FOLDER', description: 'The folder to write drafts and archive/ to (drafts).' },
    data: {
      value: 'FOLDER',
      description: 'The folder of the published records (default: those bundled with the program).',
    },
  },
  flags: {
    follow:
      'Also read the documents that a page links to and that may contain the agreement: PDF and DOCX, at most 10 per page.',
    catalogue: 'Request the addresses of the agreements in the data instead of a PLACE.',
    'allow-private': 'Also fetch from addresses of this machine and of private networks.',
  },
  async run(context) {
    const { config, positionals, options, flags, progress, result } = context
    const isCatalogue = flags.has('catalogue')
    if (positionals.length === 0 && !isCatalogue)
      throw new WrongUsage(`no documents given; use npm run ${ingest.usage}`)
    const reader = thirdReaderOf(config)
    const out = options.out ?? 'drafts'
    const data = options.data ?? BUNDLED_DATA
    await assertData(data)
    await makeOutFolder(out)
    await mendFolders(out)
    const drafting = {
      lookups: lookupsOf(BUNDLED_DATA),
      known: await KnownDocuments.in(out, data),
      withdrawn: await readFile(join(data, 'withdrawn.csv'), 'utf8'),
    }
    if (isCatalogue) return tellCatalogue({ data, out, drafting, reader }, context)
    const place = {
      archive: join(out, 'archive'),
      visitor: new Visitor({ allowPrivateAddresses: flags.has('allow-private') }),
      now: () => new Date(),
    }
    const counts = { read: 0, notRead: 0, skipped: 0 }
    const fail = (source: string, error: unknown) => {
      counts.notRead++
      const reason = whyNotRead(error, context)
      result(printable(`${source}: NOT READ: ${reason}`), { state: 'not read', source, reason })
    }

    const { sources, skipped } = await sourcesOfAll(positionals, fail)
    for (const { path, reason } of skipped) {
      counts.skipped++
      result(printable(`${path}: skipped: ${reason}`), { state: 'skipped', source: path, reason })
    }
    const queue = sources.map((source) => ({ source, isLinked: false }))
    const known = new Set(sources.map(sourceName))
    for (let index = 0; index < queue.length; index++) {
      const { source, isLinked } = queue[index] as (typeof queue)[number]
      const name = sourceName(source)
      progress(printable(`reading ${name}, ${index + 1} of ${queue.length}`))
      try {
        const document = await ingestOne(source, place, drafting, reader)
        result(ingestTable(document), document)
        counts.read++
        // Documents linked from a linked document are not followed any further.
        for (const { url } of flags.has('follow') && !isLinked ? document.links : []) {
          if (!known.has(url)) queue.push({ source: { url }, isLinked: true })
          known.add(url)
        }
      } catch (error) {
        fail(name, error)
      }
    }
    const told = `${counts.read} read, ${counts.notRead} not read, ${counts.skipped} skipped`
    result(told, { state: 'done', ...counts })
    if (counts.notRead > 0)
      throw new SomeNotRead(`${counts.notRead} not read; the lines with NOT READ say what to do`)
  },
}

async function tellCatalogue(
  { data, out, drafting, reader }: Pick<CatalogueRun, 'data' | 'out' | 'drafting' | 'reader'>,
  { positionals: words, flags, config, log, progress, result }: CommandContext,
): Promise<void> {
  let done = 0
  const summary = await ingestCatalogue({
    words,
    data,
    out,
    drafting,
    reader,
    follow: flags.has('follow'),
    timegate: config.timegateUrl,
    allowPrivateAddresses: flags.has('allow-private'),
    onDone(address, { outcome, ...state }) {
      done++
      progress(printable(`${done} addresses asked, last ${address.url}`))
      result(null, { state: outcome, ...address, ...state })
    },
    onError: (error) => log.error(traceOf(error)),
  })
  result(summaryLines(summary).map(printable).join('\n'), { state: 'done', ...summary })
}

async function makeOutFolder(out: string): Promise<void> {
  try {
    await mkdir(out, { recursive: true })
  } catch (error) {
    const reason = reasonOf(error)
    throw new WrongUsage(`--out ${quoted(out)}: ${reason}; give a folder that can be written to`)
  }
}

async function assertData(data: string): Promise<void> {
  const isData = await stat(join(data, 'agreements')).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isData)
    throw new WrongUsage(`--data ${quoted(data)} contains no agreements; give a folder such as data`)
}

/** The documents of all arguments, each once. */
async function sourcesOfAll(words: readonly string[], fail: (source: string, error: unknown) => void) {
  const sources = new Map<string, DocumentSource>()
  const skipped = new Map<string, { readonly path: string; readonly reason: string }>()
  for (const word of words) {
    try {
      const found = await sourcesOf(word)
      for (const each of found.sources) sources.set('path' in each ? resolve(each.path) : each.url, each)
      for (const each of found.skipped) skipped.set(resolve(each.path), each)
    } catch (error) {
      fail(word, error)
    }
  }
  return { sources: [...sources.values()], skipped: [...skipped.values()] }
}

async function ingestOne(
  from: DocumentSource,
  place: ReadingPlace,
  drafting: Drafting,
  reader: ThirdReader | null,
): Promise<IngestedDocument> {
  const { source } = await readSource(from, place)
  const { mediaType, sha256, issues: leftOut, links } = source
  const { draft: found, thirdReader } = await draftWithThirdReader(source, drafting.lookups, reader)
  const { draft, ...keeping } = await keepSource(source, found, drafting)
  const linesOf = lineFinder(draft)
  return {
    state: 'read',
    source: sourceName(from),
    ...keeping,
    mediaType,
    sha256,
    linesRead: draft.lines.filter(({ state }) => state === 'read').length,
    ignored: ignoredIn(draft),
    values: rowsOfDraft(draft),
    issues: draft.record.issues.map(({ kind, text: quote, explanation }) => ({
      kind,
      explanation,
      words: quote?.words ?? null,
      lines: linesOf(quote),
    })),
    leftOut,
    links,
    thirdReader,
  }
}

function ignoredIn({ lines }: Draft): { [rule: string]: number[] } {
  const ignored = lines.filter(({ state }) => state === 'ignored')
  const byRule = Object.groupBy(ignored, ({ by }) => by.join())
  return Object.fromEntries(
    Object.entries(byRule).map(([rule, each = []]) => [rule, each.map(({ number }) => number)]),
  )
}

function sourceName(source: DocumentSource): string {
  return 'url' in source ? source.url : source.path
}

/**
 * Why a document was not read, in one line. Internal errors are logged with their stack, and do not stop other documents.
 */
function whyNotRead(error: unknown, { log }: CommandContext): string {
  if (error instanceof Unreadable || error instanceof DraftClash) return error.message
  if (error instanceof Error && 'code' in error)
    return `${error.message}; correct that and run the command again.`
  log.error(traceOf(error))
  return 'the program failed on this document (see the log); please report it and attach the document.'
}
