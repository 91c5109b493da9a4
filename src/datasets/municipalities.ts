import type { Dataset } from './dataset.ts'
import { researchState } from './vocabularies/places.ts'

export const municipalities = {
  name: 'municipalities',
  type: 'Municipality',
  title: { sv: 'Kommuner', en: 'Municipalities' },
  description: {
    sv: 'Sveriges 290 kommuner och vad vi vet om deras medborgarlöften.',
    en: 'The 290 municipalities of Sweden, and what we know about their citizen promises.',
  },
  leastRows: 290,
  key: ['code'],
  label: { sv: 'name', en: 'name' },
  point: { latitude: 'latitude', longitude: 'longitude' },
  columns: {
    code: {
      type: 'text',
      title: { sv: 'Kommunkod', en: 'Municipality code' },
      description: {
        sv: 'SCB:s fyrställiga kommunkod. Inledande nolla hör till koden.',
        en: 'The four-digit municipality code of Statistics Sweden. A leading zero is part of it.',
      },
    },
    name: {
      type: 'text',
      title: { sv: 'Namn', en: 'Name' },
      description: { sv: 'Kortnamn, t.ex. Sunne.', en: 'Short name, such as Sunne.' },
    },
    officialName: {
      type: 'text',
      title: { sv: 'Eget namn', en: 'Official name' },
      description: {
        sv: 'Det namn kommunen använder, t.ex. Sunne kommun eller Stockholms stad.',
        en: 'The name that the municipality uses, such as Sunne kommun or Stockholms stad.',
      },
    },
    formalName: {
      type: 'text',
      title: { sv: 'Namn med kommun', en: 'Formal name' },
      description: {
        sv: 'Namnet med ordet kommun, t.ex. Falu kommun. Enligt lag är alla kommuner.',
        en: 'The name with the word kommun, such as Falu kommun. By law, every municipality is a kommun.',
      },
    },
    countyCode: {
      type: 'text',
      title: { sv: 'Län', en: 'County' },
      description: { sv: 'Länet som kommunen ligger i.', en: 'The county that the municipality lies in.' },
      references: 'counties',
    },
    latitude: {
      type: 'number',
      title: { sv: 'Centralortens latitud', en: 'Latitude of the seat' },
      description: {
        sv: 'Centralortens läge i grader (WGS 84). Ofta bara angivet med en bågminuts noggrannhet.',
        en: 'Position of the seat in degrees (WGS 84). Often precise only to the arc minute.',
      },
    },
    longitude: {
      type: 'number',
      title: { sv: 'Centralortens longitud', en: 'Longitude of the seat' },
      description: {
        sv: 'Centralortens läge i grader (WGS 84). Ofta bara angivet med en bågminuts noggrannhet.',
        en: 'Position of the seat in degrees (WGS 84). Often precise only to the arc minute.',
      },
    },
    centroidLatitude: {
      type: 'number',
      title: { sv: 'Ytans latitud', en: 'Latitude of the centroid' },
      description: {
        sv: 'Mittpunkten av kommunens yta i grader (WGS 84).',
        en: 'Centroid of the area of the municipality in degrees (WGS 84).',
      },
    },
    centroidLongitude: {
      type: 'number',
      title: { sv: 'Ytans longitud', en: 'Longitude of the centroid' },
      description: {
        sv: 'Mittpunkten av kommunens yta i grader (WGS 84).',
        en: 'Centroid of the area of the municipality in degrees (WGS 84).',
      },
    },
    population: {
      type: 'integer',
      title: { sv: 'Folkmängd', en: 'Population' },
      description: {
        sv: 'Antal invånare enligt Eurostat.',
        en: 'Number of inhabitants according to Eurostat.',
      },
    },
    populationYear: {
      type: 'integer',
      title: { sv: 'Folkmängdens år', en: 'Year of the population' },
      description: {
        sv: 'Året som folkmängden gäller, den 1 januari.',
        en: 'The year of the population figure, on 1 January.',
      },
    },
    organisationNumber: {
      type: 'text',
      title: { sv: 'Organisationsnummer', en: 'Organisation number' },
      description: {
        sv: 'Kommunens organisationsnummer, t.ex. 212000-0019.',
        en: 'The organisation number of the municipality, such as 212000-0019.',
      },
    },
    wikidata: {
      type: 'text',
      title: { sv: 'Wikidata', en: 'Wikidata' },
      description: { sv: 'Kommunens objekt i Wikidata.', en: 'The item of the municipality in Wikidata.' },
    },
    website: {
      type: 'text',
      title: { sv: 'Webbplats', en: 'Website' },
      description: { sv: 'Kommunens startsida.', en: 'The start page of the municipality.' },
    },
    researchState: {
      type: 'enum',
      values: researchState,
      title: { sv: 'Kunskapsläge', en: 'Research state' },
      description: {
        sv: 'Vad vi vet om de medborgarlöften som kommunen är part i.',
        en: 'What we know about the citizen promises that the municipality is a party to.',
      },
    },
  },
} as const satisfies Dataset
