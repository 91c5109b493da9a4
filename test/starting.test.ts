import { expect, test } from 'vitest'
import { notYet } from '../src/http/starting.ts'

test('before the data are loaded GraphQL is 503 in JSON, for pages of any origin to read', async () => {
  const response = notYet(new Request('http://test/graphql', { method: 'POST', body: '{}' }))
  expect(response.status).toBe(503)
  expect(response.headers.get('content-type')).toContain('application/graphql-response+json')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await response.json()).toEqual({
    errors: [
      {
        message: expect.stringContaining('Try again in 5 seconds'),
        extensions: { code: 'STARTING' },
      },
    ],
  })
})

test('a browser that asks whether a page may ask is told that it may, and other addresses tell it in words', async () => {
  const preflight = notYet(new Request('http://test/graphql', { method: 'OPTIONS' }))
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-methods')).toContain('POST')
  const page = notYet(new Request('http://test/'))
  expect([page.status, await page.text()]).toEqual([
    503,
    'The server is starting and loading the data. Try again in 5 seconds\n',
  ])
})
