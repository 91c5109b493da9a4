import { formats } from '../formats.ts'
import type { In, Language } from '../language.ts'
import type { AgreementSummary } from '../queries/fragments.graphql.ts'

const sv = {
  promises: { one: 'ett löfte', other: 'löften' },
  activities: { one: 'en aktivitet', other: 'aktiviteter' },
  targets: { one: 'ett mätbart mål', other: 'mätbara mål' },
  beginning: (counted: string) => `Vi har läst början av källan; där finns ${counted}.`,
  beginningUnknown: 'Vi har läst början av källan; hur många löften den har vet vi inte.',
  whole: (counted: string) => `Källan har ${counted}.`,
  unknown: 'Hur många löften källan har är inte känt.',
}

/** The wordings for counts from a source. */
const texts: In<typeof sv> = {
  sv,
  en: {
    promises: { one: 'one promise', other: 'promises' },
    activities: { one: 'one activity', other: 'activities' },
    targets: { one: 'one measurable target', other: 'measurable targets' },
    beginning: (counted) => `We have read the beginning of the source; it has ${counted}.`,
    beginningUnknown: 'We have read the beginning of the source; how many promises it has we do not know.',
    whole: (counted) => `The source has ${counted}.`,
    unknown: 'How many promises the source has is not known.',
  },
}

/** The counts from a source, and how much of it was read. What was not counted is not reported as none. */
export function statedIn(
  language: Language,
  agreement: Pick<
    AgreementSummary,
    'extentSeen' | 'statedPromises' | 'statedActivities' | 'statedMeasurableTargets'
  >,
): string {
  const text = texts[language]
  const write = formats[language]
  const isBeginning = agreement.extentSeen === 'BEGINNING'
  const counts = [
    [agreement.statedPromises, text.promises],
    [agreement.statedActivities, text.activities],
    [agreement.statedMeasurableTargets, text.targets],
  ] as const
  // If only a beginning was read, a count of none says nothing about the source.
  const told = counts.flatMap(([count, forms]) =>
    count === null || count === 0 ? [] : [write.count(count, forms)],
  )
  if (told.length === 0) return isBeginning ? text.beginningUnknown : text.unknown
  const counted = write.list(told)
  return isBeginning ? text.beginning(counted) : text.whole(counted)
}
