import type { AnyPageKind } from '../../site/page-kind.ts'
import { chartPage } from './chart.ts'
import { chartsPage } from './charts.ts'
import { embedPage } from './embed.ts'
import { explorePage } from './explore.ts'
import { exploreEmbedPage } from './explore-embed.ts'

/** All page kinds with charts. */
export const chartPages: readonly AnyPageKind[] = [
  chartsPage,
  chartPage,
  embedPage,
  explorePage,
  exploreEmbedPage,
]
