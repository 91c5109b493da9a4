import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { lookupsOf } from '../../src/commands/reading.ts'
import { slugOf } from '../../src/datasets/slug.ts'
import { draftAgreement } from '../../src/ingest/draft-agreement.ts'
import { writeDraft } from '../../src/ingest/write-draft.ts'
import { checkAgreement } from '../../src/records/agreement-checks.ts'
import { agreementSchema } from '../../src/records/agreement-schema.ts'
import { isIdOf } from '../../src/records/identifiers.ts'
import { parseYaml } from '../../src/records/yaml-file.ts'

const lookups = lookupsOf('data')
const draftOf = (text: string, url: string | null = null) =>
  draftAgreement({ text, title: null, url }, lookups)

describe('a draft as YAML', () => {
  const bytes = readFileSync('data/agreements/0685-2020/source.txt')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const document = { url: null, publisherKind: null, retrievedOn: null, mediaType: 'text/plain', sha256 }
  const yaml = writeDraft(draftOf(bytes.toString()), document)

  test('is refused by the load until it is reviewed', () => {
    const read = parseYaml('agreement.yaml', yaml, agreementSchema)
    expect(read).toEqual({
      problems: [
        {
          file: 'agreement.yaml',
          line: 6,
          message:
            'reviewed: null is not valid; this is a draft; review it, then write who reviewed it and when: { by: …, on: 2020-01-31 }',
        },
      ],
    })
  })

  test('is a record without faults once somebody has reviewed it', () => {
    const reviewed = yaml.replace('reviewed: null', 'reviewed: { by: Prov, on: 2026-11-21 }')
    const read = parseYaml('agreement.yaml', reviewed, agreementSchema)
    if ('problems' in read) throw new Error(JSON.stringify(read.problems))
    expect(checkAgreement(read.read.value, { bytes, text: bytes.toString() }, '0685-2020')).toEqual([])
  })

  test('says by which rule each value was read, and how sure that is', () => {
    expect(parse(yaml).reading).toContainEqual({
      value: 'activities#2.target',
      rule: 'target-after-operator',
      confidence: 0.95,
    })
  })
})

test('a follow-up in named months is due then, and each sentence of a picture is of its kind', () => {
  const { findings, followUps } = draftOf(`Medborgarlöfte Habo kommun 2019

Polisen lovar att:
- vara synlig i centrum

Lägesbild

Kommunen och polisen har tillsammans klargjort en gemensam lägesbild. Centrum upplevs som otryggt. Det är viktigt att bryta utvecklingen.

Uppföljning

Löftet följs upp och redovisas två gånger om året (maj och september).
`).record
  expect(findings.map(({ kind }) => kind)).toEqual(['method', 'finding', 'general_statement'])
  expect(followUps.map(({ dueTimes, dueText }) => [dueTimes, dueText?.words])).toEqual([
    [['may', 'september'], 'maj och september'],
  ])
})

test('an activity that shares no topic with a promise serves those that its lead-in leads back to', () => {
  const read = (leadIn: string) =>
    draftOf(`Medborgarlöfte Habo kommun 2019

Polisen och kommunen lovar att:
- öka trafiksäkerheten
- minska narkotikabruket

${leadIn}
- Polisen ska genomföra minst tio trafikkontroller.
- Kommunen ska ordna minst två samverkansmöten.
`).record.activities.map(({ promises }) => promises.map(({ id, basis }) => `${id.slice(-2)} ${basis}`))
  expect(read('Det ska vi åstadkomma genom följande aktiviteter:')).toEqual([
    ['p1 by_topic'],
    ['p1 whole_list', 'p2 whole_list'],
  ])
  expect(read('Aktiviteter:')).toEqual([['p1 by_topic'], []])
})

test('who promises may stand in the sentence before the one that leads into the list', () => {
  const { promises } = draftOf(`Medborgarlöfte Habo kommun 2019

Här står vilka områden kommunen och polisen kommer att fokusera på. Under 2019 kommer fokusområdena vara:

1. Minskad skadegörelse
2. Ökad trafiksäkerhet
`).record
  expect(promises.map(({ actors }) => actors.map(({ id, basis }) => `${id} ${basis}`))).toEqual(
    Array(2).fill(['municipality lead_in', 'police lead_in']),
  )
})

