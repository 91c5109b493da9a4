import { formats } from '../../site/formats.ts'
import type { In } from '../../site/language.ts'
import { type MaybeKnown, valueOrWhy } from '../../site/unknown.ts'

/** A number, and of how many. */
function pair(language: 'sv' | 'en', count: MaybeKnown, rest: MaybeKnown): readonly [string, string] {
  const all: MaybeKnown =
    'value' in count && 'value' in rest
      ? { value: count.value + rest.value }
      : 'value' in count
        ? rest
        : count
  const words = (value: MaybeKnown) => valueOrWhy(language, value, (known) => formats[language].number(known))
  return [words(count), words(all)]
}

const sv = {
  title: 'Hur mycket av löftena går att mäta?',
  how: 'Av det vi har läst i sin helhet: hur mycket som har ett mätbart mål, till exempel ett antal.',
  counted: 'Vad som räknas',
  withOf: 'Med mål, av alla',
  withTarget: 'Med mätbart mål',
  without: 'Utan mätbart mål',
  notRead: 'Inte läst i sin helhet',
  names: { agreements: 'Medborgarlöften och andra avtal', promises: 'Löften', activities: 'Aktiviteter' },
  share: (count: MaybeKnown, rest: MaybeKnown) => pair('sv', count, rest).join(' av '),
  says: (count: MaybeKnown, rest: MaybeKnown) => {
    const [some, all] = pair('sv', count, rest)
    return `Av de löften vi har läst i sin helhet har ${some} av ${all} ett mätbart mål, eget eller i en aktivitet.`
  },
  note: 'Avtal som bara är lästa i början, eller där ingen har listat löftena, är inte med i jämförelsen: i dem kan det finnas mål som vi inte har sett. Hur många löften och aktiviteter som står där vet vi inte. Att något går att mäta säger inte om det är viktigt.',
}

/** Texts of the chart of measurable targets. */
export const measurableTexts: In<typeof sv> = {
  sv,
  en: {
    title: 'How much of the promises can be measured?',
    how: 'Of what we have read whole: how much has a measurable target, such as a number.',
    counted: 'What is counted',
    withOf: 'With a target, of all',
    withTarget: 'With a measurable target',
    without: 'Without a measurable target',
    notRead: 'Not read whole',
    names: { agreements: 'Agreements', promises: 'Promises', activities: 'Activities' },
    share: (count, rest) => pair('en', count, rest).join(' of '),
    says: (count, rest) => {
      const [some, all] = pair('en', count, rest)
      return `Of the promises that we have read whole, ${some} of ${all} have a measurable target, of their own or in an activity.`
    },
    note: 'Agreements of which only the beginning was read, or whose promises nobody listed, are not compared: they may have targets that we have not seen. How many promises and activities they hold we do not know. That something can be measured does not say whether it matters.',
  },
}
