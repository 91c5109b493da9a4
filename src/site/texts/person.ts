import { formats } from '../formats.ts'
import type { In } from '../language.ts'

const sv = {
  people: 'Undertecknare',
  says: (name: string, count: number) =>
    `${name} står i ${formats.sv.count(count, { one: 'ett medborgarlöfte', other: 'medborgarlöften' })} som vi har skrivit av. Uppgifterna gäller rollen i tjänsten eller uppdraget, som källan skriver den.`,
  agreement: 'Medborgarlöfte',
  role: 'Roll i källan',
  signed: 'Undertecknat',
  presented: 'presenterade löftet',
  words: 'Källans ord',
  privacy: 'Därför finns namnet här, och så tas det bort',
}

/** What the page of a person says. */
export const personTexts: In<typeof sv> = {
  sv,
  en: {
    people: 'Signatories',
    says: (name, count) =>
      `${name} appears in ${formats.en.count(count, { one: 'one citizen promise', other: 'citizen promises' })} that we have transcribed. What is said concerns the role in office, as the source writes it.`,
    agreement: 'Agreement',
    role: 'Role in the source',
    signed: 'Signed',
    presented: 'presented the agreement',
    words: 'Words of the source',
    privacy: 'Why the name is here, and how it is removed',
  },
}
