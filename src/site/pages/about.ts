import { html } from '../html.ts'
import { contact, textPage } from '../text-page.ts'

/** What the site is. */
export const aboutPage = textPage('about', {
  sv: {
    title: 'Om webbplatsen',
    description:
      'Här samlas medborgarlöften: det som svenska kommuner och deras lokalpolis lovar invånarna att göra tillsammans mot brott och för trygghet.',
    main: (to, setting) => html`
<h2>Vad är ett medborgarlöfte?</h2>
<p>Kommunen och polisen kommer överens om vad de ska göra under ett eller ett par år, och lovar det offentligt. Löftena bygger på en lägesbild: vad invånarna upplever och vad polisen vet. De sluts ofta under en samverkansöverenskommelse, som är ett papper för sig.</p>
<h2>Vad finns här, och vad finns inte?</h2>
<p>Här finns de löften som vi har hittat på nätet, med länk till källan för varje uppgift. Det finns säkert fler. Att vi inte känner till något löfte betyder inte att det inte finns.</p>
<p>Vi bedömer inte om löften har hållits. Vi visar vad som lovats, när det skulle vara gjort och vad kommun och polis själva har redovisat.</p>
<h2>Läs vidare</h2>
<ul><li><a href="${to('method')}">Så samlar vi in</a></li><li><a href="${to('newsrooms')}">För redaktioner</a></li><li><a href="${to('officers')}">För kommuner och polis</a></li><li><a href="${to('corrections')}">Rättelser</a></li><li><a href="${to('letter')}">Begär ut handlingar</a></li><li><a href="${to('privacy')}">Personuppgifter</a> och <a href="${to('withheld')}">undantagna namn</a></li><li><a href="${to('status')}">Läget just nu</a></li><li><a href="${to('accessibility')}">Tillgänglighet</a></li><li><a href="${to('docs')}">Dokumentation</a></li></ul>
<h2>Kontakt</h2>
<p>Skriv till ${contact('sv', setting)}.</p>`,
  },
  en: {
    title: 'About the site',
    description:
      'A collection of medborgarlöften (citizen promises): what Swedish municipalities and their local police promise residents to do together against crime and for safety.',
    main: (to, setting) => html`
<h2>What is a citizen promise?</h2>
<p>The municipality and the police agree on what to do for a year or two, and promise it in public. The promises rest on a picture of the situation: what residents experience and what the police know. They are often made under a cooperation agreement, which is a paper of its own.</p>
<h2>What is here, and what is not?</h2>
<p>Here are the agreements that we have found on the web, with a link to the source of every fact. There are surely more. That we know of none does not mean that there is none.</p>
<p>We do not judge whether promises were kept. We show what was promised, when it was due, and what the municipality and the police themselves have reported.</p>
<h2>Read on</h2>
<ul><li><a href="${to('method')}">How we collect</a></li><li><a href="${to('newsrooms')}">For newsrooms</a></li><li><a href="${to('officers')}">For municipalities and police</a></li><li><a href="${to('corrections')}">Corrections</a></li><li><a href="${to('letter')}">Request documents</a></li><li><a href="${to('privacy')}">Personal data</a> and <a href="${to('withheld')}">withheld names</a></li><li><a href="${to('status')}">Status</a></li><li><a href="${to('accessibility')}">Accessibility</a></li><li><a href="${to('docs')}">Documentation</a></li></ul>
<h2>Contact</h2>
<p>Write to ${contact('en', setting)}.</p>`,
  },
})
