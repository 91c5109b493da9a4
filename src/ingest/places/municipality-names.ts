import { type FindTerms, termFinder } from '../text/terms.ts'

/** A municipality with the names that documents use. */
export interface NamedMunicipality {
  readonly code: string
  readonly name: string
  readonly officialName: string
  readonly formalName: string
}

/** A municipality as a text names it: in full ("Habo kommun") or by the place alone ("Habo", "Habos"). */
export interface MunicipalityName {
  readonly code: string
  readonly form: 'full' | 'place'
}

/** The municipality in a web address: in its host (`www.habo.se`), or in its path (`/habo/`). */
export type MunicipalityOfAddress = (url: string) => string | null

export function municipalityOfAddress(municipalities: readonly NamedMunicipality[]): MunicipalityOfAddress {
  const codes = new Map<string, string | null>()
  for (const { code, name } of municipalities) {
    const plain = foldedName(name)
    // Habo and Håbo are the same in an address.
    for (const words of new Set([plain.replace(/[ -]/g, '-'), plain.replace(/[ -]/g, '')]))
      codes.set(words, codes.has(words) ? null : code)
  }
  return (url) => {
    if (!URL.canParse(url)) return null
    const { hostname, pathname } = new URL(url)
    const host = hostname.split('.').slice(0, -1).reverse()
    const path = pathname.toLowerCase().split('/').reverse()
    for (const part of [...host, ...path]) {
      const words = part.replaceAll('_', '-').replace(/-?(?:kommun|stad)$|-+$/, '')
      const code = codes.get(words)
      if (code) return code
    }
    return null
  }
}

/** The form of names in addresses: without the diacritics of å, ä and ö. */
function foldedName(name: string): string {
  return name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}

/** Finds names of municipalities: the place, its genitive, and either with kommun or stad. */
export function municipalityFinder(
  municipalities: readonly NamedMunicipality[],
): FindTerms<MunicipalityName> {
  const terms = new Map<string, MunicipalityName>()
  for (const { code, name, officialName, formalName } of municipalities) {
    const genitive = /[sxz]$/.test(name) ? name : `${name}s`
    for (const place of [name, genitive]) terms.set(place, { code, form: 'place' })
    for (const full of [officialName, formalName]) {
      terms.set(full, { code, form: 'full' })
      // "Habo kommuns" is the genitive, and a frequent error for the name.
      terms.set(`${full}s`, { code, form: 'full' })
    }
    for (const place of [name, genitive]) {
      for (const kind of ['kommun', 'kommuns', 'stad', 'stads'])
        terms.set(`${place} ${kind}`, { code, form: 'full' })
    }
  }
  return termFinder(terms)
}
