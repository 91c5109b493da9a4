import { describe, expect, test } from 'vitest'
import { lookupsOf } from '../../src/commands/reading.ts'
import { draftAgreement } from '../../src/ingest/draft-agreement.ts'

// How documents set out their lists, beside bullets: other signs, bars, bare lines, "att"; and titles that sound like goals.

const lookups = { ...lookupsOf('data'), catalogue: () => [] }
const draftOf = (text: string) =>
  draftAgreement({ text: `Medborgarlöfte Habo kommun 2019\n\n${text}`, title: null, url: null }, lookups)
const wordsOf = (list: readonly { readonly text: { readonly words: string } }[]) =>
  list.map(({ text }) => text.words)
const read = (text: string) => {
  const { promises, activities } = draftOf(text).record
  return { promises: wordsOf(promises), activities: wordsOf(activities) }
}
const asked = (text: string) =>
  draftOf(text).record.issues.flatMap(({ asks, text: at }) => (asks === 'line' ? [at?.words] : []))

test.each(['→', '☐', '✓', '➤', '»', '▸', '✅', '+', '•'])('%s begins an item', (sign) => {
  expect(read(`Polisen lovar att:\n${sign} synas i centrum\n${sign} gå på skolorna\n`).promises).toEqual([
    'synas i centrum',
    'gå på skolorna',
  ])
})

test('signs that stand for words begin none', () => {
  for (const sign of ['©', '<', '=', '±'])
    expect(read(`Polisen lovar att:\n${sign} synas i centrum\n`).promises).not.toContain('synas i centrum')
})

describe('a table with bars', () => {
  const rows = { promises: ['Lugnare trafik'], activities: ['Mäta farten', 'Sätta upp skyltar'] }

  test.each([
    'Mål | Åtgärd | Ansvarig\nLugnare trafik | Mäta farten | Polisen\n | Sätta upp skyltar | Kommunen\n',
    '| Mål | Åtgärd | Ansvarig |\n| --- | :-: | --- |\n| Lugnare trafik | Mäta farten | Polisen |\n| | Sätta upp skyltar | Kommunen |\n',
  ])('is read by its cells: %s', (table) => {
    expect(read(table)).toEqual(rows)
    const { activities } = draftOf(table).record
    expect(activities.map(({ actors }) => actors.map(({ id }) => id))).toEqual([['police'], ['municipality']])
  })
})

describe('lines without bullets', () => {
  const lines = ['Patrullera vid badplatsen', 'Besöka fritidsgården']

  test.each(['Åtgärder', 'Det här gör polisen', 'Polisen', 'Minska skadegörelsen'])(
    'are items right below "%s"',
    (heading) => {
      const { promises, activities } = read(`${heading}\n${lines.join('\n')}\n`)
      expect([...promises, ...activities]).toEqual(expect.arrayContaining(lines))
    },
  )

  test('are items right below words that end with a colon', () => {
    expect(read(`Under året ska polisen och kommunen:\n${lines.join('\n')}\n`).promises).toEqual(lines)
  })

  test('are items in each part of a page that is set out so', () => {
    expect(
      read(
        `Det här ska bli bättre\nFärre stölder ur båtar\nÖkad trygghet vid hamnen\n\nDet här gör polisen\n${lines.join('\n')}\n`,
      ),
    ).toEqual({ promises: ['Färre stölder ur båtar', 'Ökad trygghet vid hamnen'], activities: lines })
  })

  test('are told of where blank lines stand between them', () => {
    expect(asked(`Polisen lovar att synas på torget.\n\nÅtgärder\n\n${lines.join('\n\n')}\n`)).toEqual(lines)
  })

  test('that name those who sign are none', () => {
    const { promises, activities } = read(
      'Polisen lovar att:\n- synas i centrum\n\nHabo kommun\nAnna Alm\nKommunstyrelsens ordförande\n',
    )
    expect([promises, activities]).toEqual([['synas i centrum'], []])
  })

  test.each(['att synas i centrum,\natt gå på skolorna', 'att synas i centrum och\natt gå på skolorna.'])(
    'that begin with "att" are items: %s',
    (text) => {
      expect(
        read(`Därför lovar polisen:\n${text}\n`).promises.map((words) => words.replace(/[,.]$| och$/, '')),
      ).toEqual(['att synas i centrum', 'att gå på skolorna'])
    },
  )
})

describe('a title that sounds like a goal', () => {
  const draftOfPage = (text: string) => draftAgreement({ text, title: null, url: null }, lookups)
  const LIST = 'Polisen ska:\n- besöka badplatsen\n- samtala med unga\n'

  test.each(['Lugnare sommar i Habo', 'Färre inbrott i Habo kommun', 'Ökad trygghet i centrum'])(
    'is never read with certainty: %s',
    (title) => {
      const { record, readings } = draftOfPage(
        `${title}\n\nHabo kommun och polisen har ett medborgarlöfte för 2023.\n\n${LIST}`,
      )
      const at = wordsOf(record.promises).indexOf(title)
      const reading = readings.find(({ value }) => value === `promises#${at + 1}.text`)
      expect(reading?.confidence ?? 0).toBeLessThan(0.8)
    },
  )

  test('is no promise where the text says what the aim is', () => {
    const { record } = draftOfPage(
      `Lugnare sommar i Habo\n\nHabo kommun och polisen har ett medborgarlöfte för 2023. Målet är att minska bråken vid badplatsen.\n\n${LIST}`,
    )
    expect(wordsOf(record.promises)).toEqual(['minska bråken vid badplatsen'])
  })
})

