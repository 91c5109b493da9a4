import { describe, expect, test } from 'vitest'
import { lookupsOf } from '../../src/commands/reading.ts'
import { draftAgreement } from '../../src/ingest/draft-agreement.ts'

// Small inputs, each of a kind of fault that drafts have had.

const lookups = { ...lookupsOf('data'), catalogue: () => [] }
const draftOf = (text: string) => draftAgreement({ text, title: null, url: null }, lookups)
const PROMISE = 'Polisen lovar att:\n- vara synlig i centrum\n'
const habo = (text: string) => draftOf(`Medborgarlöfte Habo kommun 2019\n\n${text}`)
const said = (text: string) => {
  const { promises, activities } = habo(text).record
  const words = (list: typeof promises) => list.map(({ text: { words: own } }) => own)
  return { promises: words(promises), activities: words(activities) }
}
const issuesOf = (text: string) => draftOf(text).record.issues.map(({ explanation }) => explanation.en)

describe('somebody who signs', () => {
  const signers = (text: string) =>
    habo(`${PROMISE}\n${text}`).record.signatures.map(({ name, role }) => [name.words, role])
  const both = [
    ['Anna Alm', 'municipal_board_chair'],
    ['Bo Berg', 'local_police_area_chief'],
  ]

  test.each([
    'Anna Alm (M)          Bo Berg\nKommunstyrelsens ordförande     Lokalpolisområdeschef',
    'Anna Alm (M), kommunstyrelsens ordförande\nBo Berg, lokalpolisområdeschef',
    'Anna Alm (KD)\nKommunstyrelsens ordförande\n\nBo Berg\nLokalpolisområdeschef',
  ])('has no letters of a party in the name, and keeps the role: %s', (text) => {
    expect(signers(text)).toEqual(both)
  })

  test('does not get the role of the next column where the name there cannot be read', () => {
    expect(
      signers('Namn saknas          Bo Berg\nKommunstyrelsens ordförande     Lokalpolisområdeschef'),
    ).toEqual([['Bo Berg', 'local_police_area_chief']])
  })

  test.each(['Eva Lund, kommunpolis', 'Anders Kalmar\nLokalpolisområdeschef'])(
    'has a surname that is no place: %s',
    (text) => {
      const { municipalities, policeArea, signatures } = draftOf(
        `Medborgarlöfte 2019\n\n${PROMISE}\n${text}\n`,
      ).record
      expect({ municipalities, policeArea }).toEqual({ municipalities: [], policeArea: null })
      expect(signatures.map(({ organisation }) => organisation.policeArea)).toEqual([null])
    },
  )
})

describe('somebody who need not have signed', () => {
  const signatures = (text: string) => {
    const { record, readings } = habo(`${PROMISE}\n${text}`)
    return record.signatures.map(({ name }, index) => [
      name.words,
      readings.find(({ value }) => value === `signatures#${index + 1}`)?.confidence,
    ])
  }

  test('is no signatory as a contact with an address or a telephone below the name', () => {
    expect(signatures('Anna Alm\nkommunpolis\nanna.alm@polisen.se\n')).toEqual([])
    expect(signatures('Anna Alm\nkommunpolis\nTelefon: 010-123 45 67\n')).toEqual([])
    expect(signatures('Anna Alm\nkommunpolis\n\nHabo den 3 maj 2019\n')).toEqual([['Anna Alm', 0.8]])
  })

  test('is doubted in a picture, and where nobody of the other side is named', () => {
    const picture =
      'På bilden från vänster: Anna Alm, kommundirektör Habo kommun, och Bo Berg, lokalpolisområdeschef.'
    expect(signatures(picture)).toEqual([
      ['Anna Alm', 0.6],
      ['Bo Berg', 0.6],
    ])
    expect(signatures('Bo Berg, lokalpolisområdeschef')).toEqual([['Bo Berg', 0.6]])
    expect(
      signatures('Anna Alm, kommunstyrelsens ordförande\nBo Berg, lokalpolisområdeschef').map(
        ([, sure]) => sure,
      ),
    ).toEqual([0.95, 0.95])
  })
})

