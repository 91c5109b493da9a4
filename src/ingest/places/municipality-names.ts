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
      // "Habo kommuns" is the genitive, and a frequent slip for the name.
      terms.set(`${full}s`, { code, form: 'full' })
    }
    for (const place of [name, genitive]) {
      for (const kind of ['kommun', 'kommuns', 'stad', 'stads'])
        terms.set(`${place} ${kind}`, { code, form: 'full' })
    }
  }
  return termFinder(terms)
}
