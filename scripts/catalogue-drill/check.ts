import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { drill } from './drill.ts'

type Drilled = Awaited<ReturnType<typeof drill>>

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

/** What went wrong in a drill: what was lost, asked twice, asked rudely, or taken for something else. */
export function faultsOf({ out, pages, killed, last, later, rudeness }: Drilled): string[] {
  const faults = [...rudeness]
  const expectThat = (is: boolean, otherwise: string) => {
    if (!is) faults.push(otherwise)
  }
  for (const run of killed) expectThat(run.end === null, 'a run ended before it was killed')
  for (const run of [...killed, last, later]) faults.push(...run.errors)
  const outcomes = new Map(
    [...killed, last].flatMap(({ done }) => done.map((each) => [each.url, each.outcome])),
  )
  const laterOutcomes = new Map(later.done.map(({ url, outcome }) => [url, outcome]))
  const state = JSON.parse(readFileSync(join(out, 'archive/catalogue.json'), 'utf8')).addresses
  for (const { url, id, fault, text, changed } of pages) {
    const told = outcomes.get(url)
    // A program that is killed may have saved what it had not told yet.
    expectThat(told === undefined || told === fault.first, `${fault.name}: ${told}, not ${fault.first}`)
    expectThat(
      state[url]?.outcome === fault.later,
      `${fault.name}: ${state[url]?.outcome} in the end, not ${fault.later}`,
    )
    const toldLater = laterOutcomes.get(url)
    expectThat(
      toldLater === fault.later || (toldLater === undefined && fault.later === 'failed'),
      `${fault.name}: later ${toldLater}, not ${fault.later}`,
    )
    if (fault.first !== 'new') continue
    const source = readOrNot(join(out, id, 'source.txt'))
    const expected = fault.name === 'changed' ? changed : text
    expectThat(plain(source) === plain(expected), `${fault.name}: ${id} has another text`)
    for (const file of ['draft.yaml', 'source.yaml'])
      expectThat(readOrNot(join(out, id, file)) !== '', `${fault.name}: ${id} has no ${file}`)
  }
  const drafts = readdirSync(out).filter((name) => name !== 'archive')
  const expected = pages.flatMap(({ id, fault }) => (fault.first === 'new' ? [id] : []))
  expectThat(
    drafts.sort().join() === expected.sort().join(),
    `${drafts.length} drafts, not ${expected.length}`,
  )
  const unfinished = globSync([join(out, '*/*.unfinished'), join(out, '.*')])
  expectThat(unfinished.length === 0, `${unfinished.length} unfinished files`)
  expectThat((later.end?.lines.length ?? 99) <= 20, 'the summary has more than 20 lines')
  return faults
}

function readOrNot(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
