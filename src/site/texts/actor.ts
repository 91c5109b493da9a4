import { withinSentence } from '../capitals.ts'
import { formats } from '../formats.ts'
import type { In } from '../language.ts'

const sv = {
  says: (label: string, activities: number) =>
    `I de överenskommelser som vi har läst ${activities === 0 ? `namnges ${withinSentence(label)} inte för någon aktivitet` : `namnges ${withinSentence(label)} som ansvarig för ${formats.sv.count(activities, { one: 'en aktivitet', other: 'aktiviteter' })}`}.`,
  promises: 'Löften',
  activities: 'Aktiviteter',
  others: 'Andra som lovar',
  shown: (shown: number, all: number) => `Här visas ${shown} av ${formats.sv.number(all)}.`,
}

/** What the page of an actor says. */
export const actorTexts: In<typeof sv> = {
  sv,
  en: {
    says: (label, activities) =>
      `In the agreements that we have read, ${withinSentence(label)} ${activities === 0 ? 'is not named for any activity' : `is named as responsible for ${formats.en.count(activities, { one: 'one activity', other: 'activities' })}`}.`,
    promises: 'Promises',
    activities: 'Activities',
    others: 'Others who promise',
    shown: (shown, all) => `${shown} of ${formats.en.number(all)} are shown here.`,
  },
}
