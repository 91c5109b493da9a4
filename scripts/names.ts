// Prints the types and functions of src that have a name defined more than once, and where: one word is to mean one thing.
// Run it by npm run names.

import { doubledNames } from './doubled-names.ts'

const { names, doubled } = doubledNames()
for (const { name, files } of doubled) process.stdout.write(`${name}: ${files.join(', ')}\n`)
process.stdout.write(`${doubled.length} of ${names} names are defined more than once\n`)
