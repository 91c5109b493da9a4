import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** Whether npm brings a browser for this machine: it has one for Linux on x64 alone. */
export const hasBrowser = process.platform === 'linux' && process.arch === 'x64'

/** A real browser, with the libraries and fonts that a bare machine lacks. Unpacked anew, so that none is half-unpacked. */
export async function openBrowser(): Promise<{ browser: Browser; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'medborgarloften-browser-'))
  // The package unpacks its libraries only where it is told, in this way, that the machine has none.
  const told = { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' }
  const before = Object.keys(told).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, told)
  const { default: packed } = await import('@sparticuz/chromium')
  const executablePath = await packed.executablePath()
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--no-zygote'] })
  return {
    browser,
    async close() {
      await browser.close()
      rmSync(folder, { recursive: true })
    },
  }
}
