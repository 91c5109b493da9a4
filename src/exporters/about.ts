import type { Text } from '../datasets/dataset.ts'
import { localCatalogue } from '../datasets/publication.ts'
import type { ReleaseHead } from './manifest.ts'

/** A fact about a release, for files that are found alone: what it is, or where it came from. */
export interface Fact {
  /** Its name for programs. */
  readonly name: string
  readonly label: Text
  /** Null if it is not known; `unknown` says so for people. */
  readonly value: Text | null
  readonly unknown: Text
}

const NOT_STATED: Text = { sv: 'Inte angivet', en: 'Not stated' }

/** What a release says about itself in files that may be found without the others. */
export function aboutRelease(head: Omit<ReleaseHead, 'datasets'>): Fact[] {
  const { title, release, revision, date, publisher, address, licence, note } = head
  return [
    fact('title', { sv: 'Datamängd', en: 'Data set' }, title),
    fact('release', { sv: 'Utgåva', en: 'Release' }, alike(release)),
    fact('revision', { sv: 'Revision', en: 'Revision' }, alike(String(revision))),
    fact('date', { sv: 'Data från', en: 'Data of' }, alike(date)),
    fact('publisher', { sv: 'Utgivare', en: 'Publisher' }, alike(publisher?.name), localCatalogue.publisher),
    fact('contact', { sv: 'Kontakt', en: 'Contact' }, alike(publisher?.email)),
    fact('address', { sv: 'Utgåvans adress', en: 'Address of the release' }, alike(address)),
    fact('licence', { sv: 'Licens', en: 'Licence' }, alike(licence.name)),
    fact('licence_url', { sv: 'Licensens adress', en: 'Address of the licence' }, alike(licence.url)),
    fact('note', { sv: 'Så läses summor', en: 'How to read totals' }, note),
  ]
}

function fact(name: string, label: Text, value: Text | null, unknown = NOT_STATED): Fact {
  return { name, label, value, unknown }
}

function alike(value: string | null | undefined): Text | null {
  return value === null || value === undefined ? null : { sv: value, en: value }
}
