import type { In } from '../language.ts'

const sv = {
  label: 'Sök kommun, ämne eller ord i ett löfte',
  placeholder: 'Sök kommun, ämne eller ord',
  button: 'Sök',
}

/** What the search says. */
export const searchTexts: In<typeof sv> = {
  sv,
  en: {
    label: 'Search for a municipality, a topic or words of a promise',
    placeholder: 'Municipality, topic or words',
    button: 'Search',
  },
}
