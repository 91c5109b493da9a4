/** What a plan does not cover. The query is then executed in the plain way, which says all there is to say. */
export class NotPlanned extends Error {
  override readonly name = 'NotPlanned'
}
