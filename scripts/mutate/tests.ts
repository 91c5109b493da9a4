/** The tests that are to notice a change, by the folder that it is in: those near it first, and no more than a minute takes. */
const TESTS: { readonly [folder: string]: readonly string[] } = {
  'src/graphql/plans': ['plans', 'fuzz', 'paging'],
  'src/graphql/answers': ['answers', 'limits', 'rate-limit', 'over-http', 'hostile', 'plans'],
  'src/database/search': ['search-words', 'search'],
  'src/records': ['records', 'record-shape', 'renewals'],
  'src/exporters/delta': ['deltas', 'release-changes', 'summaries'],
  'src/exporters/verify': ['verify', 'signing'],
  'src/exporters/stores': ['stores', 's3-store'],
  'src/exporters/metadata': ['metadata', 'dcat', 'exports'],
  'src/exporters': ['formats', 'exports', 'fitness', 'copy'],
  'src/database': [
    'database',
    'changes',
    'copy',
    'checks',
    'statistics',
    'similar',
    'sessions',
    'load-watch',
  ],
}

/** The test files for a source file; none if they are not listed. */
export function testsFor(file: string): string[] {
  const folder = Object.keys(TESTS).find((each) => file.startsWith(`${each}/`))
  return folder === undefined ? [] : (TESTS[folder] ?? []).map((name) => `test/${name}.test.ts`)
}