test('findings are what was found, not how it was found, and areas that a paragraph names', () => {
  const text = [
    'Medborgarlöfte Tibro kommun 2021',
    '',
    'Lägesbild',
    '',
    'Många är rädda på torget. Därför har vi analyserat dialogen med medborgarna. Löftet är en del av arbetet.',
    '',
    'Fokusområden',
    '',
    'Vi har enats om områden. Det handlar om fart. Skolvägar. Samt klotter.',
  ].join('\n')
  const { findings } = draftOf(text).record
  expect(findings.map(({ kind, text: { words } }) => [kind, words])).toEqual([
    ['finding', 'Många är rädda på torget.'],
    ['focus_area', 'fart'],
    ['focus_area', 'Skolvägar'],
    ['focus_area', 'klotter'],
  ])
})

test('an agreement above the promise is quoted with the sentence that goes on about it', () => {
  const said =
    'Löftet bygger på samverkansöverenskommelsen mellan parterna. Denna överenskommelse gäller tills vidare.'
  const { relations } = draftOf(`Medborgarlöfte Tibro kommun 2021\n\n${said}\n`).record
  expect(relations.map(({ relation, text: { words } }) => [relation, words])).toEqual([
    ['stands_under', said],
  ])
})

test('a promise with activities keeps those who promise it, and how much, and can be loaded', () => {
  const text = [
    'Medborgarlöfte Habo kommun 2019',
    '',
    'Polisen och kommunen lovar att gå minst tolv trygghetsvandringar per år.',
    '',
    'Aktiviteter:',
    '- Polisen ska fotpatrullera vid stationen',
    '- Kommunen ska laga belysningen',
  ].join('\n')
  const bytes = Buffer.from(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const yaml = writeDraft(draftOf(text), {
    url: null,
    publisherKind: null,
    retrievedOn: null,
    mediaType: 'text/plain',
    sha256,
  }).replace('reviewed: null', 'reviewed: { by: Prov, on: 2026-11-21 }')
  const read = parseYaml('agreement.yaml', yaml, agreementSchema)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  const { promises, activities } = read.read.value
  expect(activities).toHaveLength(2)
  expect(promises[0]?.actors.map(({ id }) => id)).toEqual(['police', 'municipality'])
  expect(promises[0]?.target).toMatchObject({ value: 12, per: 'year' })
  expect(checkAgreement(read.read.value, { bytes, text }, '0643-2019')).toEqual([])
})

test('a value that is not stated stands in the YAML as null, to be filled in', () => {
  const draft = draftOf('Medborgarlöfte\n\nPolisen lovar att:\n- vara synlig\n')
  const yaml = parse(
    writeDraft(draft, {
      url: null,
      publisherKind: null,
      retrievedOn: null,
      mediaType: 'text/plain',
      sha256: '',
    }),
  )
  expect(yaml).toMatchObject({
    id: null,
    reviewed: null,
    municipalities: [],
    signing: { on: null, unknownReason: 'not_stated' },
  })
  expect(draft.record.issues.map(({ kind }) => kind)).toEqual(['not_stated', 'not_stated'])
})

describe('every line', () => {
  const text = [
    'Vi använder kakor för att webbplatsen ska fungera.',
    'Medborgarlöfte Habo kommun 2019',
    '',
    'Polisen lovar att:',
    '- vara synlig i Habo',
    '',
    '– Det här blir bra, säger Ada Exempelsson.',
    '',
    'Räddningstjänsten ska också vara med.',
    '',
    'Vad är ett medborgarlöfte',
    'Ett löfte ska vara lätt att följa upp.',
  ].join('\n')
  const { lines, record } = draftOf(text)
  const states = lines.map(({ number, state, by }) => [number, state, ...by])

  test('is read, ignored by name, or an issue', () => {
    expect(states).toEqual([
      [1, 'ignored', 'cookie-banner'],
      [2, 'read', 'title', 'promises#1', 'municipalities#1', 'period'],
      [4, 'read', 'promises#1'],
      [5, 'read', 'promises#1'],
      [7, 'ignored', 'quoted-person'],
      [9, 'issue', '0643-2019-i1'],
      [11, 'ignored', 'about-agreements'],
      [12, 'ignored', 'about-agreements'],
    ])
  })

  test('that may promise something and was not read has an issue with its words', () => {
    expect(record.issues).toContainEqual(
      expect.objectContaining({
        kind: 'unreadable',
        text: expect.objectContaining({ words: 'Räddningstjänsten ska också vara med.' }),
      }),
    )
  })
})

describe('a table of who does what', () => {
  const readTable = (...rows: string[]) => {
    const draft = draftOf(
      `Medborgarlöfte Habo kommun 2019\n\nPolisen och kommunen lovar att arbeta mot klotter.\n\n${rows.join('\n')}\n`,
    )
    const { promises, activities, issues } = draft.record
    const said = (items: typeof promises) =>
      items.map(({ text, actors }) => [text.words, ...actors.map(({ id }) => id)].join(': '))
    return {
      promises: said(promises).slice(1),
      activities: said(activities),
      issues: issues.filter(({ kind }) => kind === 'unreadable').map(({ text }) => text?.words),
    }
  }

  test('gives the words of one cell, never across cells, and the actors of another', () => {
    expect(
      readTable(
        'Löfte        Aktivitet        Ansvarig',
        'Mindre fart  Kontroller       Polisen',
        '             Farthinder       Kommunen',
        '             Farthinder       Skolan',
        'Mer ljus     Lampor i parken  Kommunen',
        'Mer ljus     Vandringar',
      ),
    ).toEqual({
      promises: ['Mindre fart', 'Mer ljus'],
      activities: [
        'Kontroller: police',
        'Farthinder: municipality: school',
        'Lampor i parken: municipality',
        'Vandringar',
      ],
      issues: [],
    })
  })

  test('without activities gives promises', () => {
    expect(readTable('Ansvarig  Löfte', 'Polisen   Mindre fart', 'Kommunen  Mer ljus')).toEqual({
      promises: ['Mindre fart: police', 'Mer ljus: municipality'],
      activities: [],
      issues: [],
    })
  })

  test('gives no actor where its cell names none that we know, and says so', () => {
    expect(readTable('Aktivitet   Ansvarig', 'Kontroller  Exempelbolaget AB')).toEqual({
      promises: [],
      activities: ['Kontroller'],
      issues: ['Exempelbolaget AB'],
    })
  })

  test('says which of its columns no rule reads, and reads topics as none of them', () => {
    expect(readTable('Område  Aktivitet   Antal  Ansvarig', 'Trafik  Kontroller  15     Polisen')).toEqual({
      promises: [],
      activities: ['Kontroller: police'],
      issues: ['Antal'],
    })
  })

  test.each([
    ['more cells than columns', ['Kontroller  Polisen  Varje dag']],
    ['a cell between two columns', ['     Kontroller']],
    ['one filled cell', ['Kontroller']],
    ['cells over several lines', ['Kontroller  Polisen', 'av farten   och kommunen']],
  ])('with %s has rows that are not read, each of them an issue', (_, rows) => {
    expect(readTable('Aktivitet   Ansvarig', ...rows, 'Vandringar  Skolan')).toEqual({
      promises: [],
      activities: ['Vandringar: school'],
      issues: rows.map((row) => row.trim()),
    })
  })

  test('has a last row of one filled cell that is not read, and is an issue', () => {
    const rows = ['Aktivitet   Ansvarig', 'Vandringar  Skolan', 'Kontroller']
    expect(readTable(...rows)).toMatchObject({ activities: ['Vandringar: school'], issues: ['Kontroller'] })
    expect(readTable(...rows.slice(0, 2), 'Uppföljning').issues).toEqual([])
  })

  test('ends at a blank line', () => {
    expect(
      readTable('Aktivitet   Ansvarig', 'Kontroller  Polisen', '', 'Ada Exempelsson   Bo Prov').activities,
    ).toEqual(['Kontroller: police'])
  })
})

describe('the date of signing', () => {
  const signed = (words: string, url: string | null = null) =>
    draftOf(`Medborgarlöfte Habo kommun 2019\n\nPolisen lovar att:\n- vara synlig\n\n${words}\n`, url).record
      .signing

  test.each([
    ['Habo 2018-12-06\n\nAda Exempelsson\nKommunchef', '2018-12-06'],
    ['Habo den 6 december 2018\n\nAda Exempelsson\nKommunchef', '2018-12-06'],
    ['Löftet undertecknades den 6 december 2018 av Ada Exempelsson, kommunchef.', '2018-12-06'],
    ['Publicerad: 2018-12-06\n\nI dag skrev kommunchef Ada Exempelsson under löftet.', '2018-12-06'],
    ['Publicerad: 2018-12-06', null],
    ['Löftet antogs av kommunstyrelsen 2018-12-06.', null],
    ['Senast ändrad 2018-12-06', null],
    ['I december 2018 skrev kommunchef Ada Exempelsson under löftet.', null],
    ['Habo 2018-xx-xx\n\nAda Exempelsson\nKommunchef', null],
  ])('of "%s" is %s', (words, on) => {
    expect(signed(words).on).toBe(on)
  })

  test('stands beside the place, whose name ends before "den"', () => {
    const names = '\n\nAda Exempelsson\nKommunchef'
    expect(signed(`Habo den 6 december 2018${names}`).place?.words).toBe('Habo')
    expect(signed(`Västra Habo, den 6 december 2018${names}`).place?.words).toBe('Västra Habo')
  })

  test.each([
    'Habo 2018/12/06',
    'Habo 2018.12.06',
    'Habo 2018-12-6',
    'Habo 2018–12–06',
    'Habo 2018 - 12 - 06',
    'Habo 20181206',
    'Habo 6-12-2018',
    'Habo 6/12 2018',
    'Habo 6 dec.2018',
    'Habo 6 December, 2018',
    'Habo den 6:e december 2018',
    'Habo den sjätte december 2018',
    'Habo den 6 december  2018',
    'Habo  den 6 december år 2018.',
    'Habo, torsdagen den 6 december 2018',
    'Ort och datum: Habo, 6 december 2018',
    'Habo den 6 december 2018¹',
  ])('in "%s" is 6 December 2018', (line) => {
    const draft = draftOf(`Medborgarlöfte Habo kommun 2019\n\nPolisen lovar att:\n- vara synlig\n\n${line}\n`)
    expect(draft.record.signing).toMatchObject({ on: '2018-12-06', unknownReason: null })
    expect(draft.readings).toContainEqual({
      value: 'signing',
      rule: 'signing-place-and-date',
      confidence: 0.95,
    })
  })

  test.each([
    ['Habo 181206', '2018-12-06', 0.8],
    ['Habo 18-12-06', '2018-12-06', 0.8],
    ['Habo 6/12-18', '2018-12-06', 0.8],
    ['Habo 6/12 -18', '2018-12-06', 0.8],
    ['Habo 6.12.18', '2018-12-06', 0.8],
    ['Habo 06.12.18', '2018-12-06', 0.8],
    ['Habo 6 dec -18', '2018-12-06', 0.8],
    ["Habo den 6 december '18", '2018-12-06', 0.8],
    ['Habo 18-12-16', '2018-12-16', 0.3],
  ])(
    'with a short year, "%s", is less sure, and least where it can be read in two ways',
    (line, on, sure) => {
      const draft = draftOf(
        `Medborgarlöfte Habo kommun 2019\n\nPolisen lovar att:\n- vara synlig\n\n${line}\n`,
      )
      expect(draft.record.signing.on).toBe(on)
      expect(draft.readings).toContainEqual({
        value: 'signing',
        rule: 'signing-short-year',
        confidence: sure,
      })
      expect(draft.record.issues.some(({ kind }) => kind === 'ambiguous')).toBe(sure < 0.8)
    },
  )

  test.each([
    ['Habo den 6 december', 'unreadable', '6 december'],
    ['Habo den 6/12', 'unreadable', '6/12'],
    ['Habo December 6th 2018', 'unreadable', 'December 6th 2018'],
    ['Habo den 31 februari 2018', 'unreadable', '31 februari 2018'],
    ['Habo 6/XII 2018', 'unreadable', '6/XII 2018'],
    ['Habo dec 2018', 'not_stated', 'dec 2018'],
    ['Habo i december 2018', 'not_stated', 'december 2018'],
    ['Habo 6 december 2018 och 7 december 2018', 'unreadable', '6 december 2018 och 7 december 2018'],
    ['Exempelby, den 6 december 2018', 'unreadable', '6 december 2018'],
  ])('that no rule reads, in "%s", is an issue', (line, unknownReason, words) => {
    const { signing, issues } = draftOf(
      `Medborgarlöfte Habo kommun 2019\n\nPolisen lovar att:\n- vara synlig\n\n${line}\n`,
    ).record
    expect(signing).toMatchObject({ on: null, unknownReason, quote: { words } })
    expect(issues).toContainEqual(expect.objectContaining({ kind: unknownReason, text: signing.quote }))
  })

  test.each([
    'Habo 2018–2019',
    'Habo kommun 2019',
    'Telefon 036-442 80 00',
    '566 80 Habo',
    'Sida 1 (2)',
    'Bilaga 1.2',
  ])('is not looked for in "%s"', (line) => {
    expect(signed(`${line}\n\nAda Exempelsson\nKommunchef`)).toMatchObject({ on: null, quote: null })
  })

  test('is that of a sentence where a line cannot be read', () => {
    expect(
      signed('Habo den 6 december\n\nLöftet undertecknades den 7 december 2018 av Ada Exempelsson.').on,
    ).toBe('2018-12-07')
  })

  test('that was not filled in is unreadable', () => {
    expect(signed('Habo 2xxxxx\n\nAda Exempelsson\nKommunchef')).toMatchObject({
      unknownReason: 'unreadable',
      quote: { words: '2xxxxx' },
    })
  })

  test('"today" is the day in the address, where the page has none', () => {
    const words = 'I dag skrev kommunchef Ada Exempelsson under löftet.'
    expect(signed(words, 'https://www.example.org/2018-12-06-medborgarlofte.html').on).toBe('2018-12-06')
    expect(signed(words).on).toBeNull()
  })
})

describe('signatures', () => {
  const names = (words: string) =>
    draftOf(
      `Medborgarlöfte Habo kommun 2019\n\nPolisen lovar att:\n- vara synlig\n\n${words}\n`,
    ).record.signatures.map(({ name, role, acting, capacity, organisation }) =>
      [name.words, role, acting, capacity, organisation.kind].join(' '),
    )
  const CHIEF = 'Ada Exempelsson municipal_chief_executive false signed municipality'
  const POLICE = 'Bo Prov local_police_area_chief false signed police'

  test.each([
    ['lines', 'Ada Exempelsson\nKommunchef\nHabo kommun\n\nBo Prov\nLokalpolisområdeschef'],
    ['aligned columns', 'Ada Exempelsson          Bo Prov\nKommunchef               Lokalpolisområdeschef'],
    [
      'dotted lines',
      '................         ................\nAda Exempelsson          Bo Prov\nKommunchef               Lokalpolisområdeschef',
    ],
    ['a line each', 'Ada Exempelsson, kommunchef\nBo Prov, lokalpolisområdeschef'],
    ['one line', 'Ada Exempelsson, kommunchef          Bo Prov, lokalpolisområdeschef'],
    [
      'a sentence',
      'Löftet är undertecknat av Ada Exempelsson, kommunchef, och Bo Prov, lokalpolisområdeschef.',
    ],
    [
      'a sentence with the roles first',
      'Löftet skrevs under av kommunchef Ada Exempelsson och lokalpolisområdeschef Bo Prov.',
    ],
  ])('are read from %s', (_, words) => {
    expect(names(words)).toEqual([CHIEF, POLICE])
  })

  test('of somebody who acts say so', () => {
    expect(names('Bo Prov\nTf. lokalpolisområdeschef')).toEqual([
      'Bo Prov local_police_area_chief true signed police',
    ])
  })

  test('of people in a picture who present are not said to be signed', () => {
    expect(names('Ada Exempelsson, kommunchef, presenterar medborgarlöftet.')).toEqual([
      CHIEF.replace('signed', 'presented'),
    ])
  })

  test.each([
    '– Det känns bra, säger Ada Exempelsson, kommunchef.',
    'Kontakt\nAda Exempelsson, kommunchef, 036-442 80 00',
    'Bakom dem står Ada Exempelsson, kommunchef.',
  ])('are not those of "%s"', (words) => {
    expect(names(words)).toEqual([])
  })
})

test('a name has the id that records give it', () => {
  const names = ['Henrik Tvarnö', 'Åsa von Ek-Lind', "Bo O'Hara"]
  expect(names.map(slugOf)).toEqual(['henrik-tvarno', 'asa-von-ek-lind', 'bo-o-hara'])
  for (const name of names) expect(isIdOf(slugOf(name), name)).toBe(true)
})

test('the same document gives the same draft', () => {
  const text = readFileSync('data/agreements/1083-2022/source.txt', 'utf8')
  expect(stringify(draftOf(text))).toBe(stringify(draftOf(text)))
})
