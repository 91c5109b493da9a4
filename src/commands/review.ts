import { createServer } from 'node:http'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createServerAdapter } from '@whatwg-node/server'
import { quoted } from '../common/quoted.ts'
import { reasonOf, traceOf } from '../common/reason.ts'
import { mendFolders } from '../common/whole-folder.ts'
import { WrongUsage } from '../config.ts'
import { Visitor } from '../ingest/documents/visitor.ts'
import { draftNames } from '../review/keeping/reviewed-draft.ts'
import { readOptions } from '../review/kinds/reference.ts'
import { createReview } from '../review/server/server.ts'
import { BUNDLED_DATA } from './bundled.ts'
import type { Command } from './command.ts'
import { lookupsOf } from './reading.ts'
import { listen, stop, untilStopped } from './serving.ts'

/** The port is fixed, so that an open page finds the server again after a restart. */
const PORT = '4010'
const HOST = '127.0.0.1'

export const review: Command = {
  summary: 'Review drafts on a local page and turn them into records.',
  usage: 'review [-- FOLDER] [--data FOLDER] [--by NAME] [--port PORT]',
  details: `Serves a page, on this machine only, for reviewing the drafts in FOLDER (drafts). The page shows each document with
every value marked in its text, next to the record. Each decision is saved at once, in agreement.yaml beside the
draft. A finished record is checked like all other records and written, with its text, to the data folder. Stops on
SIGINT or SIGTERM.`,
  mostPositionals: 1,
  options: {
    data: { value: 'FOLDER', description: 'The folder to write finished records to (data).' },
    by: { value: 'NAME', description: 'The name of the reviewer; if not given, the page asks for it.' },
    port: { value: 'PORT', description: `The port of the page; 0 picks a free port (${PORT}).` },
  },
  flags: {
    'allow-private': 'Also fetch linked documents from addresses of this machine and of private networks.',
  },
  async run({ positionals, options, flags, log, result }) {
    const drafts = positionals[0] ?? 'drafts'
    const data = options.data ?? BUNDLED_DATA
    const port = portOf(options.port ?? PORT)
    const found = await draftsIn(drafts)
    const setting = {
      drafts: resolve(drafts),
      data: resolve(data),
      lookups: lookupsOf(BUNDLED_DATA),
      reference: await referenceOf(data),
      by: options.by ?? null,
      now: () => new Date(),
      visitor: new Visitor({ allowPrivateAddresses: flags.has('allow-private') }),
    }
    const answer = createReview(setting, (error) => log.error(traceOf(error)))
    const server = createServer(createServerAdapter((request: Request) => answer(request)))
    const url = `http://${HOST}:${await listen(server, { host: HOST, port }, '--port')}/`
    const stopped = untilStopped()
    // Reading some hundred drafts takes seconds, so it begins before the list is opened.
    void answer(new Request(url))
    result(`${found.length} drafts to review at ${url}`, { url, drafts: found.length })
    await stopped
    await stop(server)
  },
}

/** How long another program may take to replace the files of a document or a record. */
const SWAP_MS = 1_000
const swapped = () => sleep(SWAP_MS)

async function draftsIn(folder: string): Promise<string[]> {
  try {
    await mendFolders(folder, swapped)
    return await draftNames(folder)
  } catch (error) {
    const reason = reasonOf(error)
    throw new WrongUsage(`${folder}: ${reason}; give a folder written by npm run ingest`)
  }
}

function portOf(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new WrongUsage(`--port ${quoted(text)}; give a whole number from 0 to 65535`)
}

async function referenceOf(data: string) {
  try {
    await mendFolders(join(data, 'agreements'), swapped)
    return readOptions(data)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new WrongUsage(
      `--data ${quoted(data)}: ${error.message}; give the folder of the records, such as ${join('.', 'data')}`,
    )
  }
}
