import { activities } from './activities.ts'
import { activityActors } from './activity-actors.ts'
import { activityPromises } from './activity-promises.ts'
import { activityTopics } from './activity-topics.ts'
import { actors } from './actors.ts'
import { agreementDocuments } from './agreement-documents.ts'
import { agreementMunicipalities } from './agreement-municipalities.ts'
import { agreementParties } from './agreement-parties.ts'
import { agreementRelations } from './agreement-relations.ts'
import { agreementTopics } from './agreement-topics.ts'
import { agreements } from './agreements.ts'
import { confirmations } from './confirmations.ts'
import { counties } from './counties.ts'
import type { RecordOf } from './dataset.ts'
import { documents } from './documents.ts'
import { findings } from './findings.ts'
import { followUps } from './follow-ups.ts'
import { issues } from './issues.ts'
import { municipalities } from './municipalities.ts'
import { municipalityYears } from './municipality-years.ts'
import { outcomes } from './outcomes.ts'
import { policeAreaMunicipalities } from './police-area-municipalities.ts'
import { policeAreas } from './police-areas.ts'
import { policeDistricts } from './police-districts.ts'
import { policeRegions } from './police-regions.ts'
import { promiseActors } from './promise-actors.ts'
import { promiseTopics } from './promise-topics.ts'
import { promises } from './promises.ts'
import { quotes } from './quotes.ts'
import { reportAgreements } from './report-agreements.ts'
import { reports } from './reports.ts'
import { signatories } from './signatories.ts'
import { signatures } from './signatures.ts'
import { tombstones } from './tombstones.ts'
import { topics } from './topics.ts'

/** All datasets that we publish. Each comes after those that it references, so that rows can be written in this order. */
export const datasets = {
  police_regions: policeRegions,
  counties,
  municipalities,
  police_districts: policeDistricts,
  police_areas: policeAreas,
  police_area_municipalities: policeAreaMunicipalities,
  topics,
  actors,
  documents,
  agreements,
  agreement_municipalities: agreementMunicipalities,
  agreement_parties: agreementParties,
  agreement_documents: agreementDocuments,
  municipality_years: municipalityYears,
  agreement_topics: agreementTopics,
  agreement_relations: agreementRelations,
  promises,
  promise_topics: promiseTopics,
  promise_actors: promiseActors,
  activities,
  activity_promises: activityPromises,
  activity_topics: activityTopics,
  activity_actors: activityActors,
  reports,
  report_agreements: reportAgreements,
  outcomes,
  confirmations,
  signatories,
  signatures,
  findings,
  follow_ups: followUps,
  issues,
  quotes,
  tombstones,
} as const

export type DatasetName = keyof typeof datasets

/** One typed row of the dataset of that name. */
export type Row<N extends DatasetName> = RecordOf<(typeof datasets)[N]>

/** The rows of every dataset: one state of the whole data set. */
export type Tables = { [N in DatasetName]: Row<N>[] }

/** The names of the datasets, in their order. */
export const datasetNames = Object.keys(datasets) as DatasetName[] // Object.keys gives string[]
