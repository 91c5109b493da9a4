import type {
  ByExtent,
  CountedGroup,
  GroupKey,
  Share,
  TargetCount,
} from '../../database/statistics/groups.ts'
import { bilingualText, joinTexts, type Text } from '../../datasets/dataset.ts'
import { targetWhat } from '../../datasets/vocabularies/target-what.ts'
import { builder } from '../builder.ts'
import { enumOf } from '../enums.ts'
import { readAs } from '../field-reading.ts'
import { AgreementCounts, TextType } from './dataset.ts'
import { ShareType } from './share.ts'

// One group of `statistics`.

const ExtentCounts = builder.objectRef<ByExtent>('ExtentCounts').implement({
  description: bilingualText({
    sv: 'Antalet löften eller aktiviteter, efter omfattningen hos medborgarlöftet som de hör till.',
    en: 'The number of promises or activities, by extent of the agreement that they belong to.',
  }),
  fields: (t) => ({
    transcribed: t.exposeInt('transcribed', {
      description: bilingualText({
        sv: 'Ur transkriberade medborgarlöften.',
        en: 'Of transcribed agreements.',
      }),
    }),
    catalogued: t.exposeInt('catalogued', {
      description: bilingualText({
        sv: 'Ur katalogiserade medborgarlöften.',
        en: 'Of catalogued agreements.',
      }),
    }),
  }),
})

const PER_YEAR = {
  sv: 'Bara tal per år räknas med, se `Target.perYear`, och inget som bara är en övre gräns (AT_MOST). Null om det inte finns några.',
  en: 'Only numbers per year are included, see `Target.perYear`, and none that is only an upper bound (AT_MOST). Null if there are none.',
}

const TargetSummary = builder.objectRef<TargetCount>('TargetSummary').implement({
  description: bilingualText({
    sv: 'Målen av ett slag i en grupp: olika slag läggs aldrig ihop.',
    en: 'The targets of one kind in a group. Different kinds are never added up.',
  }),
  fields: (t) => ({
    what: t.expose('what', {
      type: enumOf(targetWhat),
      description: bilingualText({ sv: 'Vad de räknar.', en: 'What they count.' }),
    }),
    label: t.field({
      type: TextType,
      description: bilingualText({ sv: 'Samma sak i ord.', en: 'The same in words.' }),
      resolve: ({ label }) => label,
    }),
    count: t.exposeInt('count', {
      description: bilingualText({
        sv: 'Hur många löften och aktiviteter som har ett sådant mål.',
        en: 'How many promises and activities have such a target.',
      }),
    }),
    byExtent: t.field({
      type: ExtentCounts,
      description: bilingualText({ sv: 'Samma antal, efter omfattning.', en: 'The same number, by extent.' }),
      resolve: ({ byExtent }) => byExtent,
    }),
    agreements: t.exposeInt('agreements', {
      description: bilingualText({
        sv: 'Hur många medborgarlöften de finns i.',
        en: 'In how many agreements they are.',
      }),
    }),
    municipalities: t.exposeInt('municipalities', {
      description: bilingualText({
        sv: 'Hur många kommuner som är parter i dessa medborgarlöften.',
        en: 'How many municipalities are parties to these agreements.',
      }),
    }),
    withNumberPerYear: t.exposeInt('withNumberPerYear', {
      description: bilingualText({
        sv: 'Hur många av dem som har ett tal per år, vilket summan, det lägsta och det högsta bygger på.',
        en: 'How many of them have a number per year, on which the sum, the lowest and the highest are based.',
      }),
    }),
    sumPerYear: t.exposeFloat('sumPerYear', {
      nullable: true,
      description: bilingualText(joinTexts({ sv: 'Summan.', en: 'The sum.' }, PER_YEAR)),
    }),
    minPerYear: t.exposeFloat('minPerYear', {
      nullable: true,
      description: bilingualText(joinTexts({ sv: 'Det lägsta.', en: 'The lowest.' }, PER_YEAR)),
    }),
    maxPerYear: t.exposeFloat('maxPerYear', {
      nullable: true,
      description: bilingualText(joinTexts({ sv: 'Det högsta.', en: 'The highest.' }, PER_YEAR)),
    }),
  }),
})

