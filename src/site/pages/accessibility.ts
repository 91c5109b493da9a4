import { html } from '../html.ts'
import { contact, textPage } from '../text-page.ts'

/** How accessible the site is. */
export const accessibilityPage = textPage('accessibility', {
  sv: {
    title: 'Tillgänglighet',
    description: 'Webbplatsen ska kunna användas av alla. Den är byggd för att följa WCAG 2.2 på nivå AA.',
    main: (_to, setting) => html`
<h2>Hur tillgänglig är webbplatsen?</h2>
<p>Allt går att läsa och göra utan JavaScript, med tangentbord ensamt, i mörkt och ljust läge, från 320 punkters bredd och med dubbelt så stor text. Det som en karta eller ett diagram visar finns också som text eller tabell. Inget visas bara med färg.</p>
<h2>Hur har det prövats?</h2>
<p>Varje slags sida öppnas automatiskt i en webbläsare på båda språken, smal och bred, ljus och mörk, och granskas med verktyget axe, som inte får hitta något. Ingen oberoende granskning har gjorts.</p>
<h2>Kända brister</h2>
<ul><li>Citat ur källor och texter ur data finns bara på svenska på de engelska sidorna.</li><li>GraphiQL, verktyget för att pröva API:t, är gjort av andra och följer inte alla riktlinjer. Samma uppgifter finns på sidorna och som filer.</li><li>Källornas egna sidor och filer är inte våra.</li></ul>
<h2>Hittar du ett hinder?</h2>
<p>Skriv till ${contact('sv', setting)}. Säg också till om du behöver innehållet i annan form.</p>
<p>Webbplatsen omfattas inte av lagen om tillgänglighet till digital offentlig service. Redogörelsen lämnas frivilligt.</p>`,
  },
  en: {
    title: 'Accessibility',
    description: 'Everybody should be able to use the site. It is built to follow WCAG 2.2 at level AA.',
    main: (_to, setting) => html`
<h2>How accessible is the site?</h2>
<p>Everything can be read and done without JavaScript, by keyboard alone, in dark and light mode, from a width of 320 pixels, and with text of twice the size. What a map or chart shows stands as text or table too. Nothing is told by colour alone.</p>
<h2>How was it tested?</h2>
<p>Every kind of page is opened automatically in a browser in both languages, narrow and wide, light and dark, and examined by the tool axe, which must find nothing. No independent review has been made.</p>
<h2>Known shortcomings</h2>
<ul><li>Quotes from sources are in Swedish on the English pages.</li><li>GraphiQL, the tool for trying the API, is made by others and does not follow all guidelines. The same facts are on the pages and in files.</li><li>The sources’ own pages and files are not ours.</li></ul>
<h2>Do you meet an obstacle?</h2>
<p>Write to ${contact('en', setting)}. Tell us too if you need the content in another form.</p>
<p>The site is not covered by the Swedish act on accessibility of digital public services. The statement is given voluntarily.</p>`,
  },
})
