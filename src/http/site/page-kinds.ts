import { chartPages } from '../../charts/pages/index.ts'
import type { AnyPageKind } from '../../site/page-kind.ts'
import { sitePages } from '../../site/pages/index.ts'

/** Every kind of pages. */
export const pageKinds: readonly AnyPageKind[] = [...sitePages, ...chartPages]
