// Draws pages of the site in a real browser, in each width and theme, into a folder: look at each. Run it by
// npm run pictures:site -- FOLDER [PART OF A NAME…]. With docs/site-pictures alone, those of the README.

import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createServerAdapter } from '@whatwg-node/server'
import { createApp } from '../src/app.ts'
import { openInMemory } from '../src/database/embedded.ts'
import { load } from '../src/database/load.ts'
import { FolderStore } from '../src/exporters/stores/folder-store.ts'
import { pageKinds } from '../src/http/site/page-kinds.ts'
import { readData } from '../src/records/read-data.ts'
import { openBrowser } from '../test/support/browser.ts'

/** A browser draws no picture much taller than this. */
const MOST_TALL = 3_000

const [folder = '.pictures', ...parts] = process.argv.slice(2)
await mkdir(folder, { recursive: true })

const database = await openInMemory()
await load(database.db, readData('data'))
const app = createApp({
  database,
  store: new FolderStore('exports'),
  publicUrl: 'https://medborgarloften.example',
  publisher: {
    name: 'Exempelutgivaren',
    url: null,
    type: 'NonGovernmentalOrganisation',
    email: 'data@example.se',
  },
  log: console,
})
const server = createServer(createServerAdapter((request: Request) => app.fetch(request)))
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

/** The pictures of the README: name, page, width, height and theme. */
const OF_README = [
  ['site-start', '/', 1440, 1000, 'light'],
  ['site-municipality', '/kommun/0685-vetlanda/', 1440, 1000, 'light'],
  ['site-explore', '/utforska/?visa=aktiviteter&efter=lan&raknar=TRAFFIC_CHECKS', 1440, 1000, 'dark'],
] as const

const { browser, close } = await openBrowser()
if (folder === 'docs/site-pictures')
  for (const [name, path, width, height, colorScheme] of OF_README) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme })
    await page.goto(`${url}${path}`)
    await page.evaluate('document.fonts.ready')
    await page.screenshot({ path: join(folder, `${name}.png`) })
    await page.close()
  }
for (const kind of folder === 'docs/site-pictures' ? [] : pageKinds) {
  for (const [index, path] of kind.examples.entries()) {
    const name = `${kind.name}${index > 0 ? `-${index + 1}` : ''}`
    if (parts.length > 0 && !parts.some((part) => name.startsWith(part))) continue
    for (const width of [320, 768, 1440]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        if (colorScheme === 'dark' && width === 768) continue
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
        page.setDefaultTimeout(120_000) // machines can be busy
        await page.goto(`${url}${path}`)
        await page.evaluate('document.fonts.ready')
        const tall = await page.evaluate<number>('document.documentElement.scrollHeight')
        await page.setViewportSize({ width, height: Math.min(tall, MOST_TALL) })
        await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) })
        await page.close()
      }
    }
  }
}
await close()
server.closeAllConnections()
server.close()
await database.close()
