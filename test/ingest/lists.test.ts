import { describe, expect, test } from 'vitest'
import { lookupsOf } from '../../src/commands/reading.ts'
import { catalogueOf } from '../../src/ingest/catalogue.ts'
import { draftAgreement } from '../../src/ingest/draft-agreement.ts'
import { pageOfText } from '../../src/ingest/layouts/page-of-text.ts'
import { readPage } from '../../src/ingest/layouts/read-page.ts'
import { learn, probabilities } from '../../src/ingest/lists/second-reader/regression.ts'
import type { Lookups } from '../../src/ingest/lookups.ts'
import { Source } from '../../src/ingest/text/source.ts'

const lookups: Lookups = { ...lookupsOf('data'), catalogue: () => [], secondReader: {} }

const listsOf = (text: string, changed: Partial<Lookups> = {}) =>
  readPage(
    pageOfText(
      new Source(`Medborgarlöfte Habo kommun 2019\n\n${text}`),
      { ...lookups, ...changed },
      null,
      null,
    ),
  ).lists.map(({ kind, confidence, testimony }) => ({
    kind,
    confidence,
    said: testimony.map(({ witness, says }) => `${witness} ${says}`),
  }))

const ITEMS = '- besöka skolorna\n- stå på torget'

describe('a list is decided once, by what its witnesses say:', () => {
  test('the words before it', () => {
    expect(listsOf(`Polisen lovar att:\n${ITEMS}`)).toEqual([
      { kind: 'promises', confidence: 0.95, said: ['lead-in promises'] },
    ])
    expect(
      listsOf(`Vi lovar att minska skadegörelsen.\n\nDetta ska ske genom följande åtgärder:\n${ITEMS}`),
    ).toEqual([{ kind: 'activities', confidence: 0.95, said: ['lead-in activities'] }])
    expect(listsOf(`Polisen lovar att synas mer.\n\nInvånarna önskar:\n${ITEMS}`)).toEqual([
      { kind: 'neither', confidence: 0.95, said: ['lead-in neither'] },
    ])
  })

  test('a function word more or less changes nothing', () => {
    for (const genom of ['genom följande insatser:', 'genom dessa insatser:', 'genom insatserna nedan:'])
      expect(listsOf(`Vi lovar att minska skadegörelsen ${genom}\n${ITEMS}`).map(({ kind }) => kind)).toEqual(
        ['activities'],
      )
  })

  test('the heading above it', () => {
    expect(listsOf(`Vi lovar att minska skadegörelsen.\n\nAktiviteter\n\n${ITEMS}`)[0]).toMatchObject({
      kind: 'activities',
      said: ['lead-in activities', 'heading activities'],
    })
  })

  test('the goal or the purpose above it', () => {
    expect(listsOf(`Löfte 1: Färre inbrott\n\nPolisen lovar att:\n${ITEMS}`)[0]).toMatchObject({
      kind: 'activities',
      said: ['lead-in promises', 'goal-above activities'],
    })
    expect(listsOf(`För att minska skadegörelsen ska polisen:\n${ITEMS}`)[0]).toMatchObject({
      kind: 'activities',
      said: ['purpose activities'],
    })
  })

  test('the levels of its items', () => {
    const lists = listsOf('Vi ska:\n- Minska skadegörelsen\n  - besöka skolorna\n  - stå på torget')
    expect(lists.map(({ kind }) => kind)).toEqual(['promises', 'activities'])
    expect(lists.map(({ said }) => said[0])).toEqual(['nesting promises', 'nesting activities'])
  })

  test('the order of the lists: goals come first, then what is done for them', () => {
    const lists = listsOf(
      `Målen är att:\n- färre ska köra för fort\n- fler ska känna sig trygga\n\nI löftet ingår följande insatser:\n${ITEMS}`,
    )
    expect(lists.map(({ kind }) => kind)).toEqual(['promises', 'activities'])
  })

  test('the verbs of its items, where they tell of what has been done', () => {
    const done = '- Polisen genomförde 14 kontroller\n- Kommunen har bytt lampor'
    expect(listsOf(`Vi lovar att minska farten.\n\n${done}`)[0]?.kind).toBe('neither')
    expect(listsOf('Polisen lovar att:\n- göra planerade besök\n- hålla riktade kontroller')[0]?.kind).toBe(
      'promises',
    )
  })

  test('its place, where nobody says more; and then it is not sure', () => {
    const [list] = listsOf(`Vi lovar att minska skadegörelsen.\n\nPolisen ska:\n${ITEMS}`)
    expect(list).toEqual({ kind: 'activities', confidence: 0.8, said: ['position activities'] })
  })

  test('where nothing but what is to be done is promised, that is the promise', () => {
    expect(listsOf(`Aktiviteter\n\n${ITEMS}`)[0]).toMatchObject({ kind: 'promises', confidence: 0.6 })
  })
})

