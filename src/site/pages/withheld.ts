import { html } from '../html.ts'
import { contact, textPage } from '../text-page.ts'

/** How names are withheld. */
export const withheldPage = textPage('withheld', {
  sv: {
    title: 'Undantagna namn',
    description: 'Den vars namn finns här kan få det undantaget. Då finns rollen kvar, men inte namnet.',
    main: (_to, setting) => html`
<p>Skriv till ${contact('sv', setting)} och säg vilket namn och vilket löfte det gäller. Du behöver inte ange skäl.</p>
<h2>Vad som händer</h2>
<ul><li>Namnet tas bort ur uppgifterna, ur källans text här och ur sökningen.</li><li>Sidan om personen upphör. Dess fasta adress svarar att den är tillbakadragen, utan namnet.</li><li>Nya utgåvor innehåller inte namnet, och förteckningen över ändringar visar bara att något är borttaget.</li><li>Äldre utgåvor är filer som aldrig ändras. Finns ett starkt skäl tas hela den utgåvan bort.</li></ul>`,
  },
  en: {
    title: 'Withheld names',
    description: 'Whoever’s name is here can have it withheld. The role then stays, but not the name.',
    main: (_to, setting) => html`
<p>Write to ${contact('en', setting)} and say which name and which agreement it is about. You need not give a reason.</p>
<h2>What happens</h2>
<ul><li>The name is removed from the facts, from the text of the source here, and from the search.</li><li>The page of the person ends. Its lasting address says that it was withdrawn, without the name.</li><li>New releases do not hold the name, and the list of changes only shows that something was removed.</li><li>Older releases are files that never change. Where there is a strong reason the whole release is removed.</li></ul>`,
  },
})
