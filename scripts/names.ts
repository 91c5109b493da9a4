// Prints the types and functions of src that have a name defined more than once, and where: one word is to mean one thing.
// Run it by npm run names.

import { globSync, readFileSync } from 'node:fs'

const DEFINED = /^(?:export )?(?:abstract )?(?:async )?(function|class|interface|type) \*?(\w+)/gm

const places = new Map<string, string[]>()
for (const file of globSync('src/**/*.ts').sort()) {
  for (const [, what = '', name = ''] of readFileSync(file, 'utf8').matchAll(DEFINED)) {
    const key = `${what === 'function' ? 'function' : 'type'} ${name}`
    places.set(key, [...(places.get(key) ?? []), file])
  }
}

const doubled = [...places].filter(([, files]) => new Set(files).size > 1).sort()
for (const [name, files] of doubled) process.stdout.write(`${name}: ${files.join(', ')}\n`)
process.stdout.write(`${doubled.length} of ${places.size} names are defined more than once\n`)
