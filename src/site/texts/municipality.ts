import { formats } from '../formats.ts'
import type { In } from '../language.ts'

/** The data for the sentence at the top of a municipality's page. */
export interface MunicipalitySays {
  readonly name: string
  readonly state: 'NOT_RESEARCHED' | 'NONE_FOUND' | 'CATALOGUED' | 'TRANSCRIBED'
  /** How many agreements are known, and the first and last year in which one began. */
  readonly count: number
  readonly years: readonly [first: number, last: number] | null
  /** How many documents of other kinds are known. */
  readonly others?: number
  /** The agreement to describe: the one in force, or the last one; and what is known about it. */
  readonly latest: {
    readonly lifecycle: 'ACTIVE' | 'ENDED' | 'UNKNOWN' | 'UPCOMING'
    readonly period: string
    readonly endYear: number | null
    readonly counts: {
      readonly promises: number
      readonly activities: number
      readonly targets: number
    } | null
  } | null
}

const sv = {
  all: 'Kommuner',
  policeArea: 'Lokalpolisområde',
  notKnown: 'Inte känt',
  population: (year: number) => `Folkmängd ${year}`,
  website: 'Kommunens webbplats',
  sameArea: (names: string) => `Samma lokalpolisområde: ${names}.`,
  timeline: 'Löftena i tiden',
  knownHeading: 'Kända löften',
  othersHeading: 'Övriga kända löften',
  older: (count: number) =>
    `${formats.sv.count(count, { one: 'Ett äldre', other: 'äldre' })}, kortfattat: varje löfte har en egen sida`.replace(
      /^./,
      (first) => first.toUpperCase(),
    ),
  more: (shown: number, all: number) => `Här visas ${shown} av ${all}.`,
  helpHeading: 'Hjälp oss',
  help: (name: string) =>
    `Känner du till ett medborgarlöfte för ${name}? Skicka en länk, så läser vi det. Eller begär ut det: brevet är färdigt att skicka.`,
  says({ name, state, count, years, latest, others = 0 }: MunicipalitySays): string {
    const write = formats.sv
    if (state === 'NOT_RESEARCHED')
      return `Vi har ännu inte undersökt om ${name} har medborgarlöften. Att sidan är tom säger ingenting om kommunen.`
    if ((count === 0 || latest === null) && others > 0)
      return `Vi känner till ${write.count(others, { one: 'en överenskommelse eller plan', other: 'överenskommelser och planer' })} mellan ${name} och polisen, men inget medborgarlöfte. Det kan finnas löften som vi inte har hittat.`
    if (count === 0 || latest === null)
      return `Vi har letat efter medborgarlöften i ${name} utan att hitta något. Det kan finnas löften som inte är publicerade på nätet.`
    const span = years && years[0] !== years[1] ? `, med början från ${years[0]} till ${years[1]}` : ''
    const sentences = [
      `${name} har ${write.count(count, { one: 'ett medborgarlöfte', other: 'medborgarlöften' })} som vi känner till${span}.`,
    ]
    const { counts } = latest
    const which = count === 1 ? 'Det' : 'Det senaste'
    if (counts) {
      const targets =
        counts.activities === 0
          ? ''
          : counts.targets === 0
            ? ', ingen med ett mätbart mål'
            : `, varav ${counts.targets === 1 ? 'en' : write.words(counts.targets)} med ett mätbart mål`
      sentences.push(
        `${which} gäller ${latest.period} och innehåller ${write.count(counts.promises, { one: 'ett löfte', other: 'löften' })} och ${write.count(counts.activities, { one: 'en aktivitet', other: 'aktiviteter' })}${targets}.`,
      )
    }
    const that = counts ? 'Det' : which
    if (latest.lifecycle === 'ACTIVE')
      sentences.push(counts ? 'Det gäller i dag.' : `${which} gäller i dag (${latest.period}).`)
    if (latest.lifecycle === 'ENDED')
      sentences.push(`${that} gick ut ${latest.endYear}. Något nyare känner vi inte till.`)
    if (latest.lifecycle === 'UPCOMING') sentences.push(`${that} börjar gälla senare.`)
    if (latest.lifecycle === 'UNKNOWN')
      sentences.push(`Om ${count === 1 ? 'det' : 'det senaste'} gäller i dag framgår inte av källan.`)
    return sentences.join(' ')
  },
}

/** What the page of a municipality says. */
export const municipalityTexts: In<typeof sv> = {
  sv,
  en: {
    all: 'Municipalities',
    policeArea: 'Local police area',
    notKnown: 'Not known',
    population: (year) => `Population ${year}`,
    website: 'Website of the municipality',
    sameArea: (names) => `Same local police area: ${names}.`,
    timeline: 'The agreements in time',
    knownHeading: 'Known agreements',
    othersHeading: 'Other known agreements',
    older: (count) =>
      `${formats.en.count(count, { one: 'One older', other: 'older ones' })}, in short: each agreement has a page of its own`.replace(
        /^./,
        (first) => first.toUpperCase(),
      ),
    more: (shown, all) => `${shown} of ${all} are shown here.`,
    helpHeading: 'Help us',
    help: (name) =>
      `Do you know of a citizen promise for ${name}? Send a link, and we will read it. Or request it: the letter is ready to send.`,
    says({ name, state, count, years, latest, others = 0 }) {
      const write = formats.en
      if (state === 'NOT_RESEARCHED')
        return `We have not yet looked into whether ${name} has citizen promises. That the page is empty says nothing about the municipality.`
      if ((count === 0 || latest === null) && others > 0)
        return `We know of ${write.count(others, { one: 'one agreement or plan', other: 'agreements and plans' })} between ${name} and the police, but of no citizen promise. There may be some that we have not found.`
      if (count === 0 || latest === null)
        return `We have searched for citizen promises in ${name} and found none. There may be some that are not published on the web.`
      const span = years && years[0] !== years[1] ? `, beginning from ${years[0]} to ${years[1]}` : ''
      const sentences = [
        `${name} has ${write.count(count, { one: 'one agreement', other: 'agreements' })} (medborgarlöften) that we know of${span}.`,
      ]
      const { counts } = latest
      const which = count === 1 ? 'It' : 'The last one'
      if (counts) {
        const targets =
          counts.activities === 0
            ? ''
            : counts.targets === 0
              ? ', none with a measurable target'
              : `, of which ${write.words(counts.targets)} with a measurable target`
        sentences.push(
          `${which} is for ${latest.period} and has ${write.count(counts.promises, { one: 'one promise', other: 'promises' })} and ${write.count(counts.activities, { one: 'one activity', other: 'activities' })}${targets}.`,
        )
      }
      const that = counts ? 'It' : which
      if (latest.lifecycle === 'ACTIVE')
        sentences.push(counts ? 'It is in force today.' : `${which} is in force today (${latest.period}).`)
      if (latest.lifecycle === 'ENDED')
        sentences.push(`${that} ended in ${latest.endYear}. We know of nothing newer.`)
      if (latest.lifecycle === 'UPCOMING') sentences.push(`${that} begins later.`)
      if (latest.lifecycle === 'UNKNOWN')
        sentences.push(
          `Whether ${count === 1 ? 'it' : 'the last one'} is in force today is not clear from the source.`,
        )
      return sentences.join(' ')
    },
  },
}
