/** A name as an identifier: `Henrik Tvarnö` gives henrik-tvarno. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD') // å, ä and ö become a letter and a mark; the mark goes
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
