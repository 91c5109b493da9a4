import { readFileSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-js'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ADVANCE_WIDTHS, advanceWidthsFile } from '../../scripts/advance-widths.ts'
import { charts } from '../../src/charts/all/index.ts'
import type { Face } from '../../src/charts/fonts.ts'
import { dark, light, ofPage } from '../../src/charts/palette.ts'
import { embedAddresses } from '../../src/charts/parts/embed-codes.ts'
import { textWidth } from '../../src/charts/text.ts'
import { tilePlaces } from '../../src/site/parts/tile-grid.ts'
import { openSite, type TestSite } from '../support/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ isReleased: true })
})
afterAll(() => site.close())

/** What the parts of a figure tell, each as often as it is told. */
function toldIn(markup: string): string[] {
  const figures = markup
    .replace(/^[\s\S]*?<\/head>/, '')
    .replace(/(<svg [^>]*>)<title>[^<]*<\/title><desc>/, '$1<desc>')
  const titles = [...figures.matchAll(/<title>([^<]*)<\/title>/g)].map(([, words = '']) => words)
  return [...new Set([...titles, ...toldInGrid(figures)])].sort()
}

/** The same of a grid of a page, which is a table. */
function toldInGrid(page: string): string[] {
  const [, grid = ''] = /<table class="grid num">([\s\S]*?)<\/table>/.exec(page) ?? []
  const cells = (row: string) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) =>
      (/aria-label="([^"]*)"/.exec(cell)?.[1] ?? cell).replace(/<[^>]*>/g, ''),
    )
  const [heads = [], ...rows] = [...grid.matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(([, row = '']) => cells(row))
  return rows.flatMap(([name, ...values]) => values.map((value, at) => `${name}, ${heads[at + 1]}: ${value}`))
}

const BEGIN = { sv: ['/diagram/', '/inbaddning/'], en: ['/en/chart/', '/en/embed/'] } as const
const each = charts.flatMap(({ slug }) => (['sv', 'en'] as const).map((language) => ({ slug, language })))

describe.each(each)('$slug ($language)', ({ slug, language }) => {
  const [own, frame] = BEGIN[language]

  test('tells the same in picture, page and frame', async () => {
    const svg = toldIn(await site.text(`${own}${slug}.svg`))
    expect(svg.length).toBeGreaterThan(1)
    expect(toldIn(await site.text(`${own}${slug}/`))).toEqual(svg)
    expect(toldIn(await site.text(`${frame}${slug}/`))).toEqual(svg)
  })

  test('has the same rows in JSON, CSV and the table of the page', async () => {
    const { rows } = JSON.parse(await site.text(`${own}${slug}.json`))
    const csv = await site.text(`${own}${slug}.csv`)
    const asText = rows.map((row: object) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)]),
      ),
    )
    expect(parse(csv, { columns: true, bom: true })).toEqual(asText)
    expect(await site.text(`${own}${slug}/index.csv`)).toBe(csv)
    const page = await site.text(`${own}${slug}/`)
    const [, table = ''] = /<section aria-labelledby="rows">([\s\S]*?)<\/section>/.exec(page) ?? []
    expect(table.match(/<tr><th scope="row">/g) ?? []).toHaveLength(rows.length)
  })

  test('is drawn within its sheet, with no label cut', async () => {
    const svg = await site.text(`${own}${slug}.svg`)
    const [, width = 0, height = 0] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? []
    const texts = [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)]
    expect(texts.length).toBeGreaterThan(3)
    expect(svg).not.toContain('…')
    for (const [, attributes = '', text = ''] of texts) {
      const of = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
      const face: Face = of('font-family').includes('Serif')
        ? 'heading'
        : of('font-weight')
          ? 'strong'
          : 'text'
      const wide = textWidth(text.replaceAll(/&[^;]+;/g, '&'), Number(of('font-size')), face)
      const share = { start: 0, middle: 0.5, end: 1 }[of('text-anchor') || 'start'] ?? 0
      const left = Number(of('x')) - wide * share
      expect(left, text).toBeGreaterThanOrEqual(0)
      expect(left + wide, text).toBeLessThanOrEqual(width)
      expect(Number(of('y')), text).toBeLessThanOrEqual(height)
    }
  })

  test('has a picture of its own to be shared by, and its words', async () => {
    const page = await site.text(`${own}${slug}/`)
    expect(page).toContain(`<meta property="og:image" content="https://data.example.se${own}${slug}.png">`)
    const response = await site.get(`${own}${slug}.png`)
    expect(response.headers.get('content-type')).toBe('image/png')
    const png = Buffer.from(await response.arrayBuffer())
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(png.readUInt32BE(16)).toBe(1200)
    expect(await site.text(`${own}${slug}.svg`)).not.toMatch(/var\(|currentColor| style=|undefined|NaN/)
  })
})

