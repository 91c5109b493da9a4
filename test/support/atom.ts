import { XMLParser, XMLValidator } from 'fast-xml-parser'

type Element = { readonly [name: string]: readonly Element[] | string | undefined }

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  alwaysCreateTextNode: true,
  ignoreDeclaration: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
})

const FEED =
  'author category contributor generator icon id link logo rights subtitle title updated entry'.split(' ')
const ENTRY =
  'author category content contributor id link published rights source summary title updated'.split(' ')
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

/** The feed of an XML document. Throws if it is not well-formed, or not a feed. */
export function parsedFeed(xml: string): Element {
  const checked = XMLValidator.validate(xml)
  if (checked !== true) throw new Error(checked.err.msg)
  const document: { feed?: readonly Element[] } = parser.parse(xml)
  const [feed] = document.feed ?? []
  if (!feed) throw new Error('There is no feed')
  return feed
}

/** The text of the one element of a name. */
export function textOf(element: Element, name: string): string {
  return String(elements(element, name)[0]?.['#text'] ?? '')
}

/** The elements of a name within another. */
export function elements(element: Element, name: string): readonly Element[] {
  const found = element[name]
  return Array.isArray(found) ? found : []
}

/** What in a feed is not as RFC 4287 wants it: nothing, if all is well. */
export function faultsOfFeed(xml: string): string[] {
  const feed = parsedFeed(xml)
  const entries = elements(feed, 'entry')
  const ids = entries.map((entry) => textOf(entry, 'id'))
  return [
    ...(feed['@xmlns'] === 'http://www.w3.org/2005/Atom' ? [] : ['feed: not in the namespace of Atom']),
    ...common(feed, 'feed', FEED, ['subtitle', 'generator', 'icon', 'logo', 'rights']),
    ...(elements(feed, 'author').length > 0 || entries.every((entry) => elements(entry, 'author').length > 0)
      ? []
      : ['feed: nobody is the author']),
    ...(elements(feed, 'link').some((link) => link['@rel'] === 'self') ? [] : ['feed: no link to itself']),
    ...(new Set(ids).size === ids.length ? [] : ['entry: an id stands twice']),
    ...entries.flatMap((entry) => [
      ...common(entry, 'entry', ENTRY, ['content', 'published', 'rights', 'source', 'summary']),
      ...contentFaults(entry),
    ]),
  ]
}

function common(
  element: Element,
  name: string,
  allowed: readonly string[],
  mostOnce: readonly string[],
): string[] {
  const count = (child: string) => elements(element, child).length
  const children = Object.keys(element).filter((child) => !/^[@#]/.test(child))
  const alternates = elements(element, 'link')
    .filter((link) => (link['@rel'] ?? 'alternate') === 'alternate')
    .map((link) => `${link['@type']} ${link['@hreflang']}`)
  const faults = [
    ...children.filter((child) => !allowed.includes(child)).map((child) => `${child} is not for ${name}`),
    ...['id', 'title', 'updated']
      .filter((child) => count(child) !== 1)
      .map((child) => `${count(child)} ${child}`),
    ...mostOnce.filter((child) => count(child) > 1).map((child) => `${count(child)} ${child}`),
    ...elements(element, 'link').flatMap((link) =>
      isIri(link['@href']) ? [] : [`link to ${link['@href']}`],
    ),
    ...(new Set(alternates).size === alternates.length ? [] : ['two alternates of one type and language']),
    ...(isIri(textOf(element, 'id')) ? [] : [`id ${textOf(element, 'id')} is no IRI`]),
    ...(isInstant(textOf(element, 'updated')) ? [] : [`updated ${textOf(element, 'updated')}`]),
    ...elements(element, 'author').flatMap(personFaults),
  ]
  return faults.map((fault) => `${name}: ${fault}`)
}

function personFaults(person: Element): string[] {
  const email = elements(person, 'email').length === 0 ? 'a@b' : textOf(person, 'email')
  const uri = elements(person, 'uri').length === 0 ? 'urn:a' : textOf(person, 'uri')
  return [
    ...(elements(person, 'name').length === 1 && textOf(person, 'name') !== ''
      ? []
      : ['an author without a name']),
    ...(/^.+@.+$/.test(email) ? [] : [`email ${email}`]),
    ...(isIri(uri) ? [] : [`uri ${uri}`]),
  ]
}

function contentFaults(entry: Element): string[] {
  const [content] = elements(entry, 'content')
  const hasAlternate = elements(entry, 'link').some((link) => link['@rel'] === 'alternate')
  if (!content) return hasAlternate ? [] : ['entry: neither content nor a link to it']
  const children = Object.keys(content).filter((child) => !/^[@#]/.test(child))
  return content['@type'] === 'html' && children.length > 0 ? ['entry: HTML that is not escaped'] : []
}

function isIri(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value)
}

function isInstant(value: string): boolean {
  return DATE.test(value) && !Number.isNaN(Date.parse(value))
}