test('municipalities that are named equally often are doubted, and one that is named in full is not', () => {
  const confidences = (text: string) =>
    draftOf(text).readings.flatMap(({ value, confidence }) =>
      value.startsWith('municipalities') ? [confidence] : [],
    )
  expect(
    confidences('Medborgardialoger\n\nDorotea (till den 25 oktober)\nÅsele (till den 1 november)\n'),
  ).toEqual([0.6, 0.6])
  expect(confidences(`Medborgarlöfte 2019\n\nHabo kommun och polisen är överens.\n\n${PROMISE}`)).toEqual([
    0.95,
  ])
})

test('a number that may be a target but is not read is asked about, and a year, a time or an age is not', () => {
  const asked = (item: string) =>
    habo(`Polisen lovar att:\n- ${item}\n`).record.issues.filter(({ asks }) => asks === 'target').length
  expect(asked('starta nya områden, minst två varav ett i ett flerbostadsområde')).toBe(1)
  expect(asked('genomföra minst två trafikkontroller per år')).toBe(0)
  expect(asked('minska skadegörelsen från 2018 till 2019')).toBe(0)
  expect(asked('stå på torget klockan 22')).toBe(0)
})

test('people who set their names to an agreement sign it', () => {
  const told =
    'Bo Berg, lokalpolisområdeschef, och kommunstyrelsens ordförande Anna Alm satte sina signaturer på löftet.'
  expect(
    habo(`${PROMISE}\n${told}\n`).record.signatures.map(({ name, capacity }) => [name.words, capacity]),
  ).toEqual([
    ['Bo Berg', 'signed'],
    ['Anna Alm', 'signed'],
  ])
})

test('actors in brackets do all of it, also beside one that is not known', () => {
  const { promises } = habo(
    'Polisen, Habo kommun och Exempelbolaget lovar följande:\n- vandra på Söder (polisen, EXAB)\n- tända lampor (Habo kommun, EXAB)\n',
  ).record
  expect(promises.map(({ actors }) => actors.map(({ id }) => id))).toEqual([['police'], ['municipality']])
})

describe('who promises, where it is said, beats any heading:', () => {
  const actors = (text: string) => habo(text).record.promises.map((each) => each.actors.map(({ id }) => id))

  test('both above lists of each', () => {
    expect(
      actors(
        'Tillsammans:\n\nPolisen lovar:\n- att stå på torget\n\nHabo kommun lovar:\n- att tända lamporna',
      ),
    ).toEqual([['police'], ['municipality']])
  })

  test('the municipality above what the police promise', () => {
    expect(actors('Habo kommun\n\nPolisen lovar att:\n- stå på torget')).toEqual([['police']])
  })

  test('but "vi" are those of the heading', () => {
    expect(actors('Polisen\n\nVi lovar att:\n- stå på torget')).toEqual([['police']])
  })

  test('or else those who have agreed, which is less sure', () => {
    const draft = habo(
      'Polisen och Habo kommun har tecknat ett löfte.\n\nLöften\n\n- Färre inbrott\n- Lugnare torg',
    )
    expect(draft.record.promises.map((each) => each.actors.map(({ id }) => id))).toEqual([
      ['police', 'municipality'],
      ['police', 'municipality'],
    ])
    expect(draft.readings).toContainEqual({
      value: 'promises#1.actors#1',
      rule: 'actor-of-agreement',
      confidence: 0.6,
    })
  })

  test('and partners are less sure than those who promise', () => {
    const { readings } = habo('Polisen lovar att:\n- tillsammans med skolan besöka klasser')
    expect(
      readings
        .filter(({ value }) => value.startsWith('promises#1.actors'))
        .map(({ confidence }) => confidence),
    ).toEqual([0.8, 0.6])
  })

  test('those whom one meets are not those who do it', () => {
    expect(actors('Polisen lovar att:\n- ordna ett möte med krögarna')).toEqual([['police']])
  })
})

