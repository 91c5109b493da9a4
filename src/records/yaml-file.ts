import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Problem } from './problem.ts'

export type Path = readonly PropertyKey[]

/** A YAML file that was read: its typed value, and where in the file each part of it stands. */
export interface YamlFile<T> {
  readonly value: T
  /** The line of a part, such as `lineOf(['activities', 2, 'text'])`; of what holds it, if it is missing. */
  lineOf(path: Path): number
}

/** Reads YAML against a schema. Gives what it read, or what is wrong with it, line by line. */
export function parseYaml<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
): { read: YamlFile<T> } | { problems: Problem[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const [syntax] = document.errors
  if (syntax) {
    const message = syntax.message
      .split('\n')[0]
      ?.replace(/ at line \d+.*$/, '')
      .replace(/:$/, '')
    return { problems: [{ file, line: lines.linePos(syntax.pos[0]).line, message: `not YAML: ${message}` }] }
  }

  const lineOf = (path: Path): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (hasRange(node)) return lines.linePos(node.range[0]).line
    }
    return 1
  }

  const result = schema.safeParse(document.toJS())
  if (result.success) return { read: { value: result.data, lineOf } }
  return {
    problems: result.error.issues.map((issue) => ({
      file,
      line: lineOf(issue.path),
      message: `${pathText(issue.path)}${explain(issue, document.getIn(issue.path))}`,
    })),
  }
}

/** A path as an editor reads it, with its colon: `activities#2.text: ` is the text of the second activity. */
export function pathText(path: Path): string {
  const parts = path.map((part) => (typeof part === 'number' ? `#${part + 1}` : `.${String(part)}`))
  return path.length === 0 ? '' : `${parts.join('').replace(/^\./, '')}: `
}

function explain(issue: z.core.$ZodIssue, found: unknown): string {
  if (issue.code === 'invalid_type' && found === undefined)
    return `is missing; write ${article(issue.expected)}`
  if (issue.code === 'invalid_type' && issue.expected === 'string' && typeof found === 'number') {
    return `write it in quotes, "${found}"`
  }
  if (issue.code === 'unrecognized_keys') {
    return `${issue.keys.map((name) => `"${name}"`).join(', ')} is no field here; remove or rename it`
  }
  if (issue.code === 'invalid_value') return `write one of ${issue.values.map(String).join(', ')}`
  return issue.message
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}