test('a heading beside one that names a goal is a goal too, and not for certain', () => {
  const { record, readings } = draftOf(
    'ÖKAD TRYGGHET\n- gå i parken\n- tända lampor\n\nDROGFRI SKOLA\n- söka med hund\n',
  )
  expect(wordsOf(record.promises)).toEqual(['ÖKAD TRYGGHET', 'DROGFRI SKOLA'])
  expect(record.activities.map(({ promises: [link] }) => link?.id)).toEqual([
    '0643-2019-p1',
    '0643-2019-p1',
    '0643-2019-p2',
  ])
  expect(readings.find(({ value }) => value === 'promises#2.text')?.confidence).toBeLessThan(0.8)
})

test.each([
  'För att hålla löftet ska vi:',
  'För att leva upp till vårt löfte ska vi:',
  'För att nå de gemensamma målen kommer vi att:',
])('a purpose that names the promise is none, and leads to activities: %s', (leadIn) => {
  expect(read(`Polisen lovar att synas på torget.\n\n${leadIn}\n- gå till fots\n- prata med unga\n`)).toEqual(
    {
      promises: ['synas på torget'],
      activities: ['gå till fots', 'prata med unga'],
    },
  )
})

describe('the period', () => {
  const periodOf = (text: string) => draftAgreement({ text, title: null, url: null }, lookups).record.period

  test('is not the day of a page, wherever it stands', () => {
    const text =
      'Pressmeddelande 14 februari 2024\n\nHabo kommun och polisen har ett medborgarlöfte som gäller 2024 och 2025.\n'
    expect(periodOf(text)).toMatchObject({ start: '2024', end: '2025' })
  })

  test('is the later one of a title that names two', () => {
    expect(periodOf('Så gick medborgarlöftet 2018, det här lovar vi 2019\n\nHabo kommun\n')).toMatchObject({
      start: '2019',
    })
  })

  test('of a season is that year, and asked about', () => {
    const { record } = draftAgreement(
      {
        text: 'Medborgarlöfte i Habo\n\nPolisen lovar under sommaren 2021 att synas på torget.\n',
        title: null,
        url: null,
      },
      lookups,
    )
    expect(record.period).toMatchObject({ start: '2021', end: '2021' })
    expect(record.issues.map(({ explanation }) => explanation.en)).toContain(
      'The text gives a season. We give the year. Check from and to which day the agreement is valid.',
    )
  })
})

test.each(['Så här ska vi uppnå löftet', 'Så håller vi vårt löfte', 'Hur uppfyller vi målen?'])(
  'what stands below "%s" is how a promise is kept',
  (heading) => {
    expect(
      read(
        `Medborgarlöfte\nPolisen och kommunen ska minska farten på väg 132.\n\n${heading}\n- Polisen ska mäta farten.\n- Kommunen ska sätta upp skyltar.\n`,
      ),
    ).toEqual({
      promises: ['Polisen och kommunen ska minska farten på väg 132.'],
      activities: ['Polisen ska mäta farten.', 'Kommunen ska sätta upp skyltar.'],
    })
  },
)

test('sentences below the heading of who does it are read, and asked about', () => {
  const text =
    'Polisens åtagande\nPatrullera vid sjöarna. Informera om märkning vid minst fem träffar.\n\nKommunens åtagande\nSkicka brev till alla.\n'
  const { record, readings } = draftOf(text)
  expect(
    record.promises.map(({ text: { words }, actors }) => [words, ...actors.map(({ id }) => id)]),
  ).toEqual([
    ['Patrullera vid sjöarna.', 'police'],
    ['Informera om märkning vid minst fem träffar.', 'police'],
    ['Skicka brev till alla.', 'municipality'],
  ])
  for (const { value, confidence } of readings.filter(({ value }) => value.endsWith('.text')))
    expect([value, confidence < 0.8]).toEqual([value, true])
})

test('what somebody does now, and no rule reads, is told of', () => {
  expect(asked('Polisen lovar att synas på torget. Kommunen monterar kameror på parkeringen.\n')).toEqual([
    'Kommunen monterar kameror på parkeringen.',
  ])
})

test.each([
  'Aktivitet: Kontroller vid stationen. Ansvarig: polisen.',
  'Aktivitet: Kontroller vid stationen. Utförare: polisen',
])('who is responsible is no activity: %s', (line) => {
  const { activities } = draftOf(`Mål: Färre unga ska använda narkotika\n${line}\n`).record
  expect(activities.map(({ text, actors }) => [text.words, ...actors.map(({ id }) => id)])).toEqual([
    ['Kontroller vid stationen.', 'police'],
  ])
})

test('Roman numerals count promises', () => {
  expect(
    read('Polisen lovar:\n\nI. Att synas på torget.\nII. Att gå på skolorna.\nIV) Att mäta farten.\n')
      .promises,
  ).toEqual(['Att synas på torget.', 'Att gå på skolorna.', 'Att mäta farten.'])
})

test('a promise for a named place is no general one', () => {
  expect(
    read(
      'Vi lovar att tryggheten på Storgatan ska öka.\n\nVad                  Vem\nKvällsvandring       Polisen\n',
    ).promises,
  ).toEqual(['tryggheten på Storgatan ska öka'])
})
