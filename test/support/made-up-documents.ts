import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AnnotatedDocument, annotatedDocument } from '../../src/ingest/annotated.ts'

/** The made-up documents of a folder of test/ingest. */
export function madeUpDocuments(folder: string): AnnotatedDocument[] {
  const path = join('test/ingest', folder)
  return readdirSync(path)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => annotatedDocument(file.replace('.yaml', ''), readFileSync(join(path, file), 'utf8')))
}