test('every municipality is in one class of the map, and no more', async () => {
  const { rows } = JSON.parse(await site.text('/diagram/senast-kanda-lofte.json'))
  expect(rows).toHaveLength(290)
  const page = await site.text('/diagram/senast-kanda-lofte/')
  const keys = [...page.matchAll(/<\/span><span>(\d+)<\/span><\/li>/g)].map(([, count]) => Number(count))
  expect(keys.reduce((sum, count) => sum + count, 0)).toBe(290)
  const { municipalities } = await site.dataOf(
    '{ municipalities(first: 1, filter: { agreement: { kind: CITIZEN_PROMISE, activeOn: "2026-11-30" } }) { totalCount } }',
  )
  expect(rows.filter((row: { class: string }) => row.class === 'active')).toHaveLength(
    municipalities.totalCount,
  )
})

test('the middle of each square of the map has the colour of its class', async () => {
  const svg = await site.text('/diagram/senast-kanda-lofte.svg')
  const { rows } = JSON.parse(await site.text('/diagram/senast-kanda-lofte.json'))
  const colours: { readonly [name: string]: string } = {
    active: light.c4,
    recent: light.c3,
    earlier: light.c2,
    oldest: light.c1,
    unknown: light.muted,
    none_found: light.muted,
  }
  const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render()
  const { pixels, width } = image
  const [, left = 0, top = 0] = /translate\(([\d.]+) ([\d.]+)\)/.exec(svg)?.map(Number) ?? []
  const [, side = 0] =
    /width="([\d.]+)" height="\1" fill="#/.exec(svg.slice(svg.indexOf('translate')))?.map(Number) ?? []
  for (const row of rows) {
    const place = tilePlaces.get(row.municipality_code)
    if (!place) throw new Error(row.municipality_code)
    const at =
      4 * (Math.round(top + (place.y + 0.5) * side) * width + Math.round(left + (place.x + 0.5) * side))
    const colour = `#${pixels.subarray(at, at + 3).toString('hex')}`
    expect(colour, row.municipality).toBe(colours[row.class])
  }
})

test('the colours of charts are those of the style sheet', () => {
  const css = readFileSync('src/site/assets/styles/base.css', 'utf8')
  const [day = '', night = ''] = css.split('prefers-color-scheme: dark')
  for (const [palette, sheet] of [
    [light, day],
    [dark, night],
  ] as const) {
    for (const [name, colour] of Object.entries(palette)) {
      const [, own = ''] = new RegExp(`--${name}: (#[0-9a-f]+)`).exec(sheet) ?? []
      expect(own.length === 4 ? own.replace(/[0-9a-f]/g, '$&$&') : own, name).toBe(colour)
    }
  }
  for (const [name, variable] of Object.entries(ofPage)) expect(variable).toBe(`var(--${name})`)
})

test('the widths of letters are those of the fonts', () => {
  expect(readFileSync(ADVANCE_WIDTHS, 'utf8'), 'run npm run generate').toBe(advanceWidthsFile())
})

test('anybody may put an embed in a frame, and nobody another page', async () => {
  const csp = async (path: string) => (await site.get(path)).headers.get('content-security-policy')
  expect(await csp('/inbaddning/amnen/')).toContain('frame-ancestors *')
  expect(await csp('/diagram/amnen/')).toContain("frame-ancestors 'none'")
  for (const path of ['/diagram/inget/', '/diagram/inget.svg', '/inbaddning/inget/'])
    expect((await site.get(path)).status, path).toBe(404)
})

