import { globSync, readFileSync } from 'node:fs'

const DEFINED = /^(?:export )?(?:abstract )?(?:async )?(function|class|interface|type) \*?(\w+)/gm

/** A type or function of src that has its name from more than one file. */
export interface DoubledName {
  /** Such as "type Place". */
  readonly name: string
  readonly files: readonly string[]
}

/** How many types and functions src defines, and those with a name that is defined in several files. */
export function doubledNames(): { names: number; doubled: DoubledName[] } {
  const filesByName = new Map<string, string[]>()
  for (const file of globSync('src/**/*.ts').sort()) {
    for (const [, what = '', name = ''] of readFileSync(file, 'utf8').matchAll(DEFINED)) {
      const key = `${what === 'function' ? 'function' : 'type'} ${name}`
      filesByName.set(key, [...(filesByName.get(key) ?? []), file])
    }
  }
  const doubled = [...filesByName]
    .filter(([, files]) => new Set(files).size > 1)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, files]) => ({ name, files }))
  return { names: filesByName.size, doubled }
}