describe('nothing that may commit somebody is lost without a word:', () => {
  test('a sentence beside others in one line', () => {
    const text =
      'Polisen och Habo kommun lovar att minska farten. Räddningstjänsten ska öppna en station i Habo kommun. Vi ses.'
    expect(habo(`${text}\n\n${PROMISE}`).record.issues.map(({ text: quote }) => quote?.words)).toContain(
      'Räddningstjänsten ska öppna en station i Habo kommun.',
    )
  })

  test('a promise in the sentence after the one that tells of it', () => {
    const { record } = draftOf(
      'Medborgarlöfte 2019\n\nLokalpolisområde Motala och Mjölby kommun har enats om ett löfte. Polisen ska öppna en ny station.\n',
    )
    expect(record.promises.map(({ text }) => text.words)).toEqual(['Polisen ska öppna en ny station.'])
  })

  test('an item of a list of promises that has a word of speech', () => {
    expect(
      said('Polisen lovar att:\n- ge stöd till dem som säger nej till droger\n- höra vad unga tycker')
        .promises,
    ).toEqual(['ge stöd till dem som säger nej till droger', 'höra vad unga tycker'])
  })

  test('one item alone below a sentence, where nobody is quoted', () => {
    expect(said('Vi lovar att minska farten.\n\n- Polisen kontrollerar skolvägarna.')).toEqual({
      promises: ['minska farten'],
      activities: ['Polisen kontrollerar skolvägarna.'],
    })
  })
})

describe('goals and what is done for them:', () => {
  const ITEMS = '- Polisen besöker skolorna.\n- Kommunen städar torget.'
  const done = ['Polisen besöker skolorna.', 'Kommunen städar torget.']

  test.each([
    [
      'Minska skadegörelsen\nÖka tryggheten i centrum\n\nAktiviteter\n\n',
      ['Minska skadegörelsen', 'Öka tryggheten i centrum'],
    ],
    [
      '- Minska skadegörelsen\n- Öka tryggheten i centrum\n\nAktiviteter\n\n',
      ['Minska skadegörelsen', 'Öka tryggheten i centrum'],
    ],
    [
      'Målen är att:\n- färre kör för fort\n- fler går ut\n\nI löftet ingår följande insatser:\n',
      ['färre kör för fort', 'fler går ut'],
    ],
    ['För ett tryggare och renare centrum ska polisen och kommunen:\n', ['ett tryggare och renare centrum']],
    ['Tryggare kvällar i centrum\n\n', ['Tryggare kvällar i centrum']],
  ])('%s', (above, promises) => {
    expect(said(`${above}${ITEMS}`)).toEqual({ promises, activities: done })
  })

  test('a second topic without a goal has promises', () => {
    expect(
      said(`Trafik\n\nVi lovar att minska farten.\n\n- Polisen mäter farten.\n\nInbrott\n\n${ITEMS}`),
    ).toEqual({ promises: ['minska farten', ...done], activities: ['Polisen mäter farten.'] })
  })

  test('what a promise is for is no promise', () => {
    expect(
      said(
        'Syftet med överenskommelsen är att få ett långsiktigt brottsförebyggande arbete.\n\nLöften under 2019:\n- gå på torget\n- tända lampor',
      ).promises,
    ).toEqual(['gå på torget', 'tända lampor'])
  })

  test('a heading with a number after a list is no item of it', () => {
    expect(
      said(
        `3. Löften\nParterna lovar att\n1) farten ska minska\n2) parken ska bli ljus\n\n4. Aktiviteter\n${ITEMS}`,
      ),
    ).toEqual({
      promises: ['farten ska minska', 'parken ska bli ljus'],
      activities: done,
    })
  })
})

