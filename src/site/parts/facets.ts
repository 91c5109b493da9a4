import { formats } from '../formats.ts'
import { Html, html } from '../html.ts'
import type { Language } from '../language.ts'
import { facetTexts } from '../texts/facets.ts'

/** A filter for a list: a parameter of the address, with its possible values. */
export interface Facet {
  readonly name: string
  readonly heading: string
  readonly options: readonly { readonly value: string; readonly label: string; readonly count: number }[]
}

/** The chosen values: the first value of each facet in the address. */
export type Chosen = { readonly [name: string]: string }

/** The parameters of an address that facets know. */
export function chosenOf(search: URLSearchParams, names: readonly string[]): Chosen {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name)
      return value ? [[name, value]] : []
    }),
  )
}

/** Links that narrow a list, each with the number of rows it leads to. Chosen values are shown with a link that removes them. */
export function facets(language: Language, path: string, chosen: Chosen, all: readonly Facet[]): Html {
  const text = facetTexts[language]
  const to = (change: { readonly [name: string]: string | null }) => {
    const search = new URLSearchParams()
    for (const { name } of all) {
      const value = name in change ? change[name] : chosen[name]
      if (value) search.set(name, value)
    }
    const query = search.toString()
    return query ? `${path}?${query}` : path
  }
  const group = ({ name, heading, options }: Facet) =>
    html`<div><h2 class="minor" id="facet-${name}">${heading}</h2><ul aria-labelledby="facet-${name}">${options
      .filter(({ count, value }) => count > 0 || chosen[name] === value)
      .map(({ value, label, count }) =>
        chosen[name] === value
          ? html`<li><a href="${to({ [name]: null })}" aria-current="true">${label}<span class="vh"> (${text.remove})</span></a> <span class="muted num">${formats[language].number(count)}</span></li>`
          : html`<li><a href="${to({ [name]: value })}" rel="nofollow">${label}</a> <span class="muted num">${formats[language].number(count)}</span></li>`,
      )}</ul></div>`
  const isChosen = Object.keys(chosen).length > 0
  return html`<details class="facets"${isChosen ? new Html(' open') : ''}><summary>${text.narrow}</summary><div class="groups">${all.map(group)}</div>${isChosen ? html`<p><a href="${path}">${text.clear}</a></p>` : ''}</details>`
}

/** How many rows have each value of a facet. */
function counted<T>(
  rows: readonly T[],
  valuesOf: (row: T) => readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) for (const value of valuesOf(row)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** A facet of rows: the values of each row, and the labels of the values. */
export interface FacetOf<Row> {
  readonly name: string
  readonly heading: string
  values(row: Row): readonly string[]
  /** Undefined for a value that no row has. */
  label(value: string): string | undefined
  /** The order of its values, if not that of their labels. */
  readonly order?: (a: string, b: string) => number
}

/** Whether a row matches the choices in all facets except one. */
export function fitsChosen<Row>(
  row: Row,
  chosen: Chosen,
  all: readonly Pick<FacetOf<Row>, 'name' | 'values'>[],
  except?: string,
): boolean {
  return all.every((facet) => {
    const value = chosen[facet.name]
    return facet.name === except || value === undefined || facet.values(row).includes(value)
  })
}

/** The order of years: latest first. */
export function lastYearFirst(a: string, b: string): number {
  return b.localeCompare(a)
}

/** The facets of some rows. The counts of each are of the rows that match the choices in the others. */
export function facetsOfRows<Row>(
  rows: readonly Row[],
  chosen: Chosen,
  all: readonly FacetOf<Row>[],
): Facet[] {
  return all.map(({ name, heading, values, label, order }) => {
    const counts = counted(
      rows.filter((row) => fitsChosen(row, chosen, all, name)),
      values,
    )
    // A value that no row has any more is kept, so that a link can remove it if it is chosen.
    const options = [...counted(rows, values).keys()].flatMap((value) => {
      const called = label(value)
      return called === undefined ? [] : [{ value, label: called, count: counts.get(value) ?? 0 }]
    })
    options.sort((a, b) => (order ? order(a.value, b.value) : formats.sv.compare(a.label, b.label)))
    return { name, heading, options }
  })
}
