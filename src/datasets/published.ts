import type { Dataset } from './dataset.ts'
import { datasets } from './index.ts'
import { views } from './views/index.ts'

/** All tables of a release, in their order: the datasets, and what is put together from them. */
export const published: readonly Dataset[] = [...Object.values(datasets), ...Object.values(views)]
