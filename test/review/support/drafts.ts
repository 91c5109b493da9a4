import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ingest } from '../../../src/commands/ingest.ts'
import { lookupsOf } from '../../../src/commands/reading.ts'
import { readConfig } from '../../../src/config.ts'
import { Visitor } from '../../../src/ingest/documents/visitor.ts'
import { createLog } from '../../../src/log/log.ts'
import { readOptions } from '../../../src/review/kinds/reference.ts'
import type { ReviewSetting } from '../../../src/review/server/reviews.ts'
import { TEXT } from './record.ts'

/** A folder with the draft of the made-up agreement, as ingest writes it, and a copy of the bundled data. */
export async function draftFolder(text = TEXT) {
  const root = mkdtempSync(join(tmpdir(), 'medborgarloften-review-'))
  const [drafts, data, file] = ['drafts', 'data', 'lofte.txt'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ]
  writeFileSync(file, text)
  cpSync('data', data, { recursive: true })
  await ingest.run({
    config: readConfig({}),
    log: createLog('silent'),
    positionals: [file],
    options: { out: drafts },
    flags: new Set(),
    progress: () => {},
    result: () => {},
  })
  return {
    root,
    drafts,
    data,
    read: (name: string, id = '0643-2019') => readFileSync(join(drafts, id, name), 'utf8'),
    remove: () => rmSync(root, { recursive: true }),
  }
}

// They are the same for every test, and take longer to read than most tests last.
const lookups = lookupsOf('data')
const reference = readOptions('data')

/** What the review needs, on a day of its own. */
export function settingOf({ drafts, data }: { drafts: string; data: string }): ReviewSetting {
  return {
    drafts,
    data,
    lookups,
    reference,
    by: null,
    now: () => new Date('2026-12-01T08:00:00Z'),
    visitor: new Visitor({ allowPrivateAddresses: true }),
  }
}