describe('the period', () => {
  const periodOf = (text: string) => {
    const { start, end } = draftOf(`${text}\n\nPolisen lovar att:\n- stå på torget\n`).record.period
    return [start, end]
  }

  test.each([
    'Medborgarlöfte Habo kommun\n\nLöftet bygger på trygghetsundersökningen 2018.',
    'Medborgarlöfte Habo kommun\n\nMedborgarlöftet utgår från dialogerna hösten 2018.',
    'Medborgarlöfte Habo kommun\n\nVi prioriterar trafik utifrån enkäten 2017.',
    '2019-02-14\n\nMedborgarlöfte för ett\ntryggare Habo kommun',
  ])('is none of these: %s', (text) => {
    expect(periodOf(text)).toEqual([null, null])
  })

  test('in months says more than the year of the title', () => {
    expect(
      draftOf(
        'Medborgarlöfte 2018 Habo kommun\n\nUnder maj 2018 – april 2019 lovar polisen att:\n- stå på torget\n',
      ).record.period,
    ).toMatchObject({ start: '2018-05', end: '2019-04' })
  })
})

describe('a target', () => {
  const targetOf = (item: string) => {
    const target = habo(`Polisen lovar att:\n- ${item}`).record.promises[0]?.target
    return target && [target.operator, target.value, target.valueTo, target.unit, target.per]
  }

  test.each([
    ['göra 5–10 trafikkontroller', ['between', 5, 10, 'trafikkontroller', null]],
    ['besöka skolan tre till fyra gånger per år', ['between', 3, 4, 'gånger', 'year']],
    ['göra mellan 10 och 15 kontroller per månad', ['between', 10, 15, 'kontroller', 'month']],
    ['hålla minst två så kallade föräldraträffar', ['at_least', 2, null, 'föräldraträffar', null]],
    ['hålla minst två så kallade ”lovveckor” per år', ['at_least', 2, null, 'lovveckor', 'year']],
    [
      'Stå på torget. Minst 3 riktade insatser ska göras under perioden',
      ['at_least', 3, null, 'riktade insatser', 'period'],
    ],
    ['bjuda på minst två fika', ['at_least', 2, null, 'fika', null]],
    ['ha trafiken i fokus minst två veckor', ['at_least', 2, null, 'veckor', null]],
    ['minska skadegörelsen med 10 procent', ['exactly', 10, null, 'procent', null]],
    ['besöka 80 procent av skolorna', ['exactly', 80, null, 'procent av skolorna', null]],
    ['göra ca 20 hembesök', ['about', 20, null, 'hembesök', null]],
  ])('is read from "%s"', (item, target) => {
    expect(targetOf(item)).toEqual(target)
  })

  test('of a word that we do not know is not sure', () => {
    expect(habo('Polisen lovar att:\n- bjuda på minst två fika').readings).toContainEqual({
      value: 'promises#1.target',
      rule: 'target-of-unknown-unit',
      confidence: 0.6,
    })
  })
})

describe('what is no agreement is told', () => {
  test.each([
    [
      'links',
      'Medborgarlöften\n\nHär är våra medborgarlöften:\n\n- Medborgarlöfte 2025 (pdf)\n- Uppföljning 2024 (pdf)\n',
    ],
    [
      'links',
      'Våra medborgarlöften\n\n- Löfte 2024, pdf\n- Medborgarlöfte 2023 (pdf, 1 MB)\n- Läs om hur det gick\n',
    ],
    [
      'links',
      'Medborgarlöften i länet\n\nHabo kommun\nMullsjö kommun\nJönköpings kommun\nVaggeryds kommun\n',
    ],
    [
      'not_found',
      'Sidan kunde inte hittas\n\nSidan du söker finns inte längre. Den kan ha flyttats.\n\nGå till startsidan\n',
    ],
    [
      'something_else',
      'Nytt badhus i Habo\n\nKommunen ska öppna ett nytt badhus i maj.\n\n– Det känns bra, säger kommunchef Anna Ek.\n',
    ],
  ])('%s', (why, text) => {
    const draft = draftOf(text)
    expect(draft.noAgreement).toBe(why)
    expect(draft.record.promises).toEqual([])
    expect(issuesOf(text)).toEqual([expect.stringMatching(/^This is not an agreement: /)])
  })

  test('but an agreement is none of these', () => {
    expect(habo(PROMISE).noAgreement).toBeNull()
  })
})

