import type { Dataset } from './dataset.ts'
import { datasets } from './index.ts'
import { views } from './views/index.ts'

/** All tables of a release, in order: the datasets, and the joined tables. */
export const published: readonly Dataset[] = [...Object.values(datasets), ...Object.values(views)]
