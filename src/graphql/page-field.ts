import { type PageDataset, pageAddress, pageColumns } from '../datasets/addresses.ts'
import type { Language } from '../datasets/dataset.ts'
import { builder } from './builder.ts'
import type { FieldBuilder } from './columns.ts'
import { readAs } from './field-reading.ts'

const LanguageEnum = builder.enumType('Language', {
  description: 'A language of the site.',
  values: {
    SV: { value: 'sv', description: 'Swedish.' },
    EN: { value: 'en', description: 'English.' },
  } as const,
})

/** The argument for the language of a page. */
export const LANGUAGE_ARGUMENT = {
  type: LanguageEnum,
  defaultValue: 'sv',
  required: true,
  description: 'Of the page.',
} as const

export const PAGE_DESCRIPTION =
  'The address of the page of this row, from the root of this server: such as /kommun/0685-vetlanda/. What stands in an agreement has its place on the page of that.'

interface PageFieldArgs {
  readonly language: Language
}

/** The field with the address of a row's page. */
export function pageField(t: FieldBuilder<object>, dataset: PageDataset) {
  const of = (row: object, { language }: PageFieldArgs) => pageAddress(dataset, row, language)
  return t.string({
    description: PAGE_DESCRIPTION,
    args: { language: t.arg(LANGUAGE_ARGUMENT) },
    ...readAs({ kind: 'computed', columns: pageColumns(dataset), of }),
    resolve: of,
  })
}