test('oEmbed gives the code of a chart, no larger than is asked, and knows no other address', async () => {
  const at = (asked: { [name: string]: string }) => site.get(`/oembed?${new URLSearchParams(asked)}`)
  const address = 'https://data.example.se/diagram/amnen/'
  const whole = await (await at({ url: address })).json()
  expect(whole).toMatchObject({
    version: '1.0',
    type: 'rich',
    width: 700,
    height: 900,
    thumbnail_width: 1200,
  })
  expect(whole.html).toContain('<iframe src="https://data.example.se/inbaddning/amnen/"')
  const small = await (await at({ url: address, maxwidth: '320', maxheight: '500', format: 'json' })).json()
  expect([small.width, small.height, small.thumbnail_url]).toEqual([320, 500, undefined])
  expect(small.html).toContain('width="320" height="500"')
  const english = await (await at({ url: 'https://data.example.se/en/embed/amnen' })).json()
  expect(english.html).toContain('/en/embed/amnen/')
  for (const [asked, status] of [
    [{ url: 'https://data.example.se/kommun/' }, 404],
    [{ url: 'https://elsewhere.example/diagram/amnen/' }, 404],
    [{ url: 'amnen' }, 404],
    [{}, 404],
    [{ url: address, format: 'xml' }, 501],
    [{ url: address, maxwidth: '-1' }, 400],
    [{ url: address, maxheight: 'tall' }, 400],
  ] as const)
    expect((await at(asked)).status, JSON.stringify(asked)).toBe(status)
  expect(await site.text('/diagram/amnen/')).toContain(
    `application/json+oembed" href="https://data.example.se/oembed?url=${encodeURIComponent(address)}"`,
  )
})

test('a release that holds a chart is named in a code of its own', () => {
  const setting = { language: 'en', url: 'https://data.example.se' } as const
  const release = { release: 'r2-0000000a', date: '2026-11-30', revision: 2 }
  const addresses = (files: readonly { path: string }[]) =>
    embedAddresses('amnen', { ...setting, releases: [{ ...release, files }] })
  expect(addresses([]).pinned).toBeNull()
  expect(addresses([{ path: 'charts/amnen.en.html' }]).pinned).toBe(
    'https://data.example.se/exports/r2-0000000a/charts/amnen.en.html',
  )
})

/** How people see colours: all of them, with each of the three colour blindnesses (Machado 2009), and in grey. */
const SIGHTS = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
  grey: [0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722],
} as const

type Colour = readonly [number, number, number]

function linear(hex: string): Colour {
  const of = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [of(1), of(3), of(5)]
}

function luminance([r, g, b]: Colour): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(linear(one)), luminance(linear(other))].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

function seen([r, g, b]: Colour, sight: readonly number[]): Colour {
  const row = (at: number) =>
    Math.max(0, Math.min(1, (sight[at] ?? 0) * r + (sight[at + 1] ?? 0) * g + (sight[at + 2] ?? 0) * b))
  return [row(0), row(3), row(6)]
}

/** The colour in CIELAB, in which distances are as they are seen. */
function lab([r, g, b]: Colour): Colour {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
  const y = f(luminance([r, g, b]))
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s palette', (_name, palette) => {
  test('can be read: text on paper and on each colour that has text', () => {
    for (const text of ['ink', 'muted'] as const)
      expect(contrast(palette[text], palette.paper), text).toBeGreaterThanOrEqual(4.5)
    for (const field of ['c1', 'c2'] as const)
      expect(contrast(palette.ink, palette[field]), field).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.paper, palette.c4)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.edge, palette.paper), 'marks').toBeGreaterThanOrEqual(3)
  })

  test.each(Object.entries(SIGHTS))('keeps its classes apart in %s sight', (_sight, matrix) => {
    const classes = (['paper', 'c1', 'c2', 'c3', 'c4'] as const).map((name) =>
      lab(seen(linear(palette[name]), matrix)),
    )
    for (const [index, colour] of classes.slice(1).entries()) {
      const before = classes[index] ?? colour
      const distance = Math.hypot(colour[0] - before[0], colour[1] - before[1], colour[2] - before[2])
      expect(distance).toBeGreaterThanOrEqual(10)
    }
  })
})
