import { formats } from '../formats.ts'
import type { In } from '../language.ts'

const sv = {
  title: 'Kalender',
  description: 'När löften, aktiviteter och uppföljningar ska vara gjorda, och när medborgarlöften går ut.',
  upcoming: 'Framöver',
  year: (year: string) => `År ${year}`,
  years: 'År',
  saysUpcoming: (count: number, day: string) =>
    count === 0
      ? `Efter ${formats.sv.day(day)} känner vi inte till något som ska vara klart. Det kan bero på att vi inte har hittat nyare löften.`
      : `Vi känner till ${formats.sv.count(count, { one: 'en sak', other: 'saker' })} som ska vara klara eller går ut från och med ${formats.sv.day(day)}.`,
  saysYear: (count: number, year: string) =>
    count === 0
      ? `För ${year} känner vi inte till något som skulle vara klart.`
      : `Vi känner till ${formats.sv.count(count, { one: 'en sak', other: 'saker' })} som skulle vara klara eller gick ut ${year}.`,
  note: 'Dagen är den som källan anger, eller räknad enligt den regel som står vid varje rad. Att en dag har gått säger ingenting om hur det gick: det gör bara en redovisning.',
  kinds: { commitment: 'Ska vara gjort', follow_up: 'Uppföljning', end: 'Går ut' },
  rules: {
    stated: 'Tiden står i källan.',
    each_year: 'Regel: källan anger tiden på året; här räknas den för varje år i perioden.',
    period_end: 'Regel: periodens sista dag gäller för det som inte har en egen dag.',
  },
  without: (promises: number, activities: number) =>
    `${formats.sv.list(
      [
        promises > 0 ? formats.sv.count(promises, { one: 'ett löfte', other: 'löften' }) : '',
        activities > 0 ? formats.sv.count(activities, { one: 'en aktivitet', other: 'aktiviteter' }) : '',
      ].filter(Boolean),
    )} utan egen dag`,
  seasons: { SPRING: 'Våren', SUMMER: 'Sommaren', AUTUMN: 'Hösten', WINTER: 'Vintern' },
  noMonth: (year: string) => `${year}, ingen månad angiven`,
  cut: (shown: number) =>
    `Av varje slag visas högst ${formats.sv.number(shown)} med egen dag. Välj ett år för att se fler.`,
}

/** What the calendar says. */
export const calendarTexts: In<typeof sv> = {
  sv,
  en: {
    title: 'Calendar',
    description: 'When promises, activities and follow-ups are due, and when agreements end.',
    upcoming: 'From today',
    year: (year) => `The year ${year}`,
    years: 'Years',
    saysUpcoming: (count, day) =>
      count === 0
        ? `We know of nothing that is due after ${formats.en.day(day)}. We may not have found newer agreements.`
        : `We know of ${formats.en.count(count, { one: 'one thing', other: 'things' })} that ${count === 1 ? 'is' : 'are'} due or end from ${formats.en.day(day)}.`,
    saysYear: (count, year) =>
      count === 0
        ? `We know of nothing that was due in ${year}.`
        : `We know of ${formats.en.count(count, { one: 'one thing', other: 'things' })} due or ending in ${year}.`,
    note: 'The day is the one that the source states, or calculated by the rule that stands in each row. That a day has passed says nothing of how it went: only a report does.',
    kinds: { commitment: 'Due', follow_up: 'Follow-up', end: 'Ends' },
    rules: {
      stated: 'The time stands in the source.',
      each_year: 'Rule: the source names the time of the year; it is counted for each year of the period.',
      period_end: 'Rule: what has no day of its own is due on the last day of the period.',
    },
    without: (promises, activities) =>
      `${formats.en.list(
        [
          promises > 0 ? formats.en.count(promises, { one: 'one promise', other: 'promises' }) : '',
          activities > 0 ? formats.en.count(activities, { one: 'one activity', other: 'activities' }) : '',
        ].filter(Boolean),
      )} without a day of ${promises + activities === 1 ? 'its' : 'their'} own`,
    seasons: { SPRING: 'Spring', SUMMER: 'Summer', AUTUMN: 'Autumn', WINTER: 'Winter' },
    noMonth: (year) => `${year}, no month stated`,
    cut: (shown) =>
      `Of each kind at most ${formats.en.number(shown)} with a day of their own are shown. Choose a year to see more.`,
  },
}
