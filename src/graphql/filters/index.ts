import type { TypedDataset } from '../typed-datasets.ts'
import { activityFilter } from './activity.ts'
import { agreementFilter } from './agreement.ts'
import { documentFilter, quoteFilter } from './document.ts'
import type { Filter } from './filter.ts'
import {
  countyFilter,
  municipalityFilter,
  policeAreaFilter,
  policeDistrictFilter,
  policeRegionFilter,
} from './place.ts'
import { promiseFilter } from './promise.ts'
import { outcomeFilter, reportFilter } from './report.ts'
import { signatoryFilter, signatureFilter } from './signature.ts'
import { findingFilter, followUpFilter, issueFilter } from './situation.ts'
import { actorFilter, topicFilter } from './subject.ts'

/** The filter of every connection to a dataset's rows, root or nested. */
export const filters: { readonly [N in TypedDataset]?: Filter } = {
  counties: countyFilter,
  municipalities: municipalityFilter,
  police_regions: policeRegionFilter,
  police_districts: policeDistrictFilter,
  police_areas: policeAreaFilter,
  topics: topicFilter,
  actors: actorFilter,
  documents: documentFilter,
  agreements: agreementFilter,
  promises: promiseFilter,
  activities: activityFilter,
  signatories: signatoryFilter,
  signatures: signatureFilter,
  findings: findingFilter,
  follow_ups: followUpFilter,
  issues: issueFilter,
  reports: reportFilter,
  outcomes: outcomeFilter,
  quotes: quoteFilter,
}
