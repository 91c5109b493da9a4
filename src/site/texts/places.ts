import { capital } from '../capitals.ts'
import { formats } from '../formats.ts'
import type { In } from '../language.ts'

/** The data for a sentence on several municipalities. */
export interface KnownMunicipalities {
  readonly all: number
  readonly known: number
  readonly active: number
  readonly notResearched: number
  readonly noneFound: number
}

const sv = {
  counties: 'Län',
  countiesLead: 'Talen är kommuner med minst ett känt löfte, av länets alla.',
  countiesDescription: 'Sveriges län, med hur många av kommunerna vi känner till medborgarlöften i.',
  municipalities: 'Kommuner',
  police: 'Polisen',
  policeLead:
    'Polisregioner, polisområden och lokalpolisområden. Ett medborgarlöfte sluts av en kommun och dess lokalpolisområde.',
  region: 'Polisregion',
  district: 'Polisområde',
  area: 'Lokalpolisområde',
  districts: 'Polisområden',
  areas: 'Lokalpolisområden',
  counties_: 'Län i regionen',
  knownShare: (known: number, all: number) => `${known} av ${all}`,
  mainCity: 'Huvudort',
  source: 'Uppgiften kommer från',
  agreements: 'Löften',
  noAgreements:
    'Inget löfte som vi känner till namnger lokalpolisområdet. Ungefär hälften av källorna namnger inget; se kommunernas sidor.',
  coverage: 'Kommuner i lokalpolisområdet',
  coverages: { WHOLE: 'hela kommunen', PART: 'en del av kommunen' },
  from: 'Från',
  to: 'Till',
  confirmed: 'Belagt',
  unconfirmed: 'Obekräftat',
  today: 'gäller',
  how: 'Omfattning',
  aliases: 'Kallas även',
  replaced: 'Har gått upp i',
  more: (shown: number, all: number) => `Här visas ${shown} av ${all}.`,
  says(name: string, { all, known, active, notResearched, noneFound }: KnownMunicipalities): string {
    const write = formats.sv
    const first =
      known === 0
        ? `I ${name} finns ${write.count(all, { one: 'en kommun', other: 'kommuner' })}, och vi känner inte till något medborgarlöfte i ${all === 1 ? 'den' : 'dem'}.`
        : `I ${name} känner vi till medborgarlöften i ${write.words(known)} av ${write.count(all, { one: 'en kommun', other: 'kommuner' })}.`
    const now =
      known === 0
        ? ''
        : active === 0
          ? ' Inget av dem gäller i dag, så vitt vi vet.'
          : ` I ${active === 1 ? 'en' : write.words(active)} gäller ett känt löfte i dag.`
    const not = [
      notResearched > 0 &&
        `${write.count(notResearched, { one: 'en kommun', other: 'kommuner' })} har vi ännu inte undersökt`,
      noneFound > 0 &&
        `i ${write.count(noneFound, { one: 'en kommun', other: 'kommuner' })} har vi letat utan att hitta något`,
    ].filter((each) => each !== false)
    const rest = not.length === 0 ? '' : ` ${capital(write.list(not))}.`
    return `${first}${now}${rest}`
  },
}

/** What the pages of counties and of the police say. */
export const placeTexts: In<typeof sv> = {
  sv,
  en: {
    counties: 'Counties',
    countiesLead: 'The numbers are municipalities with at least one known agreement, of all in the county.',
    countiesDescription:
      'The counties of Sweden, with in how many of their municipalities we know of citizen promises.',
    municipalities: 'Municipalities',
    police: 'The police',
    policeLead:
      'Police regions, districts and local areas. A citizen promise is made by a municipality and its local police area.',
    region: 'Police region',
    district: 'Police district',
    area: 'Local police area',
    districts: 'Police districts',
    areas: 'Local police areas',
    counties_: 'Counties in the region',
    knownShare: (known, all) => `${known} of ${all}`,
    mainCity: 'Seat',
    source: 'Source of this',
    agreements: 'Agreements',
    noAgreements:
      'No agreement that we know of names the local police area. About half of the sources name none; see the pages of the municipalities.',
    coverage: 'Municipalities in the local police area',
    coverages: { WHOLE: 'the whole municipality', PART: 'a part of the municipality' },
    from: 'From',
    to: 'Until',
    confirmed: 'Confirmed',
    unconfirmed: 'Not confirmed',
    today: 'in force',
    how: 'Extent',
    aliases: 'Also called',
    replaced: 'Has become part of',
    more: (shown, all) => `${shown} of ${all} are shown here.`,
    says(name, { all, known, active, notResearched, noneFound }) {
      const write = formats.en
      const municipalities = (count: number) =>
        write.count(count, { one: 'one municipality', other: 'municipalities' })
      const first =
        known === 0
          ? `${name} has ${municipalities(all)}, and we know of no citizen promise in ${all === 1 ? 'it' : 'them'}.`
          : `In ${name} we know of citizen promises in ${write.words(known)} of ${municipalities(all)}.`
      const now =
        known === 0
          ? ''
          : active === 0
            ? ' None of them is in force today, as far as we know.'
            : ` In ${write.words(active)} a known agreement is in force today.`
      const not = [
        notResearched > 0 && `${municipalities(notResearched)} we have not yet looked into`,
        noneFound > 0 && `in ${municipalities(noneFound)} we have searched and found none`,
      ].filter((each) => each !== false)
      return `${first}${now}${not.length === 0 ? '' : ` ${capital(write.list(not))}.`}`
    },
  },
}
