import { marked } from 'marked'
import { description, licence, localCatalogue, title } from '../datasets/publication.ts'
import { type Html, html } from './html.ts'
import type { Language } from './language.ts'
import { texts } from './texts.ts'

/** A release as the feed announces it. */
export interface Announced {
  readonly release: string
  /** The day of its data. */
  readonly date: string
  /** What it changed, as Markdown, and the file that it is from; null for releases from before this was recorded. */
  readonly changes: { readonly text: string; readonly path: string } | null
}

/** Who publishes a feed, and where. */
export interface FeedPlace {
  readonly url: string
  readonly publisher: { readonly name: string; readonly url: string | null; readonly email: string } | null
}

/** How many releases are announced at a time. */
export const RELEASES_ANNOUNCED = 25
/** How many characters of a release's changes are in the feed; the entry links to the rest. */
export const CHANGES_ANNOUNCED = 20_000

/** The path of the feed in each language. */
export const feedPaths: { readonly [L in Language]: string } = { sv: '/feed.atom', en: '/en/feed.atom' }

/** The media type of a feed. */
export const FEED_TYPE = 'application/atom+xml'

/** Characters that XML 1.0 cannot contain, not even escaped. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/** The releases as an Atom feed (RFC 4287), the newest first, with what each changed. There must be one. */
export function atomFeed(language: Language, releases: readonly Announced[], place: FeedPlace): string {
  const text = texts[language]
  const other = language === 'sv' ? 'en' : 'sv'
  const self = `${place.url}${feedPaths[language]}`
  const [newest] = releases
  if (!newest) throw new Error('A feed without releases has no date')
  const { publisher } = place
  // The page comes before the feed in the other language: readers take the first alternate as the feed's page.
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${self}</id>
<title>${feedTitle(language)}</title>
<subtitle>${description[language]}</subtitle>
<updated>${instantOf(newest.date)}</updated>
<link rel="self" type="${FEED_TYPE}" hreflang="${language}" href="${self}"/>
<link rel="alternate" type="text/html" hreflang="${language}" href="${place.url}${text.exportsPath}"/>
<link rel="alternate" type="${FEED_TYPE}" hreflang="${other}" href="${place.url}${feedPaths[other]}"/>
<link rel="license" href="${licence.url}"/>
<author>
<name>${publisher?.name ?? localCatalogue.publisher[language]}</name>
${publisher?.url ? html`<uri>${publisher.url}</uri>\n` : ''}${publisher ? html`<email>${publisher.email}</email>\n` : ''}</author>
<rights>${licence.name}</rights>
${releases.slice(0, RELEASES_ANNOUNCED).map((release) => releaseEntry(language, release, self, place.url))}</feed>
`.text.replace(NOT_IN_XML, '\u{fffd}')
}

/** The name of the feed. */
export function feedTitle(language: Language): string {
  return `${texts[language].releasesHeading}: ${title[language]}`
}

/** An entry. Its id depends on the language too: one in another language is another entry. */
function releaseEntry(
  language: Language,
  { release, date, changes }: Announced,
  self: string,
  url: string,
): Html {
  const text = texts[language]
  const folder = `${url}/exports/${release}`
  return html`<entry>
<id>${self}#${release}</id>
<title>${text.release} ${release}</title>
<updated>${instantOf(date)}</updated>
<link rel="alternate" type="text/html" hreflang="${language}" href="${url}${text.exportsPath}${release}/"/>
<link rel="related" type="text/markdown" hreflang="${language}" href="${folder}/${changes?.path ?? 'README.md'}"/>
<link rel="related" type="application/json" href="${folder}/index.json"/>
${
  changes
    ? html`<content type="html">${asHtml(changes.text, text.allChanges, `${folder}/${changes.path}`)}</content>`
    : html`<summary>${text.date} ${date}.</summary>`
}
</entry>
`
}

/** A release has the day of its data and no time: midnight UTC of that day is used. */
function instantOf(date: string): string {
  return `${date}T00:00:00Z`
}

/** Our Markdown as HTML; a text that is too long ends at a line, with a link to all of it. */
function asHtml(markdown: string, allOfIt: string, address: string): string {
  const isLong = markdown.length > CHANGES_ANNOUNCED
  const shown = isLong ? markdown.slice(0, markdown.lastIndexOf('\n', CHANGES_ANNOUNCED)) : markdown
  const rendered = marked.parse(shown, { async: false, gfm: false })
  return isLong ? `${rendered}${html`<p><a href="${address}">${allOfIt}</a></p>`.text}` : rendered
}
