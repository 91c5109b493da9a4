import type { DimensionName } from '../../database/statistics/dimensions.ts'
import { bilingualText, type Text } from '../../datasets/dataset.ts'
import { builder } from '../builder.ts'

const GROUPINGS: { readonly [N in DimensionName]: Text } = {
  ALL: {
    sv: 'En grupp med allt, för summor. Dess nyckel är "all".',
    en: 'One group with everything, for totals. Its key is "all".',
  },
  MUNICIPALITY: {
    sv: 'Efter kommun som är part. Nyckeln är dess kod.',
    en: 'By municipality that is a party. The key is its code.',
  },
  COUNTY: {
    sv: 'Efter län för kommunerna som är parter. Nyckeln är dess kod.',
    en: 'By county of the municipalities that are parties. The key is its code.',
  },
  POLICE_REGION: {
    sv: 'Efter polisregion för kommunerna som är parter. Nyckeln är regionens id.',
    en: 'By police region of the municipalities that are parties. The key is that of the region.',
  },
  POLICE_AREA: {
    sv: 'Efter lokalpolisområde som källan namnger som part. Nyckeln är områdets id. Null om källan inte namnger något.',
    en: 'By local police area that the source names as a party. The key is that of the area. Null if the source names none.',
  },
  TOPIC: {
    sv: 'Efter ämne. I ett ämne ingår allt om det eller ett smalare ämne, som med `topic` i filtren och listorna i Topic. Medborgarlöften, löften och aktiviteter grupperas efter sina egna ämnen. Nyckeln är ämnets id. Null för rader utan ämne.',
    en: 'By topic. A topic includes everything about it or a narrower topic, like `topic` of the filters and the connections of Topic. Agreements, promises and activities are grouped by their own topics. The key is that of the topic. Null for rows without a topic.',
  },
  TOPIC_ITSELF: {
    sv: 'Efter ämne som TOPIC, men utan rader som bara handlar om smalare ämnen, som med `topicItself` i filtren och `itself` i listorna i Topic.',
    en: 'By topic like TOPIC, but without the rows about narrower topics only, like `topicItself` of the filters and `itself` of the connections of Topic.',
  },
  YEAR: {
    sv: 'Efter år med minst en dag i medborgarlöftets period, som med AgreementFilter.year. Ett medborgarlöfte som gäller tills vidare räknas för varje år från det första. Den sista gruppen är året för `dataset.date`, eller det senaste kända året i en period om det är senare. Nyckeln är året. Null om perioden inte är känd.',
    en: 'By year with at least one day in the period of the agreement, like AgreementFilter.year. An open-ended agreement counts in every year from its first. The last group is the year of `dataset.date`, or the latest known year of a period if that is later. The key is the year. Null if the period is not known.',
  },
  EXTENT: {
    sv: 'Efter hur mycket av medborgarlöftet som finns i datamängden. Nyckeln är värdet ur Extent med små bokstäver.',
    en: 'By how much of the agreement is in the data set. The key is the value of Extent in lower case.',
  },
  KIND: {
    sv: 'Efter typ av överenskommelse. Nyckeln är värdet ur AgreementKind med små bokstäver.',
    en: 'By kind of agreement. The key is the value of AgreementKind in lower case.',
  },
  ACTOR: {
    sv: 'Efter aktör. En aktivitet räknas för dem som ska utföra den, ett löfte för dem som ska hålla det eller utföra någon av dess aktiviteter, och ett medborgarlöfte för båda. Medborgarlöften vars löften inte är uppskrivna ingår inte i någon grupp. Nyckeln är aktörens id. Null om källan inte namnger någon aktör.',
    en: 'By actor. An activity counts for those who are to carry it out, a promise for those who are to keep it or carry out one of its activities, and an agreement for both. Agreements whose promises are not listed are in no group. The key is that of the actor. Null if the source names no actor.',
  },
  ACTOR_ITSELF: {
    sv: 'Efter aktör som ACTOR, men ett löfte räknas bara för dem som ska hålla det, som med `actorItself` i filtret och `itself` i Actor.promises.',
    en: 'By actor like ACTOR, but a promise counts only for those who are to keep it, like `actorItself` of the filter and `itself` of Actor.promises.',
  },
  TARGET_WHAT: {
    sv: 'Efter vad ett mål räknar. Ett löfte eller en aktivitet räknas efter sitt eget mål, ett medborgarlöfte efter löftenas och aktiviteternas mål; medborgarlöften vars löften inte är uppskrivna ingår inte i någon grupp. Nyckeln är värdet ur TargetWhat med små bokstäver. Null för det som saknar tal.',
    en: 'By what a target counts. A promise or an activity is grouped by its own target, an agreement by those of its promises and activities; agreements whose promises are not listed are in no group. The key is the value of TargetWhat in lower case. Null for rows without a number.',
  },
  REPORTED_STATE: {
    sv: 'Efter vad en redovisning säger om löftet eller aktiviteten självt, och för ett medborgarlöfte även om helheten. Den som har flera olika utfall räknas i varje grupp. Nyckeln är värdet ur OutcomeState med små bokstäver. Null om inget redovisat utfall är känt, vilket inte betyder att inget har gjorts.',
    en: 'By what a report says about the promise or the activity itself, and for an agreement also about the agreement as a whole. A row with several different outcomes counts in each group. The key is the value of OutcomeState in lower case. Null if no reported outcome is known, which does not mean that nothing was done.',
  },
}

/** The enum of what `statistics` can group by. */
export const StatisticsGrouping = builder.enumType('StatisticsGrouping', {
  description: bilingualText({
    sv: 'Hur `statistics` grupperar rader.',
    en: 'How `statistics` groups rows.',
  }),
  values: Object.fromEntries(
    Object.entries(GROUPINGS).map(([name, text]) => [
      name,
      { value: name, description: bilingualText(text) },
    ]),
  ) as { [N in DimensionName]: { value: N; description: string } },
})
