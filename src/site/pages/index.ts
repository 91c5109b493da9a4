import type { AnyPageKind } from '../page-kind.ts'
import { actorPage } from './actor.ts'
import { agreementPage } from './agreement.ts'
import { agreementsPage } from './agreements.ts'
import { countiesPage } from './counties.ts'
import { countyPage } from './county.ts'
import { municipalitiesPage } from './municipalities.ts'
import { municipalityPage } from './municipality.ts'
import { personPage } from './person.ts'
import { policePage } from './police.ts'
import { policeAreaPage } from './police-area.ts'
import { policeDistrictPage } from './police-district.ts'
import { policeRegionPage } from './police-region.ts'
import { searchPage } from './search.ts'
import { sourcePage } from './source.ts'
import { startPage } from './start.ts'
import { topicPage } from './topic.ts'
import { topicsPage } from './topics.ts'

/** Every kind of pages but those of charts. */
export const sitePages: readonly AnyPageKind[] = [
  startPage,
  municipalitiesPage,
  municipalityPage,
  countiesPage,
  countyPage,
  policePage,
  policeRegionPage,
  policeDistrictPage,
  policeAreaPage,
  agreementsPage,
  agreementPage,
  topicsPage,
  topicPage,
  actorPage,
  personPage,
  sourcePage,
  searchPage,
]
