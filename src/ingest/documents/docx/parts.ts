import { posix } from 'node:path'
import type { ParentNode } from 'domhandler'
import type { Unzipped } from 'fflate'
import { findElements } from '../html/tree.ts'
import { parsePart } from './xml.ts'

interface Relation {
  /** The last segment of its relationship type, such as `footnotes`. */
  readonly type: string
  /** The name of the part, or the address of an external target. */
  readonly target: string
}

/** The parts of a DOCX, and what its text refers to. */
export class DocxParts {
  readonly #files: Unzipped
  readonly #main: string
  readonly #relations: ReadonlyMap<string, Relation>
  readonly #taken = new Set<string>()

  constructor(files: Unzipped) {
    this.#files = files
    const [main] = [...relationsOf(files, '').values()].filter(({ type }) => type === 'officeDocument')
    this.#main = main?.target ?? 'word/document.xml'
    this.#relations = relationsOf(files, this.#main)
  }

  get main(): Uint8Array | undefined {
    return this.#files[this.#main]
  }

  /** The parts of a type that the text refers to, such as `header` or `footnotes`. */
  ofType(type: string): ParentNode[] {
    return [...this.#relations.values()].flatMap((relation) => {
      const bytes = relation.type === type ? this.#files[relation.target] : undefined
      return bytes ? [parsePart(bytes)] : []
    })
  }

  /**
   * What an element refers to by its id: the name of the part or the external address, and its bytes. The bytes are
   * returned once: a small file may refer to a large part any number of times.
   */
  take(id: string | undefined): { readonly target: string; readonly bytes: Uint8Array | undefined } {
    const target = this.#relations.get(id ?? '')?.target ?? id ?? ''
    const bytes = this.#taken.has(target) ? undefined : this.#files[target]
    this.#taken.add(target)
    return { target, bytes }
  }

  /** The part with a name. */
  named(name: string): ParentNode | null {
    const bytes = this.#files[name]
    return bytes ? parsePart(bytes) : null
  }
}

function relationsOf(files: Unzipped, part: string): Map<string, Relation> {
  const slash = part.lastIndexOf('/') + 1
  const bytes = files[`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`]
  const relations = bytes ? findElements(parsePart(bytes), ({ name }) => name === 'Relationship') : []
  return new Map(
    relations.map(({ attribs: { Id = '', Type = '', Target = '', TargetMode } }) => [
      Id,
      {
        type: Type.slice(Type.lastIndexOf('/') + 1),
        target:
          TargetMode === 'External'
            ? Target
            : posix.join(Target.startsWith('/') ? '' : part.slice(0, slash), Target).replace(/^\//, ''),
      },
    ]),
  )
}
