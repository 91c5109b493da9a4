import type { Candidate } from '../layouts/candidate.ts'
import type { Source } from '../text/source.ts'
import { type Testimony, WEIGHT } from './testimony.ts'

/** "Medborgarlöfte 2025 (pdf)", "Uppföljning.pdf, 120 kB, öppnas i nytt fönster" */
const NAMES_FILE =
  /\.(?:pdf|docx?)(?!\p{L})|\((?:[^()]{0,40}[ ,])?pdf(?:[ ,][^()]{0,40})?\)|(?<!\p{L})(?:pdf|word)(?:-dokument|-fil)?,? *\d{1,6}(?:[,.]\d{1,3})? *(?:kb|mb)|(?:, *| )pdf$|öppnas i (?:ett )?nytt fönster|länk till annan webbplats/u
/** "Medborgarlöfte 2024", "Uppföljning av medborgarlöftet 2023": the name of a document, and nothing else. */
const NAMES_DOCUMENT =
  /^(?:läs +(?:mer +om +)?|ladda ner +)?(?:\p{L}+ +)?(?:(?:medborgar)?löfte|uppföljning|samverkansöverenskommelse|överenskommelse|handlingsplan|lägesbild)\p{L}*(?: +(?:av|för|om|i|med|till|och|medborgarlöfte\p{L}*|\p{L}+ kommun))*(?: +\d{4}(?: *[-–/] *\d{2,4})?)?$/u

/** The part of the items of a list of links that must look like links. */
const MOST_LINKS = 2 / 3

/** Items that name files or other pages: a list of links promises nothing. */
export function linksWitness(source: Source, items: readonly Candidate[]): Testimony[] {
  const isLink = ({ span }: Candidate) => isLinkText(source.foldedSlice(span))
  const [first] = items
  if (!first || items.filter(isLink).length < items.length * MOST_LINKS) return []
  return [{ witness: 'links', says: 'neither', weight: WEIGHT.links, saw: source.slice(first.span) }]
}

/** Whether words are only the text of a link. */
export function isLinkText(words: string): boolean {
  return NAMES_FILE.test(words) || NAMES_DOCUMENT.test(words)
}
