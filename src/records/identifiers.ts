import { slugOf } from '../datasets/slug.ts'

/** Whether an identifier belongs to a person with this name: the name's slug, numbered for namesakes. */
export function isIdOf(id: string, name: string): boolean {
  const slug = slugOf(name)
  return id === slug || (id.startsWith(`${slug}-`) && /^[2-9]\d*$/.test(id.slice(slug.length + 1)))
}
