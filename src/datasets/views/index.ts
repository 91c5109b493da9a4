import type { RecordOf } from '../dataset.ts'
import { activitiesFlat } from './activities-flat.ts'
import { agreementsByYear } from './agreements-by-year.ts'
import { agreementsFlat } from './agreements-flat.ts'
import { promisesFlat } from './promises-flat.ts'
import { reportsFlat } from './reports-flat.ts'

/** The joined tables, which are released beside the datasets and have no data of their own. */
export const views = {
  agreements_flat: agreementsFlat,
  promises_flat: promisesFlat,
  activities_flat: activitiesFlat,
  reports_flat: reportsFlat,
  agreements_by_year: agreementsByYear,
} as const

export type ViewName = keyof typeof views

/** One typed row of the view of that name. */
export type ViewRow<N extends ViewName> = RecordOf<(typeof views)[N]>

/** The names of the views, in their order. */
export const viewNames = Object.keys(views) as ViewName[] // Object.keys gives string[]
