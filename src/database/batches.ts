/** The maximum number of parameters of a statement in PostgreSQL. */
const MAX_PARAMETERS = 65_535

/** Runs a statement over many rows, in as few parts as the server allows. */
export async function inBatches(
  count: number,
  parametersPerRow: number,
  run: (from: number, to: number) => PromiseLike<unknown>,
): Promise<void> {
  const size = Math.floor(MAX_PARAMETERS / parametersPerRow)
  for (let from = 0; from < count; from += size) await run(from, Math.min(from + size, count))
}
