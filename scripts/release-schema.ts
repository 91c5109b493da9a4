// Writes schema.released.graphql: the schema that clients have been promised. Run it by npm run release:schema, where a
// version is released and nowhere else. docs/changes.md says what follows from it.

import { readFile, writeFile } from 'node:fs/promises'

const schema = await readFile('schema.graphql', 'utf8')
const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
await writeFile('schema.released.graphql', `# The schema of release ${version}.\n\n${schema}`)
process.stdout.write(`schema.released.graphql is that of ${version}\n`)