const KeyType = builder.objectRef<GroupKey>('StatisticsKey').implement({
  description: bilingualText({
    sv: 'Vilken grupp det är, efter en gruppering.',
    en: 'Which group it is, by one grouping.',
  }),
  fields: (t) => ({
    key: t.exposeString('key', {
      nullable: true,
      description: bilingualText({
        sv: 'Nyckeln, enligt grupperingens beskrivning. Null för de rader som inte ingår i någon annan grupp.',
        en: 'The key, as described for the grouping. Null for the rows that are in no other group.',
      }),
    }),
    label: t.field({
      type: TextType,
      description: bilingualText({ sv: 'Benämningen.', en: 'The label.' }),
      resolve: ({ label }) => label,
    }),
  }),
})

/** The counts of one group. */
export const StatisticsGroup = builder.objectRef<CountedGroup>('StatisticsGroup').implement({
  description: bilingualText({
    sv: 'Antal för en grupp. En rad i flera grupper räknas i var och en av dem, så grupperna går inte att lägga ihop till en summa.',
    en: 'Counts for one group. A row in several groups counts in each of them, so groups do not add up to the total.',
  }),
  fields: (t) => {
    const share = (name: keyof CountedGroup & string, description: Text) =>
      t.field({
        type: ShareType,
        description: bilingualText(description),
        resolve: (group) => group[name] as Share,
      }) // those named below are
    return {
      key: t.exposeString('key', {
        nullable: true,
        description: bilingualText({
          sv: 'Gruppens nyckel, enligt den första grupperingens beskrivning. Null för de rader som inte ingår i någon annan grupp.',
          en: 'The key of the group, as described for the first grouping. Null for the rows that are in no other group.',
        }),
      }),
      label: t.field({
        type: TextType,
        description: bilingualText({
          sv: 'Gruppens benämning efter den första grupperingen.',
          en: 'The label of the group by the first grouping.',
        }),
        resolve: ({ label }) => label,
      }),
      second: t.field({
        type: KeyType,
        nullable: true,
        description: bilingualText({
          sv: 'Gruppen efter den andra grupperingen. Null om det bara finns en.',
          en: 'The group by the second grouping. Null if there is only one grouping.',
        }),
        resolve: ({ second }) => second,
      }),
      agreements: t.field({
        type: AgreementCounts,
        description: bilingualText({
          sv: 'Antalet medborgarlöften, efter omfattning.',
          en: 'The number of agreements, by extent.',
        }),
        resolve: ({ agreements }) => ({ ...agreements }),
      }),
      municipalities: t.exposeInt('municipalities', {
        description: bilingualText({
          sv: 'Hur många kommuner som är parter i dessa medborgarlöften.',
          en: 'How many municipalities are parties to these agreements.',
        }),
      }),
      municipalitiesResearched: t.exposeInt('municipalitiesResearched', {
        nullable: true,
        description: bilingualText({
          sv: 'Hur många kommuner som har undersökts för året: av alla oavsett filter, och i grupper efter kommun, län eller polisregion av dem i gruppen. I övriga har ingen letat. Null om grupperna inte är efter år, eller om året är okänt.',
          en: 'How many municipalities were researched for the year: of all, whatever the filter, and in groups by municipality, county or police region of those in the group. Nobody has looked in the others. Null if the groups are not by year, or the year is unknown.',
        }),
      }),
      promises: t.exposeInt('promises', {
        description: bilingualText({
          sv: 'Löften, ur transkriberade och katalogiserade medborgarlöften. Se atLeast.',
          en: 'Promises, of transcribed and catalogued agreements. See atLeast.',
        }),
      }),
      promisesByExtent: t.field({
        type: ExtentCounts,
        description: bilingualText({
          sv: 'Samma antal, efter omfattning.',
          en: 'The same number, by extent.',
        }),
        resolve: ({ promisesByExtent }) => promisesByExtent,
      }),
      activities: t.exposeInt('activities', {
        description: bilingualText({
          sv: 'Aktiviteter, ur transkriberade och katalogiserade medborgarlöften. Se atLeast.',
          en: 'Activities, of transcribed and catalogued agreements. See atLeast.',
        }),
      }),
      activitiesByExtent: t.field({
        type: ExtentCounts,
        description: bilingualText({
          sv: 'Samma antal, efter omfattning.',
          en: 'The same number, by extent.',
        }),
        resolve: ({ activitiesByExtent }) => activitiesByExtent,
      }),
      atLeast: t.exposeBoolean('atLeast', {
        description: bilingualText({
          sv: 'Om det kan finnas fler löften och aktiviteter än de räknade: av något medborgarlöfte i gruppen lästes bara början, eller så är dess löften inte uppskrivna. Skriv då ”minst”.',
          en: 'Whether there may be more promises and activities than are counted, because only the beginning of an agreement in the group was read, or its promises are not listed. Then say "at least".',
        }),
      }),
      promisesWithTarget: share('promisesWithTarget', {
        sv: 'Hur många av löftena som har ett mätbart mål, eget eller i en aktivitet, som med PromiseFilter.hasTarget.',
        en: 'How many of the promises have a measurable target, their own or that of an activity, as in PromiseFilter.hasTarget.',
      }),
      promisesWithActor: share('promisesWithActor', {
        sv: 'För hur många av löftena som källan namnger en aktör, för löftet självt eller för en aktivitet, som med PromiseFilter.hasActor.',
        en: 'For how many of the promises the source names an actor, for the promise itself or for an activity, as in PromiseFilter.hasActor.',
      }),
      promisesReported: share('promisesReported', {
        sv: 'För hur många löften som en redovisning har hittats, av dem som någon har letat för.',
        en: 'For how many promises a report was found, of those for which somebody has looked for one.',
      }),
      activitiesWithTarget: share('activitiesWithTarget', {
        sv: 'Hur många av aktiviteterna som har ett mätbart mål.',
        en: 'How many of the activities have a measurable target.',
      }),
      activitiesWithActor: share('activitiesWithActor', {
        sv: 'För hur många av aktiviteterna som källan namnger en aktör.',
        en: 'For how many of the activities the source names an actor.',
      }),
      activitiesReported: share('activitiesReported', {
        sv: 'För hur många aktiviteter som en redovisning har hittats, av dem som någon har letat för.',
        en: 'For how many activities a report was found, of those for which somebody has looked for one.',
      }),
      agreementsWithFollowUp: share('agreementsWithFollowUp', {
        sv: 'Hur många transkriberade medborgarlöften som lovar en uppföljning. Katalogiserade medborgarlöften som gör det går att hitta med AgreementFilter.followUpPromised, men de ingår inte i något av antalen, eftersom ingen har antecknat vilka som inte lovar någon.',
        en: 'How many transcribed agreements promise a follow-up. Catalogued agreements that do can be found with AgreementFilter.followUpPromised, but they are in neither number, since those that promise none have not been recorded.',
      }),
      targets: t.field({
        type: [TargetSummary],
        description: bilingualText({
          sv: 'De mätbara målen, efter vad de räknar, de vanligaste först. Om det inte är känt vad ett tal räknar tas målet inte med.',
          en: 'The measurable targets, by what they count, the most frequent first. A target is left out if it is not known what its number counts.',
        }),
        args: {
          what: t.arg({
            type: [enumOf(targetWhat)],
            description: bilingualText({
              sv: 'Bara dessa. Utelämnas det visas alla.',
              en: 'Only these. All, if omitted.',
            }),
          }),
        },
        ...readAs({ kind: 'computed', columns: [], of: targetsOf }),
        resolve: targetsOf,
      }),
      targetsOfUnknownKind: t.exposeInt('targetsOfUnknownKind', {
        description: bilingualText({
          sv: 'Hur många mätbara mål, egna för ett löfte eller en aktivitet, som har ett tal utan att det är antecknat vad det räknar.',
          en: 'How many measurable targets, each of a promise or an activity itself, have a number without a record of what it counts.',
        }),
      }),
    }
  },
})

function targetsOf(
  { targets }: CountedGroup,
  { what: wanted }: { readonly what?: readonly string[] | null | undefined },
): TargetCount[] {
  return targets.filter(({ what }) => !wanted || wanted.includes(what))
}
