import type { AnyPageKind } from '../page-kind.ts'
import { aboutPage } from './about.ts'
import { accessibilityPage } from './accessibility.ts'
import { actorPage } from './actor.ts'
import { agreementPage } from './agreement.ts'
import { agreementsPage } from './agreements.ts'
import { alikePage } from './alike.ts'
import { calendarPage } from './calendar.ts'
import { correctionsPage } from './corrections.ts'
import { countiesPage } from './counties.ts'
import { countyPage } from './county.ts'
import { dictionaryPage } from './dictionary.ts'
import { docPage } from './doc.ts'
import { docsPage } from './docs.ts'
import { letterPage } from './letter.ts'
import { methodPage } from './method.ts'
import { municipalitiesPage } from './municipalities.ts'
import { municipalityPage } from './municipality.ts'
import { newsroomsPage } from './newsrooms.ts'
import { numberPage } from './number.ts'
import { numbersPage } from './numbers.ts'
import { officersPage } from './officers.ts'
import { personPage } from './person.ts'
import { policePage } from './police.ts'
import { policeAreaPage } from './police-area.ts'
import { policeDistrictPage } from './police-district.ts'
import { policeRegionPage } from './police-region.ts'
import { privacyPage } from './privacy.ts'
import { queryPage } from './query.ts'
import { reportPage } from './report.ts'
import { reportsPage } from './reports.ts'
import { searchPage } from './search.ts'
import { sourcePage } from './source.ts'
import { startPage } from './start.ts'
import { statusPage } from './status.ts'
import { topicPage } from './topic.ts'
import { topicsPage } from './topics.ts'
import { withheldPage } from './withheld.ts'

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
  numbersPage,
  numberPage,
  reportsPage,
  reportPage,
  calendarPage,
  alikePage,
  actorPage,
  personPage,
  sourcePage,
  searchPage,
  letterPage,
  correctionsPage,
  aboutPage,
  methodPage,
  newsroomsPage,
  officersPage,
  privacyPage,
  withheldPage,
  statusPage,
  accessibilityPage,
  docsPage,
  queryPage,
  dictionaryPage,
  docPage,
]
