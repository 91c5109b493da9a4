import type { Tables } from '../datasets/index.ts'

/** An address in the records, with its agreements. */
export interface KnownAddress {
  readonly url: string
  /** Its agreements, newest last. */
  readonly agreements: readonly string[]
  /** Codes and names of their municipalities. */
  readonly municipalities: readonly string[]
  /** When its newest agreement began: an archived copy from that time is most likely to contain it. */
  readonly began: Date | null
}

/**
 * The addresses of all agreements, each once, or only those that match one of some words: the code or the name of a
 * municipality, the beginning of an agreement's id, or a part of the address.
 */
export function knownAddresses(tables: Tables, words: readonly string[]): KnownAddress[] {
  const nameOf = new Map(tables.municipalities.map(({ code, name }) => [code, name]))
  const periodOf = new Map(tables.agreements.map(({ id, periodStart }) => [id, periodStart]))
  const codesOf = Map.groupBy(tables.agreement_municipalities, ({ agreementId }) => agreementId)
  const urlOf = new Map(tables.documents.map(({ id, url }) => [id, url]))
  const found = new Map<string, Set<string>>()
  for (const { agreementId, documentId } of tables.agreement_documents) {
    const url = urlOf.get(documentId)
    if (!url || !URL.canParse(url)) continue
    // The fragment stays in the browser.
    const address = url.replace(/#.*$/s, '')
    found.set(address, (found.get(address) ?? new Set()).add(agreementId))
  }
  const sought = words.map((word) => word.toLocaleLowerCase('sv'))
  return [...found]
    .map(([url, ids]) => {
      const agreements = [...ids].sort((one, other) =>
        (periodOf.get(one) ?? '') < (periodOf.get(other) ?? '') ? -1 : 1,
      )
      const codes = agreements.flatMap((id) => codesOf.get(id)?.map((each) => each.municipalityCode) ?? [])
      const began = periodOf.get(agreements.at(-1) ?? '')
      return {
        url,
        agreements,
        municipalities: [...new Set(codes.flatMap((code) => [code, nameOf.get(code) ?? code]))],
        began: began ? new Date(began) : null,
      }
    })
    .filter((address) => sought.length === 0 || sought.some((word) => fitsWord(address, word)))
    .sort((one, other) => (one.url < other.url ? -1 : 1))
}

function fitsWord({ url, agreements, municipalities }: KnownAddress, word: string): boolean {
  return (
    municipalities.some((each) => each.toLocaleLowerCase('sv') === word) ||
    agreements.some((id) => id.startsWith(word)) ||
    url.toLowerCase().includes(word)
  )
}
