import parse, { type Info } from 'spdx-expression-parse'

/**
 * The licences that what we ship may have: they allow anybody to use, change and sell it, and none reaches beyond the files
 * that it is of (MPL-2.0 asks for the source of changes to its own files, and we change none). OFL-1.1 is that of fonts.
 */
export const PERMITTED: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
]

/** What package-lock.json says of a package. */
interface LockedPackage {
  readonly version?: string
  readonly license?: string
  /** Whether only development needs it. */
  readonly dev?: boolean
}

/** The packages of a package-lock.json, by their install paths. The one named '' is the program itself. */
export interface Lock {
  readonly packages: { readonly [place: string]: LockedPackage }
}

/** The packages that are shipped: everything but the program itself and what only development needs. */
export function shippedPackages({ packages }: Lock): [place: string, LockedPackage][] {
  return Object.entries(packages).filter(([place, { dev }]) => place !== '' && !dev)
}

/**
 * The shipped packages whose licence is not permitted, each as a line.
 *
 * @example refusedLicences({ packages: { 'node_modules/a': { version: '1.0.0', license: 'GPL-3.0-only' } } }) // ['node_modules/a 1.0.0: GPL-3.0-only']
 */
export function refusedLicences(lock: Lock): string[] {
  return shippedPackages(lock)
    .filter(([, { license }]) => !license || !isPermitted(parsed(license)))
    .map(([place, { version, license }]) => `${place} ${version}: ${license ?? 'no licence'}`)
}

function isPermitted(expression: Info | null): boolean {
  if (expression === null) return false
  if ('conjunction' in expression) {
    const both = [isPermitted(expression.left), isPermitted(expression.right)]
    return expression.conjunction === 'and' ? both.every(Boolean) : both.some(Boolean)
  }
  return PERMITTED.includes(expression.license)
}

/** An SPDX expression; null if it is not a valid one, such as "SEE LICENSE IN LICENSE.md". */
function parsed(text: string): Info | null {
  try {
    return parse(text)
  } catch {
    return null
  }
}
