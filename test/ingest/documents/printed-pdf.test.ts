import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookupsOf } from '../../../src/commands/reading.ts'
import { draftAgreement } from '../../../src/ingest/draft-agreement.ts'
import { evaluate } from '../../../src/ingest/evaluate.ts'
import { hasBrowser, openBrowser } from '../../support/browser.ts'
import { madeUpDocuments } from '../../support/made-up-documents.ts'
import { printPdf } from './support/print.ts'
import { read } from './support/read.ts'

describe.skipIf(!hasBrowser)('a PDF that a browser printed', () => {
  const lookups = lookupsOf('data')
  let browser: Browser
  let close: () => Promise<void>

  beforeAll(async () => {
    ;({ browser, close } = await openBrowser())
  })
  afterAll(() => close())

  test.each(madeUpDocuments('printed'))(
    '$name: reads as a person reads it',
    async ({ name, text, url, expected, followUps }) => {
      const source = await read(await printPdf(browser, name))
      expect(source.text).toBe(text)
      const draft = draftAgreement({ text: source.text, title: null, url }, lookups).record
      expect(evaluate([{ document: name, draft, expected }]).misses).toEqual([])
      if (followUps !== null) expect(draft.followUps).toHaveLength(followUps)
    },
  )
})
