import { type PageDataset, pageAddress, pageColumns } from '../datasets/addresses.ts'
import { bilingualText, type Language } from '../datasets/dataset.ts'
import { builder } from './builder.ts'
import type { FieldBuilder } from './columns.ts'
import { readAs } from './field-reading.ts'

const LanguageEnum = builder.enumType('Language', {
  description: bilingualText({ sv: 'Ett språk på webbplatsen.', en: 'A language of the site.' }),
  values: {
    SV: { value: 'sv', description: bilingualText({ sv: 'Svenska.', en: 'Swedish.' }) },
    EN: { value: 'en', description: bilingualText({ sv: 'Engelska.', en: 'English.' }) },
  } as const,
})

/** The argument for the language of a page. */
export const LANGUAGE_ARGUMENT = {
  type: LanguageEnum,
  defaultValue: 'sv',
  required: true,
  description: bilingualText({ sv: 'Sidans språk.', en: 'The language of the page.' }),
} as const

export const PAGE_DESCRIPTION = bilingualText({
  sv: 'Adressen till radens sida, räknat från serverns rot, t.ex. /kommun/0685-vetlanda/. Det som hör till ett medborgarlöfte finns på medborgarlöftets sida.',
  en: 'The address of the page of this row, from the root of this server, such as /kommun/0685-vetlanda/. Rows that belong to an agreement are shown on the page of the agreement.',
})

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
