/**
 * Whether a file of the release of the bundled data is kept in `exports/sample`. Files that nobody can read as a
 * diff, and those that say again what another says, are not: their checksums stand in its SHA256SUMS.
 */
export function isInSample(file: string): boolean {
  return /(^SHA256SUMS|\.md|\.csv|\.json|\.jsonld|\.geojson)$/.test(file) && !file.endsWith('.excel.csv')
}
