import { parseSync } from 'vite'

/** A change of a file that a test should notice. */
export interface Mutant {
  readonly file: string
  /** The text of the file, which may be another by the time that the tests run. */
  readonly source: string
  readonly start: number
  readonly end: number
  readonly replacement: string
}

/** A node of the syntax tree. */
interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

/** Operators, each with one that a slip of the keyboard or of thought would put in its place. */
const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['<', '<='],
  ['<=', '<'],
  ['>', '>='],
  ['>=', '>'],
  ['===', '!=='],
  ['!==', '==='],
  ['+', '-'],
  ['-', '+'],
  ['*', '/'],
  ['/', '*'],
  ['&&', '||'],
  ['||', '&&'],
  ['??', '&&'],
  ['+=', '-='],
  ['-=', '+='],
])

/** Methods that can be removed, so that the object they are called on stays unchanged. */
const LEFT_OUT = [
  'filter',
  'reverse',
  'slice',
  'sort',
  'subarray',
  'toLowerCase',
  'toReversed',
  'toSorted',
  'trim',
]

/** Methods with others that are easily taken for them. */
const METHODS: ReadonlyMap<string, string> = new Map([
  ['every', 'some'],
  ['max', 'min'],
  ['min', 'max'],
  ['some', 'every'],
])

/** All mutants of a file of TypeScript, in their order. What is said of types, and what errors say, has none. */
export function mutantsOf(file: string, source: string): Mutant[] {
  const mutants: Mutant[] = []
  const replace = ({ start, end }: Pick<Node, 'start' | 'end'>, replacement: string) =>
    mutants.push({ file, source, start, end, replacement })
  const operator = (left: Node, right: Node, own: string) => {
    const other = OPERATORS.get(own)
    const at = source.indexOf(own, left.end)
    if (other && at >= 0 && at < right.start) replace({ start: at, end: at + own.length }, other)
  }
  const visit = (node: Node) => {
    if (node.type.startsWith('TS') && !EXPRESSIONS_OF_TYPES.includes(node.type)) return
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'TaggedTemplateExpression':
        return
      case 'ThrowStatement':
        replace(node, ';')
        return
      case 'IfStatement':
      case 'ConditionalExpression':
        replace(node.test as Node, 'true')
        replace(node.test as Node, 'false')
        break
      case 'BinaryExpression':
      case 'LogicalExpression':
      case 'AssignmentExpression':
        operator(node.left as Node, node.right as Node, String(node.operator))
        break
      case 'UnaryExpression':
        if (node.operator === '!') replace(node, source.slice((node.argument as Node).start, node.end))
        break
      case 'ExpressionStatement':
        if (isCall(node.expression as Node)) replace(node, ';')
        break
      case 'CallExpression':
        visitCall(node)
        break
      case 'Literal':
        if (typeof node.value === 'boolean') replace(node, String(!node.value))
        else if (typeof node.value === 'number') replace(node, `(${source.slice(node.start, node.end)} + 1)`)
        else if (typeof node.value === 'string') replace(node, node.value === '' ? "'mutant'" : "''")
        return
    }
    for (const [key, value] of Object.entries(node)) {
      const isName = key === 'key' && node.computed !== true
      if (!isName) for (const child of [value].flat()) if (isNode(child)) visit(child)
    }
  }
  const visitCall = ({ end, callee }: Node) => {
    const { type, object, property } = callee as Node
    if (type !== 'MemberExpression') return
    const name = source.slice((property as Node).start, (property as Node).end)
    const other = METHODS.get(name)
    if (other) replace(property as Node, other)
    else if (LEFT_OUT.includes(name)) replace({ start: (object as Node).end, end }, '')
  }
  visit(parseSync(file, source).program as unknown as Node)
  return mutants.sort((one, other) => one.start - other.start)
}

/** Nodes of types within which there are values. */
const EXPRESSIONS_OF_TYPES = ['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression']

function isCall({ type, argument }: Node): boolean {
  return type === 'CallExpression' || (type === 'AwaitExpression' && isCall(argument as Node))
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

/** A file with a mutant in it. */
export function mutated({ source, start, end, replacement }: Mutant): string {
  return source.slice(0, start) + replacement + source.slice(end)
}
