import { globSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { type AnyNode, type Comment, parse } from 'acorn'

/** A function or method that others can call, and an error of ours that it throws itself. */
export interface ThrownError {
  /** Such as "src/config.ts readConfig". */
  readonly place: string
  readonly error: string
  /** Whether its doc comment has `@throws {Name} when …`. */
  readonly isDocumented: boolean
}

/** The classes of errors in src, and the functions that make one: `clientError` makes a GraphQLError. */
function errorNames(files: readonly string[]): ReadonlyMap<string, string> {
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n')
  const classes = ['GraphQLError']
  for (const [, name = '', parent = ''] of text.matchAll(/class (\w+) extends (\w+)/g)) {
    if (parent === 'Error' || classes.includes(parent)) classes.push(name)
  }
  const makes = new RegExp(`function (\\w+)\\([^)]*\\): (${classes.join('|')}) \\{`, 'g')
  const made = [...text.matchAll(makes)].map(([, name = '', error = '']) => [name, error] as const)
  return new Map([...classes.map((name) => [name, name] as const), ...made])
}

/** The errors of ours that exported functions, and the methods of exported classes, throw in their own bodies. */
export function thrownErrors(): ThrownError[] {
  const files = globSync('src/**/*.ts').sort()
  const names = errorNames(files)
  return files.flatMap((file) => thrownIn(file, names))
}

function thrownIn(file: string, names: ReadonlyMap<string, string>): ThrownError[] {
  const code = stripTypeScriptTypes(readFileSync(file, 'utf8'))
  const comments: Comment[] = []
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module', onComment: comments })
  const docBefore = (start: number) => {
    const doc = comments.findLast(({ type, end }) => type === 'Block' && end <= start)
    return doc && code.slice(doc.end, start).trim() === '' ? doc.value : ''
  }
  return program.body.flatMap(callablesOf).flatMap(({ name, body, start }) =>
    [...new Set(thrownWithin(body))].flatMap((thrown) => {
      const error = names.get(thrown)
      const isDocumented = new RegExp(`@throws \\{${error}\\} when\\b`).test(docBefore(start))
      return error ? [{ place: `${file} ${name}`, error, isDocumented }] : []
    }),
  )
}

interface Callable {
  readonly name: string
  readonly body: AnyNode
  readonly start: number
}

/** The function that a statement exports, or the methods of the class. */
function callablesOf(statement: AnyNode): Callable[] {
  if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) return []
  const { declaration, start } = statement
  if (declaration.type === 'FunctionDeclaration')
    return [{ name: declaration.id.name, body: declaration.body, start }]
  if (declaration.type !== 'ClassDeclaration') return []
  return declaration.body.body.flatMap((member) =>
    member.type === 'MethodDefinition' && member.key.type === 'Identifier'
      ? [
          {
            name: `${declaration.id.name}.${member.key.name}`,
            body: member.value.body,
            start: member.start,
          },
        ]
      : [],
  )
}

/** What a body throws by name and does not catch, without the functions that it defines, which may run later. */
function thrownWithin(node: AnyNode): string[] {
  if (/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) return []
  if (node.type === 'TryStatement' && node.handler)
    return [node.handler, ...(node.finalizer ? [node.finalizer] : [])].flatMap(thrownWithin)
  if (node.type === 'ThrowStatement') {
    const { argument } = node
    const isCall = argument.type === 'NewExpression' || argument.type === 'CallExpression'
    return isCall && argument.callee.type === 'Identifier' ? [argument.callee.name] : []
  }
  return Object.values(node)
    .flat()
    .filter((child): child is AnyNode => typeof child?.type === 'string')
    .flatMap(thrownWithin)
}
