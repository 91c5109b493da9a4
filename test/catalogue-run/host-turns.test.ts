import { describe, expect, test } from 'vitest'
import { HostTurns, TURN_MS_MAX } from '../../src/ingest/documents/host-turns.ts'
import { RETRY_AFTER_MS_MAX, retryAfterMs } from '../../src/ingest/documents/not-fetched.ts'

/** Turns by a clock that advances when something sleeps. */
function turnsAt(options: ConstructorParameters<typeof HostTurns>[0] = {}) {
  const clock = { now: 0 }
  const turns = new HostTurns({
    now: () => clock.now,
    sleep: async (ms) => {
      clock.now += ms
    },
    ...options,
  })
  return { clock, turns }
}

describe('a host', () => {
  test('is asked one thing at a time, a pause after the beginning of the last', async () => {
    const { clock, turns } = turnsAt()
    const end = await turns.take('a', 1_000)
    let isSecond = false
    const second = turns.take('a', 1_000).then((done) => {
      isSecond = true
      return done
    })
    const other = await turns.take('b', 1_000)
    expect([isSecond, clock.now]).toEqual([false, 0])
    other()
    end()
    await second
    expect(clock.now).toBe(1_000)
  })

  test('that asks to wait is left alone, also by those who waited already', async () => {
    const { clock, turns } = turnsAt()
    const end = await turns.take('a', 10)
    const second = turns.take('a', 10)
    turns.stayAway('a', 5_000)
    end()
    await second
    expect(clock.now).toBe(5_000)
  })

  test('that asks for longer than anybody waits is not asked', async () => {
    const { turns } = turnsAt({ nextMs: new Map([['a', TURN_MS_MAX + 1]]) })
    const refused = { fault: 'later', retryAfterMs: TURN_MS_MAX + 1 }
    await expect(turns.take('a', 10)).rejects.toMatchObject(refused)
    // The next request does not wait for that turn.
    await expect(turns.take('a', 10)).rejects.toMatchObject(refused)
    const { clock, turns: patient } = turnsAt({ nextMs: new Map([['a', TURN_MS_MAX]]) })
    await patient.take('a', 10)
    expect(clock.now).toBe(TURN_MS_MAX)
  })

  test('is noted before it is asked, and a note that fails ends the turn', async () => {
    const noted: [string, number][] = []
    const { turns } = turnsAt({
      onTurn: async (host, nextMs) => {
        noted.push([host, nextMs])
        if (noted.length === 1) throw new Error('the disk is full')
      },
    })
    await expect(turns.take('a', 10)).rejects.toThrow('the disk is full')
    await turns.take('a', 10)
    expect(noted).toEqual([
      ['a', 10],
      ['a', 10],
    ])
  })
})

const NOW = Date.UTC(2026, 10, 30, 12)

test.each([
  ['5', 5_000],
  [' 0 ', 0],
  ['Mon, 30 Nov 2026 12:00:07 GMT', 7_000],
  ['Mon, 30 Nov 2026 11:00:00 GMT', 0],
  ['999999999', RETRY_AFTER_MS_MAX],
  ['soon', null],
  ['', null],
  [undefined, null],
])('Retry-After %s is %s ms', (header, ms) => {
  expect(retryAfterMs(header, NOW)).toBe(ms)
})