describe('the catalogue', () => {
  const catalogue = catalogueOf([
    { agreementId: '0643-2019', kind: 'promises', gist: 'Minska skadegörelsen i centrum' },
    { agreementId: '0643-2019', kind: 'activities', gist: 'Polisen besöker skolorna varje månad' },
    { agreementId: '0643-2019', kind: 'activities', gist: 'Poliser på torget på fredagar' },
  ])
  const text = 'Parterna ska:\n- besöka skolorna varje månad, polisen\n- ha poliser på torget om fredagar'

  test('is lined up with the items of a list of the agreement', () => {
    expect(listsOf(`Vi lovar att minska skadegörelsen.\n\n${text}`, { catalogue })[0]).toEqual({
      kind: 'activities',
      confidence: 0.95,
      said: ['catalogue activities', 'position activities'],
    })
  })

  test('says nothing of the agreements of other years', () => {
    const of2020 = catalogueOf(catalogue('0643', 2019).map((each) => ({ ...each, agreementId: '0643-2020' })))
    expect(listsOf(`Vi lovar att minska skadegörelsen.\n\n${text}`, { catalogue: of2020 })[0]?.said).toEqual([
      'position activities',
    ])
  })

  test('does not override explicit words, and makes them doubtful', () => {
    const [list] = listsOf(text.replace('ska', 'lovar att'), { catalogue })
    expect(list).toMatchObject({ kind: 'promises', confidence: 0.6 })
  })
})

describe('the second reader', () => {
  const secondReader = { any: [0, 3, 0] }

  test('decides nothing, and makes doubtful what it would read otherwise', () => {
    expect(listsOf(`Polisen lovar att:\n${ITEMS}`, { secondReader })).toEqual([
      { kind: 'promises', confidence: 0.6, said: ['lead-in promises', 'second-reader activities'] },
    ])
    expect(listsOf(`Polisen ska:\n${ITEMS}`, { secondReader })).toEqual([
      { kind: 'promises', confidence: 0.3, said: ['position promises', 'second-reader activities'] },
    ])
  })

  test('learns which features go with which class, and the same from the same', () => {
    const examples = Array.from({ length: 20 }, (_, index) => ({
      features: ['any', index % 2 === 0 ? 'even' : 'odd', `once ${index}`],
      label: index % 2,
    }))
    const weights = learn(examples, 2)
    expect(Object.keys(weights)).toEqual(['any', 'even', 'odd'])
    expect(probabilities(weights, ['any', 'even'], 2)[0]).toBeGreaterThan(0.8)
    expect(probabilities(weights, ['any', 'odd', 'never seen'], 2)[1]).toBeGreaterThan(0.8)
    expect(probabilities(weights, ['never seen'], 2)).toEqual([0.5, 0.5])
    expect(learn(examples, 2)).toEqual(weights)
  })
})

test('a list that is not sure is asked about once, with what each witness saw', () => {
  const draft = draftAgreement(
    {
      text: `Medborgarlöfte Habo kommun 2019\n\nInsatser\n\nPolisen lovar att:\n${ITEMS}\n`,
      title: null,
      url: null,
    },
    lookups,
  )
  const asked = draft.record.issues.filter(({ explanation }) =>
    /löften, aktiviteter eller inget/.test(explanation.sv),
  )
  expect(asked).toEqual([
    expect.objectContaining({
      kind: 'ambiguous',
      record: '0643-2019-p1',
      explanation: {
        sv: 'Är listans 2 punkter löften, aktiviteter eller inget av dem? Vi läser dem som löften. orden före listan: löften (Polisen lovar att:); rubriken: aktiviteter (Insatser).',
        en: 'Are the 2 items of the list promises, activities or neither? We read them as promises. the words before the list: promises (Polisen lovar att:); the heading: activities (Insatser).',
      },
    }),
  ])
  expect(draft.readings.filter(({ value }) => /promises#\d\.text/.test(value))).toEqual([
    { value: 'promises#1.text', rule: 'promise-in-list', confidence: 0.6 },
    { value: 'promises#2.text', rule: 'promise-in-list', confidence: 0.6 },
  ])
})
