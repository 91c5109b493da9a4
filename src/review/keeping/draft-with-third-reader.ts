import type { SourceText } from '../../ingest/documents/source-text.ts'
import type { Draft } from '../../ingest/draft.ts'
import type { Lookups } from '../../ingest/lookups.ts'
import { askThirdReader, type ThirdReader, ThirdReaderFailed } from '../../ingest/third-reader/ask.ts'
import { draftOfSource } from './keep-source.ts'

/** The result of asking a third reader about a document. */
export interface ThirdReaderAsked {
  readonly model: string
  /** Why its response could not be used; null if it was. */
  readonly reason: string | null
}

/** The draft of a document, with a third reader's proposals where the rules are in doubt. */
export async function draftWithThirdReader(
  source: SourceText,
  lookups: Lookups,
  reader: ThirdReader | null,
): Promise<{ draft: Draft; thirdReader: ThirdReaderAsked | null }> {
  const draft = draftOfSource(source, lookups)
  if (reader === null) return { draft, thirdReader: null }
  const { model } = reader
  try {
    const proposals = await askThirdReader(reader, source.text, draft)
    if (proposals === null) return { draft, thirdReader: null }
    return { draft: draftOfSource(source, lookups, proposals), thirdReader: { model, reason: null } }
  } catch (error) {
    if (!(error instanceof ThirdReaderFailed)) throw error
    // The draft of the rules is valid without it.
    return { draft, thirdReader: { model, reason: error.message } }
  }
}
