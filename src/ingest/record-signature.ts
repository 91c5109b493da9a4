import type { DraftSignature } from './draft.ts'
import type { Page } from './layouts/page.ts'
import type { ReadPage } from './layouts/read-page.ts'
import { areaAlone, policeAreasIn } from './values/police-area.ts'
import type { Signature } from './values/signatures.ts'

/** The organisation that somebody signs for: that of their role, with the names beside it. */
export function organisationOf(
  page: Page,
  { parties }: ReadPage,
  { name, role, scope, capacity }: Signature,
): DraftSignature['organisation'] {
  const { source, lookups } = page
  const kind = role.meaning.organisation
  if (kind === 'police') {
    const [area] = policeAreasIn(page, scope).areas
    const named = area ?? areaAlone(page, scope, name)
    return {
      kind,
      municipality: null,
      policeArea: named?.id ?? null,
      asPrinted: named ? source.quote(named) : null,
    }
  }
  if (kind === 'other') return { kind, municipality: null, policeArea: null, asPrinted: null }
  const named = lookups.municipalities(source, scope).find(({ value }) => value.form === 'full')
  const [only] = parties
  const code = named?.value.code ?? (parties.length === 1 ? (only?.code ?? null) : null)
  const asPrinted = named && capacity === 'signed' ? source.quote(named) : null
  return { kind, municipality: code, policeArea: null, asPrinted }
}
