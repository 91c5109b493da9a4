/** The colours of charts, with the names of the style sheet. */
export interface Palette {
  readonly paper: string
  readonly ink: string
  readonly muted: string
  readonly line: string
  readonly edge: string
  /** Classes, from the weakest to the strongest. */
  readonly c1: string
  readonly c2: string
  readonly c3: string
  readonly c4: string
}

/** For files: literal colours, since programs that convert SVG to pictures do not know CSS variables. */
export const light: Palette = {
  paper: '#ffffff',
  ink: '#191b1d',
  muted: '#555b62',
  line: '#d9d8d2',
  edge: '#8a8d8f',
  c1: '#cfe3e0',
  c2: '#8cbcb9',
  c3: '#43878a',
  c4: '#0a474c',
}

/** The same for dark mode. */
export const dark: Palette = {
  paper: '#14171a',
  ink: '#ebe9e3',
  muted: '#a9afb4',
  line: '#343a3f',
  edge: '#7d858b',
  c1: '#24393b',
  c2: '#376a6c',
  c3: '#63a5a3',
  c4: '#b8ebe5',
}

/** For pages, which are light or dark as the reader prefers. */
export const ofPage: Palette = {
  paper: 'var(--paper)',
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  line: 'var(--line)',
  edge: 'var(--edge)',
  c1: 'var(--c1)',
  c2: 'var(--c2)',
  c3: 'var(--c3)',
  c4: 'var(--c4)',
}
