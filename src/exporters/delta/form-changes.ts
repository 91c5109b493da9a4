import type { Text } from '../../datasets/dataset.ts'
import { haveSameKey } from './diff.ts'
import type { DeltaHead, Sides } from './shape.ts'
import { words } from './words.ts'

/** The datasets and columns that were added, removed or changed between two releases, one line each. */
export function formChanges(
  { datasets }: DeltaHead,
  titleOf: (dataset: string) => string,
  language: keyof Text,
): string[] {
  return datasets.flatMap((sides) =>
    datasetFormChanges(sides, `${titleOf(sides.dataset)} (\`${sides.dataset}\`)`, language),
  )
}

function datasetFormChanges({ from, to }: Sides, dataset: string, language: keyof Text): string[] {
  const text = words[language]
  if (!from) return [text.formNew(dataset)]
  if (!to) return [text.formGone(dataset)]
  const code = (name: string) => `\`${name}\``
  const [before, after] = [from, to].map(
    ({ columns }) => new Map(columns.map(({ name, type }) => [name, type])),
  )
  const lines = haveSameKey({ from, to }) ? [] : [text.formKey(dataset, to.key.map(code).join(', '))]
  for (const [name, type] of after ?? []) {
    const old = before?.get(name)
    if (old === undefined) lines.push(text.columnNew(dataset, code(name)))
    else if (old !== type) lines.push(text.columnType(dataset, code(name), old, type))
  }
  for (const name of before?.keys() ?? [])
    if (!after?.has(name)) lines.push(text.columnGone(dataset, code(name)))
  return lines
}
