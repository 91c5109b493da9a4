import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { sha256Of } from '../../common/sha256.ts'
import { readIfThere } from '../../common/whole-file.ts'
import { isThere } from '../../common/whole-folder.ts'
import type { SourceText } from '../../ingest/documents/source-text.ts'
import { AGREEMENT_ID } from '../../records/agreement-checks.ts'
import { originKey, readAbout, withoutFragment } from './about.ts'
import { type KnownRow, readCatalogue } from './catalogue.ts'
import { DraftClash } from './draft-files.ts'

/** The place of a document's draft. */
export interface Home {
  /** The id of its agreement; null if the municipality is unknown. */
  readonly id: string | null
  readonly folder: string
  /** The folder of its published record. */
  readonly published: string | null
  /** Agreements of the same municipality and year from other documents: it may be the same as one of them. */
  readonly mayBe: readonly string[]
  /** What the catalogue knows about the document: by its address, or else by the only address of its agreement. */
  readonly catalogued: Pick<KnownRow, 'url' | 'publisher_kind'> | null
}

interface Drafted {
  readonly sha256: string
  readonly origins: readonly string[]
}

interface Published {
  readonly folder: string
  readonly url: string | null
  readonly textSha256: string
}

const LETTERS = ['', ...Array.from('bcdefghijklmnopqrstuvwxyz', (letter) => `-${letter}`)]

/** The documents that have drafts or published records. */
export class KnownDocuments {
  readonly #out: string
  readonly #drafts = new Map<string, Drafted>()
  readonly #published = new Map<string, Published>()
  /** The addresses of agreements of which only the catalogue knows. */
  readonly #catalogued = new Map<string, readonly KnownRow[]>()

  private constructor(out: string) {
    this.#out = out
  }

  /** Those of a folder of drafts and of a data folder. */
  static async in(out: string, data: string): Promise<KnownDocuments> {
    const known = new KnownDocuments(out)
    const folders = (await readdir(out, { withFileTypes: true })).filter((entry) => entry.isDirectory())
    for (const name of folders.map((entry) => entry.name).sort()) await known.note(name)
    const agreements = join(data, 'agreements')
    for (const id of (await readdir(agreements)).filter((name) => AGREEMENT_ID.test(name)).sort()) {
      const head = await publishedHead(join(agreements, id, 'agreement.yaml'))
      if (head) known.#published.set(id, { folder: join(agreements, id), ...head })
    }
    for (const row of await readCatalogue(data))
      known.#catalogued.set(row.id, [
        ...(known.#catalogued.get(row.id) ?? []),
        { ...row, url: withoutFragment(row.url) },
      ])
    return known
  }

  /** Records what the draft in a folder is about. */
  async note(name: string): Promise<void> {
    const about = name === 'archive' ? null : await readAbout(join(this.#out, name))
    if (about)
      this.#drafts.set(name, {
        sha256: about.sha256,
        origins: [about.origin, ...about.also_at].map(originKey),
      })
  }

  /**
   * Where to put a document whose text gives an id: in the folder of its draft, or under the id of its published record
   * or of its address in the catalogue, if these have the same municipality and year; otherwise, as another
   * agreement, under a new id.
   *
   * @throws {DraftClash} when all ids of the municipality and year are used.
   */
  async homeOf({ sha256, origin, text }: SourceText, id: string | null): Promise<Home> {
    const place = originKey(origin)
    const own = [...this.#drafts]
      .filter(([, draft]) => draft.sha256 === sha256 || draft.origins.includes(place))
      .sort(([, one], [, other]) => Number(other.sha256 === sha256) - Number(one.sha256 === sha256))
    const url = 'url' in origin ? withoutFragment(origin.url) : null
    const textSha256 = sha256Of(text)
    const published = [...this.#published].filter(
      ([, record]) => record.textSha256 === textSha256 || (url !== null && record.url === url),
    )
    const isCatalogued = (name: string) =>
      url !== null && (this.#catalogued.get(name)?.some((row) => row.url === url) ?? false)
    const home = (name: string): Home => {
      const isNamed = AGREEMENT_ID.test(name)
      const record = published.find(([each]) => each === name)?.[1] ?? null
      const before = LETTERS.slice(0, LETTERS.indexOf(idLetter(name))).map(
        (letter) => `${withoutLetter(name)}${letter}`,
      )
      return {
        id: isNamed ? name : id,
        folder: join(this.#out, name),
        published: record?.folder ?? null,
        mayBe: isNamed && !record && !isCatalogued(name) ? before : [],
        catalogued: this.#rowOf(name, url),
      }
    }

    const drafted =
      own.find(([name]) => withoutLetter(name) === id)?.[0] ?? (await this.#begunOf(own, sha256))
    if (drafted !== undefined) return home(drafted)
    const known = published.find(
      ([name, record]) => withoutLetter(name) === id || record.textSha256 === textSha256,
    )?.[0]
    if (known !== undefined) return home(known)
    const catalogued = [...this.#catalogued.keys()].find(
      (name) => withoutLetter(name) === id && isCatalogued(name) && !this.#drafts.has(name),
    )
    if (catalogued !== undefined) return home(catalogued)
    if (id === null) return home(`unknown-${sha256.slice(0, 12)}`)
    // An agreement of the catalogue is transcribed under its own id: the id without a letter is free for that.
    const isTaken = (letter: string) =>
      [this.#drafts, this.#published, ...(letter === '' ? [] : [this.#catalogued])].some((ids) =>
        ids.has(id + letter),
      )
    const letter = LETTERS.find((each) => !isTaken(each))
    if (letter !== undefined) return home(id + letter)
    throw new DraftClash(`All ids from ${id} to ${id}-z are used; remove the drafts of duplicate documents.`)
  }

  /** A document without an address may be the one at the only address that the catalogue has for its agreement. */
  #rowOf(name: string, url: string | null): KnownRow | null {
    const rows = this.#catalogued.get(name) ?? []
    const all = url === null ? rows : [...this.#catalogued.values()].flat().filter((row) => row.url === url)
    const [row] = all
    return row && all.every((each) => each.url === row.url) ? row : null
  }

  /** An editor's work on the very same file stays where it is, whatever the program reads there now. */
  async #begunOf(own: readonly (readonly [string, Drafted])[], sha256: string): Promise<string | undefined> {
    for (const [name, draft] of own)
      if (draft.sha256 === sha256 && (await isThere(join(this.#out, name, 'agreement.yaml')))) return name
    return undefined
  }
}

/** The id without its letter; null if it has no id. */
function withoutLetter(name: string): string | null {
  return AGREEMENT_ID.test(name) ? name.replace(/-[b-z]$/, '') : null
}

function idLetter(name: string): string {
  return /-[b-z]$/.exec(name)?.[0] ?? ''
}

const headSchema = z.object({ document: z.object({ url: z.string().nullish(), sha256: z.string() }) })

/** What a record says about its document. Only its beginning is read: there may be hundreds. */
async function publishedHead(file: string): Promise<Pick<Published, 'url' | 'textSha256'> | null> {
  const yaml = (await readIfThere(file))?.toString('utf8')
  if (yaml === undefined) return null
  try {
    const { url, sha256 } = headSchema.parse(parse(yaml.split(/^reviewed:/m)[0] ?? '')).document
    return { url: url ? withoutFragment(url) : null, textSha256: sha256 }
  } catch {
    // Errors in it are reported when it is loaded.
    return null
  }
}
