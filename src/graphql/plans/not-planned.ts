/** Thrown for what plans do not cover. The query is then executed plainly, which reports any errors. */
export class NotPlanned extends Error {
  override readonly name = 'NotPlanned'
}
