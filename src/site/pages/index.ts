import type { AnyPageKind } from '../page-kind.ts'
import { municipalitiesPage } from './municipalities.ts'
import { municipalityPage } from './municipality.ts'
import { startPage } from './start.ts'

/** Every kind of pages. Where an address fits several, the first is meant. */
export const pageKinds: readonly AnyPageKind[] = [startPage, municipalitiesPage, municipalityPage]
