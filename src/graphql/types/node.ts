import { builder } from '../builder.ts'
import { LANGUAGE_ARGUMENT, PAGE_DESCRIPTION } from '../page-field.ts'
import { REVISION_DESCRIPTION } from '../revision-field.ts'

// What every node has besides its id. The types say how it is read.

builder.interfaceFields(builder.nodeInterfaceRef(), (t) => ({
  url: t.string({
    description: PAGE_DESCRIPTION,
    args: { language: t.arg(LANGUAGE_ARGUMENT) },
  }),
  revision: t.int({ description: REVISION_DESCRIPTION }),
}))
