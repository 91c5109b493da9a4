import { type Box, common, type Matrix, SAME } from './matrix.ts'

/** The graphics state at some point of a page's list of operators. */
export interface State {
  readonly matrix: Matrix
  readonly font: string
  readonly size: number
  readonly letterGap: number
  readonly wordGap: number
  readonly stretch: number
  readonly leading: number
  readonly rise: number
  /** Whether letters are filled, stroked, or neither … */
  readonly mode: number
  readonly lineWidth: number
  /** Colours as "#rrggbb", null if there is no single one. */
  readonly fill: string | null
  readonly stroke: string | null
  readonly fillOpacity: number
  readonly strokeOpacity: number
  /** Whether colours blend with what is below, or a mask is active; also for a whole group. */
  readonly isBlended: boolean
  readonly isMasked: boolean
  readonly isMixed: boolean
  /** What is drawn outside is cut off; `isExact` says that the whole box is visible. */
  readonly clip: { readonly box: Box; readonly isExact: boolean }
}

/** A box that excludes nothing. */
export const EVERYWHERE: Box = [-Infinity, -Infinity, Infinity, Infinity]

/** The state at the beginning of a page. */
export const START: State = {
  matrix: SAME,
  font: '',
  size: 0,
  letterGap: 0,
  wordGap: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  lineWidth: 1,
  fill: '#000000',
  stroke: '#000000',
  fillOpacity: 1,
  strokeOpacity: 1,
  isBlended: false,
  isMasked: false,
  isMixed: false,
  clip: { box: EVERYWHERE, isExact: true },
}

/** The state with the settings that pdf.js gives as pairs. */
export function withSettings(state: State, list: unknown): State {
  let changed = state
  for (const pair of Array.isArray(list) ? list : []) {
    const [name, value]: readonly unknown[] = Array.isArray(pair) ? pair : []
    if (name === 'Font' && Array.isArray(value))
      changed = { ...changed, font: String(value[0]), size: Number(value[1]) }
    else if (name === 'ca') changed = { ...changed, fillOpacity: Number(value) }
    else if (name === 'CA') changed = { ...changed, strokeOpacity: Number(value) }
    else if (name === 'BM') changed = { ...changed, isBlended: value !== 'source-over' }
    else if (name === 'SMask') changed = { ...changed, isMasked: value !== false }
  }
  return changed
}

/** The state within a group, which is drawn on the page as a whole, as the outer state says. */
export function inGroup(state: State): State {
  const isMixed = state.isMixed || state.isBlended || state.isMasked || state.fillOpacity < 1
  return { ...state, isMixed, isBlended: false, isMasked: false, fillOpacity: 1, strokeOpacity: 1 }
}

/** The state that shows only what is within a box, or less if the box is not exact. */
export function clipped(state: State, box: Box, isExact: boolean): State {
  return { ...state, clip: { box: common(state.clip.box, box), isExact: state.clip.isExact && isExact } }
}
