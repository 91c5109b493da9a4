import type { DatasetName, datasets } from '../../datasets/index.ts'
import * as agreements from './agreements.ts'
import type { DatasetTable } from './dataset-table.ts'
import { changes, revisions, tombstones } from './history.ts'
import * as places from './places.ts'
import * as promises from './promises.ts'
import * as reports from './reports.ts'
import * as signatures from './signatures.ts'
import * as situation from './situation.ts'

/** The table of every dataset. The compiler reports a dataset without one. */
export const tables: { readonly [N in DatasetName]: DatasetTable<(typeof datasets)[N]> } = {
  police_regions: places.policeRegions,
  counties: places.counties,
  municipalities: places.municipalities,
  police_districts: places.policeDistricts,
  police_areas: places.policeAreas,
  police_area_municipalities: places.policeAreaMunicipalities,
  topics: agreements.topics,
  actors: promises.actors,
  documents: agreements.documents,
  agreements: agreements.agreements,
  agreement_municipalities: agreements.agreementMunicipalities,
  municipality_years: agreements.municipalityYears,
  agreement_parties: agreements.agreementParties,
  agreement_documents: agreements.agreementDocuments,
  agreement_topics: agreements.agreementTopics,
  agreement_relations: agreements.agreementRelations,
  promises: promises.promises,
  promise_topics: promises.promiseTopics,
  promise_actors: promises.promiseActors,
  activities: promises.activities,
  activity_promises: promises.activityPromises,
  activity_topics: promises.activityTopics,
  activity_actors: promises.activityActors,
  reports: reports.reports,
  report_agreements: reports.reportAgreements,
  outcomes: reports.outcomes,
  confirmations: reports.confirmations,
  signatories: signatures.signatories,
  signatures: signatures.signatures,
  findings: situation.findings,
  follow_ups: situation.followUps,
  issues: situation.issues,
  quotes: situation.quotes,
  tombstones,
}

export { changes, revisions }
