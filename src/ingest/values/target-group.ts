import type { Page } from '../layouts/page.ts'
import { type Span, trimmed } from '../text/source.ts'

const JOINS = /^(?: *, *| +och +| *, *och +| +samt +| +eller +|\/)$/
/** What characterises the group: an age, or a clause. */
const AGE =
  /^,? +(?:(?:främst|i huvudsak|mellan) +)?(?:i +åldern|under|över|från|upp +till|mellan) +\d{1,2}(?: *[-–] *\d{1,2}| +och +\d{1,2})? +år(?: +och +(?:yngre|äldre|uppåt))?/
const CLAUSE = /^ +som +[^.,;:()]{3,120}/

/** The group that a commitment is for or about: the last group of people that its words name. */
export function targetGroupIn({ source, lookups }: Page, span: Span): Span | null {
  const names = lookups.targetGroups(source, span)
  const last = names.at(-1)
  if (!last) return null
  let start = last.start
  for (const name of names.slice(0, -1).reverse()) {
    if (!JOINS.test(source.folded.slice(name.end, start))) break
    start = name.start
  }
  let end = last.end
  for (const pattern of [AGE, CLAUSE])
    end += pattern.exec(source.folded.slice(end, span.end))?.[0].length ?? 0
  return trimmed(source.text, { start, end })
}
