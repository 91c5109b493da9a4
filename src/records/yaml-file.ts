import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { quoted } from '../common/quoted.ts'
import { reasonOf } from '../common/reason.ts'
import type { Problem } from './problem.ts'

export type Path = readonly PropertyKey[]

/** The content of a YAML file: its typed value, and the line of each part. */
export interface YamlFile<T> {
  readonly value: T
  /** The line of a part, such as `lineOf(['activities', 2, 'text'])`; if it is missing, that of the part that should have it. */
  lineOf(path: Path): number
}

/** Reads YAML with a schema. Returns the value, or its errors with their lines. */
export function parseYaml<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
): { read: YamlFile<T> } | { problems: Problem[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const notYaml = (message: string, line: number) => ({
    problems: [{ file, line, message: `not valid YAML: ${message}` }],
  })
  const [syntax] = [...document.errors, ...document.warnings]
  if (syntax) {
    const [message = ''] = syntax.message.split(/ at line \d+|;/)
    return notYaml(message, lines.linePos(syntax.pos[0]).line)
  }
  let value: unknown
  try {
    value = document.toJS()
  } catch (error) {
    // Aliases without an anchor, or with excessive expansion.
    return notYaml(reasonOf(error), 1)
  }

  const lineOf = (path: Path): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (hasRange(node)) return lines.linePos(node.range[0]).line
    }
    return 1
  }

  const result = schema.safeParse(value)
  if (result.success) return { read: { value: result.data, lineOf } }
  return {
    problems: result.error.issues.map((issue) => ({
      file,
      line: lineOf(issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path),
      message: `${pathText(issue.path)}${explainIssue(issue, document.getIn(issue.path), document.getIn(issue.path, true))}`,
    })),
  }
}

/** A path for an editor, with its colon: `activities#2.text: ` is the text of the second activity. */
export function pathText(path: Path): string {
  const parts = path.map((part) => (typeof part === 'number' ? `#${part + 1}` : `.${String(part)}`))
  return path.length === 0 ? '' : `${parts.join('').replace(/^\./, '')}: `
}

/** A value that is not valid: texts are quoted, numbers and the like are not. */
function shownAs(found: unknown): string {
  return typeof found === 'string' ? quoted(found) : String(found)
}

function explainIssue(issue: z.core.$ZodIssue, found: unknown, node: unknown): string {
  const shown = isNode(found) ? 'this part' : shownAs(found)
  switch (issue.code) {
    case 'invalid_type': {
      const kind = KINDS[issue.expected] ?? issue.expected
      if (found === undefined) return `is missing; write ${kind}`
      if (issue.expected === 'string' && typeof found === 'number')
        return `write it in quotes, "${yamlSource(node)}"`
      return isNode(found) ? `write ${kind} here` : `${shown} is not valid; write ${kind}`
    }
    case 'unrecognized_keys':
      return `${issue.keys.map((name) => `${quoted(name)}`).join(', ')} is not a field here; remove or rename it`
    case 'invalid_value': {
      const what = found === undefined ? 'is missing' : `${shown} is not valid`
      return `${what}; write one of ${issue.values.map(String).join(', ')}`
    }
    case 'too_small':
      return `${shown} is too short or too small; write ${issue.minimum} or more`
    case 'too_big':
      return `${shown} is too long or too large; write ${issue.maximum} or less`
    default:
      return found === undefined ? issue.message : `${shown} is not valid; ${issue.message}`
  }
}

/** The name of a type, for messages. */
const KINDS: { readonly [type: string]: string } = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'two offsets, such as [12, 34]',
  object: 'fields',
}

function isNode(found: unknown): boolean {
  return typeof found === 'object' && found !== null
}

/** A value as it is written in the file: 0685, which YAML reads as a number. */
function yamlSource(node: unknown): string {
  return typeof node === 'object' && node !== null && 'source' in node ? String(node.source) : ''
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}
