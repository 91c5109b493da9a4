/** A name as an identifier: `Henrik Tvarnö` gives henrik-tvarno. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD') // å, ä and ö become a letter and a mark; the mark goes
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** Whether an identifier is that of a person of this name: the name's slug, numbered for namesakes. */
export function isIdOf(id: string, name: string): boolean {
  const slug = slugOf(name)
  return id === slug || (id.startsWith(`${slug}-`) && /^[2-9]\d*$/.test(id.slice(slug.length + 1)))
}
