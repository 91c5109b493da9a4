import { basename, dirname } from 'node:path'
import { parseYaml } from '../../records/yaml-file.ts'
import { changesBetween } from '../carry-over/compare.ts'
import { type Unfinished, unfinishedSchema } from '../record/unfinished.ts'

const START = /^<<<<<<< ?(.*)$/
const BASE = /^\|{7}/
const MIDDLE = /^=======$/
const END = /^>>>>>>> ?(.*)$/

/** The two sides of a git conflict in a file, and their labels. */
interface ConflictSides {
  readonly ours: { readonly name: string; readonly text: string }
  readonly theirs: { readonly name: string; readonly text: string }
  /** The line of the first conflict. */
  readonly line: number
}

/** The sides of a file with a git conflict; null if it has none. */
function sidesOf(text: string): ConflictSides | null {
  const [ours, theirs]: [string[], string[]] = [[], []]
  const names = { ours: '', theirs: '' }
  let line = 0
  let side: 'both' | 'ours' | 'base' | 'theirs' = 'both'
  for (const [index, each] of text.split('\n').entries()) {
    const [, start] = START.exec(each) ?? []
    const [, end] = END.exec(each) ?? []
    if (start !== undefined && side === 'both') {
      side = 'ours'
      names.ours = start
      line ||= index + 1
    } else if (BASE.test(each) && side === 'ours') side = 'base'
    else if (MIDDLE.test(each) && (side === 'ours' || side === 'base')) side = 'theirs'
    else if (end !== undefined && side === 'theirs') {
      side = 'both'
      names.theirs = end
    } else {
      if (side === 'both' || side === 'ours') ours.push(each)
      if (side === 'both' || side === 'theirs') theirs.push(each)
    }
  }
  if (line === 0) return null
  return {
    ours: { name: names.ours, text: ours.join('\n') },
    theirs: { name: names.theirs, text: theirs.join('\n') },
    line,
  }
}

/** How many differences are listed one by one. */
const TOLD_MAX = 10

/**
 * What two people have decided differently, when git could not merge their records: each value with both versions. Null
 * if a file has no conflict.
 */
export function conflictTold(file: string, text: string): string | null {
  const sides = sidesOf(text)
  if (!sides) return null
  const { ours, theirs, line } = sides
  const start = `${file}:${line}: git could not merge the decisions of two people`
  const end = `In each part between <<<<<<< and >>>>>>> keep the lines of one side, remove the marks, and run git add ${basename(dirname(file))}/${basename(file)}`
  const [one, other] = [recordIn(file, ours.text), recordIn(file, theirs.text)]
  if (!one || !other) return `${start}. ${end}`
  const told = [
    ...changesBetween(one, other).map(
      ({ value, before, after }) =>
        `${value}: ${before ?? 'not there'} (${ours.name}) or ${after ?? 'not there'} (${theirs.name})`,
    ),
    ...decidedOtherwise(one, other).map(
      ([value, was, is]) => `${value}: ${was} (${ours.name}) or ${is} (${theirs.name})`,
    ),
  ]
  const more = told.length > TOLD_MAX ? [`${told.length - TOLD_MAX} more`] : []
  return [`${start}:`, ...told.slice(0, TOLD_MAX), ...more, end].join('\n')
}

/** Values that two people have decided differently. What only one of them has decided is not a disagreement. */
function decidedOtherwise(one: Unfinished, other: Unfinished): [value: string, was: string, is: string][] {
  const states = new Map(one.review.map(({ value, state }) => [value, state]))
  return other.review.flatMap(({ value, state }): [string, string, string][] => {
    const was = states.get(value)
    return was === undefined || was === state ? [] : [[value, was, state]]
  })
}

function recordIn(file: string, text: string): Unfinished | null {
  const parsed = parseYaml(file, text, unfinishedSchema)
  return 'read' in parsed ? parsed.read.value : null
}
