import { type Config, WrongUsage } from '../config.ts'
import type { ThirdReader } from '../ingest/third-reader/ask.ts'

/**
 * The third reader of the settings; null if there is none, so that nothing leaves the machine.
 *
 * @throws {WrongUsage} when READER_URL is set but READER_MODEL is not.
 */
export function thirdReaderOf({ readerUrl, readerModel, readerKey }: Config): ThirdReader | null {
  if (readerUrl === null) return null
  if (readerModel === null)
    throw new WrongUsage('READER_MODEL is not set; write the name of a model of READER_URL')
  return { url: readerUrl, model: readerModel, key: readerKey }
}
