import type { DatasetName, Row } from '../../datasets/index.ts'
import * as agreements from './agreements.ts'
import { changes, revisions, tombstones } from './history.ts'
import * as places from './places.ts'
import * as promises from './promises.ts'
import * as signatures from './signatures.ts'
import * as situation from './situation.ts'

const datasetTables = {
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
  signatories: signatures.signatories,
  signatures: signatures.signatures,
  findings: situation.findings,
  follow_ups: situation.followUps,
  issues: situation.issues,
  quotes: situation.quotes,
  tombstones,
}

type Equal<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

/** The tables whose rows differ from their dataset's: none, or the program does not compile. */
type Disagreeing = {
  [N in DatasetName]: Equal<(typeof datasetTables)[N]['$inferSelect'], Row<N>> extends true ? never : N
}[DatasetName]

/** The table of every dataset. The compiler refuses one that disagrees with its dataset. */
export const tables: [Disagreeing] extends [never] ? typeof datasetTables : Disagreeing = datasetTables

export { changes, revisions }
