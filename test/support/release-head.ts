import { licence, title, totalsNote } from '../../src/datasets/publication.ts'
import type { ReleaseHead } from '../../src/exporters/manifest.ts'

/** What is said of a made-up release by a made-up publisher. */
export const RELEASE_HEAD = {
  title,
  release: 'r7-60e0c67c',
  revision: 7,
  date: '2026-11-21',
  content_sha256: '60e0c67c'.repeat(8),
  previous: null,
  publisher: {
    name: 'Åhs & <Öberg>',
    type: 'LocalAuthority',
    url: 'http://dataportal.se/organisation/SE2021000000',
    email: 'data@example.se',
  },
  address: 'https://data.example.se/exports/r7-60e0c67c/',
  licence,
  note: totalsNote,
  counts: { agreements: {}, municipalities: {} },
  temporal: { start: null, end: null },
  datasets: [],
} as const satisfies ReleaseHead
