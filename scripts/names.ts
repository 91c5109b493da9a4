// Prints the names of types and functions that several files of src define: each name should have one meaning.

import { doubledNames } from './doubled-names.ts'

const { names, doubled } = doubledNames()
for (const { name, files } of doubled) process.stdout.write(`${name}: ${files.join(', ')}\n`)
process.stdout.write(`${doubled.length} of ${names} names are defined more than once\n`)
