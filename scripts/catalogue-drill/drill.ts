import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { RunSummary } from '../../src/catalogue-run/summary.ts'
import { openCountry, type Place } from './country.ts'

/** How large a drill is. */
export interface DrillSize {
  readonly pages: number
  readonly hosts: number
  readonly kills: number
  readonly seed: number
}

/** What a run told before it ended, or was killed. */
export interface ToldRun {
  readonly done: readonly { readonly url: string; readonly outcome: string; readonly folder: string | null }[]
  readonly errors: readonly string[]
  readonly end: { readonly summary: RunSummary; readonly lines: readonly string[] } | null
}

/** An hour: longer than a drill. */
const LONG_MS = 3_600_000

/**
 * Runs over a made-up country, killed at random; then once more, when its pages have changed. Gives what was told, and
 * what a polite visitor would not have done.
 */
export async function drill(
  { pages, hosts, kills, seed }: DrillSize,
  places: readonly Place[],
  folder: string,
) {
  await using country = await openCountry(places, pages, hosts)
  const [list, out] = [join(folder, 'addresses.json'), join(folder, 'drafts')]
  await mkdir(out, { recursive: true })
  const urls = country.pages.map(({ url }) => url)
  await writeFile(list, JSON.stringify(urls))
  const rudeness: string[] = []
  const done = new Set<string>()
  const random = randomOf(seed)

  /** Runs to its end, or until so many requests have come. */
  async function run(answeredMs: number, requestsMax: number): Promise<ToldRun> {
    const program = spawn(
      process.execPath,
      ['scripts/catalogue-drill/run-country.ts', list, out, String(answeredMs)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    const ended = once(program, 'exit')
    let left = requestsMax
    const unwatch = country.watch((url) => {
      if (done.has(url)) rudeness.push(`${url} was asked again although it had answered`)
      left--
      if (left === 0) program.kill('SIGKILL')
    })
    const told: {
      -readonly [K in keyof ToldRun]: ToldRun[K] extends readonly (infer T)[] ? T[] : ToldRun[K]
    } = {
      done: [],
      errors: [],
      end: null,
    }
    for await (const line of createInterface({ input: program.stdout })) {
      const json = JSON.parse(line)
      if ('error' in json) told.errors.push(json.error)
      else if ('end' in json) told.end = json
      else {
        told.done.push(json)
        done.add(json.url)
      }
    }
    await ended
    unwatch()
    return told
  }

  const killed: ToldRun[] = []
  for (let kill = 0; kill < kills; kill++)
    killed.push(await run(LONG_MS, 1 + Math.floor((random() * 2 * pages) / (kills + 1))))
  const last = await run(LONG_MS, Number.POSITIVE_INFINITY)
  const first = { requests: country.requests, asked: new Map(country.asked) }
  done.clear()
  country.goOn()
  const later = await run(0, Number.POSITIVE_INFINITY)
  return {
    out,
    pages: country.pages,
    killed,
    last,
    later,
    first,
    conditional: country.conditional,
    rudeness: [...rudeness, ...country.rudeness],
  }
}

/** Numbers from 0 to 1 that follow from a seed. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}
