import type { Text } from '../../datasets/dataset.ts'

/** The actions on the page of a draft, and their keys. The page, its help and docs/ingest.md are generated from this. */
interface KeyAction {
  readonly action: string
  /** As in `KeyboardEvent.key`, with the prefix `Ctrl+`; buttons show the first one. */
  readonly keys: readonly string[]
  readonly does: Text
}

export const keyActions = [
  { action: 'next', keys: ['j', 'ArrowDown'], does: { sv: 'Nästa värde', en: 'Next value' } },
  { action: 'previous', keys: ['k', 'ArrowUp'], does: { sv: 'Föregående värde', en: 'Previous value' } },
  {
    action: 'nextUndecided',
    keys: ['n'],
    does: { sv: 'Nästa ogranskade värde', en: 'Next unreviewed value' },
  },
  {
    action: 'accept',
    keys: ['a', 'Enter'],
    does: {
      sv: 'Godkänn, och gå till nästa ogranskade värde',
      en: 'Accept, and go to the next unreviewed value',
    },
  },
  {
    action: 'acceptGroup',
    keys: ['g'],
    does: {
      sv: 'Godkänn allt ogranskat i gruppen, utom det som är osäkert och anmärkningar',
      en: 'Accept all unreviewed values in the group, except unsure ones and issues',
    },
  },
  { action: 'correct', keys: ['e'], does: { sv: 'Rätta', en: 'Correct' } },
  { action: 'reject', keys: ['x', 'Delete'], does: { sv: 'Ta bort', en: 'Reject' } },
  {
    action: 'turn',
    keys: ['t'],
    does: {
      sv: 'Gör löftet till en aktivitet, eller aktiviteten till ett löfte',
      en: 'Make the promise an activity, or the activity a promise',
    },
  },
  {
    action: 'acceptList',
    keys: ['G'],
    does: {
      sv: 'Godkänn hela listan som det den är, med allt som inte är osäkert',
      en: 'Accept the whole list as what it is, with everything that is not unsure',
    },
  },
  {
    action: 'turnList',
    keys: ['T'],
    does: {
      sv: 'Gör hela listans löften till aktiviteter, eller aktiviteter till löften',
      en: 'Make all promises of the list activities, or all activities promises',
    },
  },
  {
    action: 'rejectList',
    keys: ['X'],
    does: { sv: 'Ta bort hela listan', en: 'Reject the whole list' },
  },
  {
    action: 'askList',
    keys: ['s'],
    does: {
      sv: 'Ange ämnen, aktörer eller löfte för hela listan',
      en: 'Give topics, actors or the promise of the whole list',
    },
  },
  {
    action: 'addGoal',
    keys: ['o'],
    does: {
      sv: 'Lägg till listans mål: det markerade, eller raden ovanför',
      en: 'Add the goal of the list: the marked words, or the line above',
    },
  },
  {
    action: 'undo',
    keys: ['u', 'Ctrl+z'],
    does: { sv: 'Ångra senaste beslutet', en: 'Undo the last decision' },
  },
  {
    action: 'mark',
    keys: ['m'],
    does: {
      sv: 'Markera text: piltangenterna flyttar ett ord eller en rad, Skift utökar markeringen, Enter lägger till',
      en: 'Mark text: the arrow keys move by a word or a line, Shift extends the selection, Enter adds',
    },
  },
  {
    action: 'add',
    keys: ['i', '+'],
    does: { sv: 'Lägg till ett värde från den markerade texten', en: 'Add a value from the marked text' },
  },
  { action: 'finish', keys: ['f'], does: { sv: 'Kontrollera och avsluta', en: 'Check and finish' } },
  { action: 'list', keys: ['l'], does: { sv: 'Tillbaka till listan', en: 'Back to the list' } },
  { action: 'help', keys: ['?'], does: { sv: 'Visa kortkommandona', en: 'Show the keyboard shortcuts' } },
  {
    action: 'close',
    keys: ['Escape'],
    does: { sv: 'Stäng rutan, ta bort markeringen', en: 'Close the box, clear the selection' },
  },
] as const satisfies readonly KeyAction[]

export type ActionName = (typeof keyActions)[number]['action']

const SHOWN: { readonly [key: string]: Text } = {
  ArrowDown: { sv: '↓', en: '↓' },
  ArrowUp: { sv: '↑', en: '↑' },
  Enter: { sv: 'Enter', en: 'Enter' },
  Delete: { sv: 'Delete', en: 'Delete' },
  Escape: { sv: 'Esc', en: 'Esc' },
  'Ctrl+z': { sv: 'Ctrl+Z', en: 'Ctrl+Z' },
}

/** A key as it is printed on a keyboard. */
export function shownKey(key: string, language: 'sv' | 'en'): string {
  return SHOWN[key]?.[language] ?? key
}
