import { builder } from '../builder.ts'
import { LANGUAGE_ARGUMENT, PAGE_DESCRIPTION } from '../page-field.ts'
import { REVISION_DESCRIPTION } from '../revision-field.ts'

// The fields of every node besides its id. The types say how they are read.

builder.interfaceFields(builder.nodeInterfaceRef(), (t) => ({
  url: t.string({
    description: PAGE_DESCRIPTION,
    args: { language: t.arg(LANGUAGE_ARGUMENT) },
  }),
  revision: t.int({ description: REVISION_DESCRIPTION }),
}))
