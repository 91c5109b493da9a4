import type { RecordOf } from '../dataset.ts'
import { activitiesFlat } from './activities-flat.ts'

/** What is released beside the datasets: their rows put together, nothing of its own. */
export const views = {
  activities_flat: activitiesFlat,
} as const

export type ViewName = keyof typeof views

/** One typed row of the view of that name. */
export type ViewRow<N extends ViewName> = RecordOf<(typeof views)[N]>

/** The names of the views, in their order. */
export const viewNames = Object.keys(views) as ViewName[] // Object.keys gives string[]
