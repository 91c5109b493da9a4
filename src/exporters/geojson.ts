import { type Dataset, rowExporter } from '../datasets/dataset.ts'

/** Whether the rows of a dataset have coordinates. */
export function hasPoint({ point }: Dataset): boolean {
  return point !== undefined
}

/** A dataset with coordinates as GeoJSON (RFC 7946): one feature per line, a point with all columns as properties. */
export async function* geojsonOf(
  dataset: Dataset,
  pages: AsyncIterable<readonly object[]>,
): AsyncGenerator<string> {
  if (!dataset.point) throw new Error(`${dataset.name} has no coordinates`)
  const { latitude, longitude } = dataset.point
  const exported = rowExporter(dataset)
  let separator = '{"type":"FeatureCollection","features":[\n'
  for await (const rows of pages) {
    for (const row of rows) {
      const values: { [column: string]: unknown } = { ...row }
      const feature = {
        type: 'Feature',
        // Longitude comes first in GeoJSON.
        geometry: { type: 'Point', coordinates: [values[longitude], values[latitude]] },
        properties: exported(row),
      }
      yield separator + JSON.stringify(feature)
      separator = ',\n'
    }
  }
  yield separator === ',\n' ? '\n]}\n' : '{"type":"FeatureCollection","features":[]}\n'
}