test('another promise of the page is named, with its years', () => {
  const text = `Habo – medborgarlöften\n\nMedborgarlöfte 2025–2026\n\n${PROMISE}\nMedborgarlöfte 2023–2024\n\nPolisen lovar att:\n- mäta farten\n`
  expect(draftOf(text).record.period).toMatchObject({ start: '2025', end: '2026' })
  expect(issuesOf(text)).toContainEqual(
    'The page also has another agreement: "Medborgarlöfte 2023–2024". It is not read here; put it in a document of its own.',
  )
})

test.each([
  [
    'under headings of years alone',
    'Löften i Habo kommun\n\n2025–2026\nPolisen lovar att:\n- gå till fots\n\n2023–2024\nPolisen lovar att:\n- mäta farten\n',
    '2023–2024',
  ],
  [
    'also where the older one stands first',
    'Medborgarlöfte 2023–2024 Habo kommun\nPolisen lovar att:\n- mäta farten\n\nMedborgarlöfte 2025–2026 Habo kommun\nPolisen lovar att:\n- gå till fots\n',
    'Medborgarlöfte 2023–2024 Habo kommun',
  ],
  [
    'in sentences',
    'Löften i Habo kommun\n\nLöfte för perioden 2025–2026: Polisen lovar att gå till fots.\n\nLöfte för perioden 2023–2024: Polisen lovar att mäta farten.\n',
    'Löfte för perioden 2023–2024: Polisen lovar att mäta farten.',
  ],
  [
    'whose heading has no years',
    'Medborgarlöfte Habo kommun 2025–2026\n\nPolisen lovar att:\n- gå till fots\n\nFöregående medborgarlöfte\n\nUnder 2023 och 2024 lovade polisen att:\n- mäta farten\n',
    'Föregående medborgarlöfte',
  ],
])('another promise of the page is named, and not read into the record, %s', (_, text, named) => {
  const { record } = draftOf(text)
  expect(record.period).toMatchObject({ start: '2025', end: '2026' })
  expect(record.promises.map(({ text: { words } }) => words)).toEqual(['gå till fots'])
  expect(issuesOf(text)).toContainEqual(
    `The page also has another agreement: "${named}". It is not read here; put it in a document of its own.`,
  )
})

test('years within those of the promise head no other promise', () => {
  const text = `Medborgarlöfte Habo kommun 2023–2024\n\n2023\n\n${PROMISE}\n2024\n\nPolisen lovar att:\n- mäta farten\n`
  expect(draftOf(text).record.promises).toHaveLength(2)
  expect(issuesOf(text).filter((issue) => issue.includes('another agreement'))).toEqual([])
})

test('an item of a list of promises is kept, also where it begins as words of the site do', () => {
  const items = ['lyssna på vad unga säger i elevråden', 'svara när någon säger till om klotter']
  const { promises } = draftOf(
    `Medborgarlöfte Habo kommun 2019\n\nKommunen lovar att:\n- ${items.join('\n- ')}\n`,
  ).record
  expect(promises.map(({ text }) => text.words)).toEqual(items)
})

test('a heading that says what somebody is to do, and was not read, is an issue', () => {
  const text = `Medborgarlöfte Habo kommun 2019\n\nPolisen lovar att:\n- mäta farten\n\nPolisen ska öppna en ny station i höst\n\nLäs mer på kommunens webbplats.\n`
  expect(issuesOf(text)).toContainEqual(expect.stringContaining('no rule could read it'))
})

test('"nytt medborgarlöfte" does not say which it follows', () => {
  expect(draftOf(`Nytt medborgarlöfte i Habo kommun 2019\n\n${PROMISE}`).record.relations).toEqual([])
})

test('below "Uppföljning", what tells of following up is a follow-up, and nothing else', () => {
  const { followUps } = habo(
    `${PROMISE}\nUppföljning\n\nKommunen har öppet i februari. Löftet följs upp två gånger per år.\n\nUppföljning 2018.pdf\n`,
  ).record
  expect(followUps.map(({ text }) => text.words)).toEqual(['Löftet följs upp två gånger per år.'])
})
