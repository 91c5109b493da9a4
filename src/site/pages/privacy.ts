import { html } from '../html.ts'
import { contact, textPage } from '../text-page.ts'

/** How personal data are handled. */
export const privacyPage = textPage('privacy', {
  sv: {
    title: 'Personuppgifter',
    description:
      'Vi visar namn på dem som undertecknat löften i tjänsten eller i ett uppdrag. Om den som besöker webbplatsen sparas inget.',
    main: (to, setting) => html`
<h2>Den som undertecknat</h2>
<p>Ett medborgarlöfte undertecknas av företrädare för kommunen och polisen. Vi visar namn, roll och dag som de står i den offentliga källan, bara för löften som är avskrivna ord för ord. Sidorna om personer visas inte av sökmotorer.</p>
<p>Den som inte vill att namnet visas kan få det undantaget: se <a href="${to('withheld')}">undantagna namn</a>.</p>
<h2>Den som besöker</h2>
<p>Webbplatsen använder inga kakor, hämtar inget från andra webbplatser och mäter inte vem som läser. Servern håller i minnet hur mycket varje adress har frågat API:t den senaste minuten, för att ingen ska ta all plats.</p>
<h2>Den som skriver till oss</h2>
<p>Brevet används för att svara och rätta, och lämnas inte vidare.</p>
<p>Ansvarig är ${contact('sv', setting)}.</p>`,
  },
  en: {
    title: 'Personal data',
    description:
      'We show the names of those who signed agreements in office. Nothing is kept about who visits the site.',
    main: (to, setting) => html`
<h2>Who signed</h2>
<p>A citizen promise is signed by representatives of the municipality and the police. We show name, role and day as they stand in the public source, only for agreements that are transcribed word for word. Pages on people are not listed by search engines.</p>
<p>Who does not want the name shown can have it withheld: see <a href="${to('withheld')}">withheld names</a>.</p>
<h2>Who visits</h2>
<p>The site uses no cookies, fetches nothing from other sites and does not measure who reads. The server keeps in memory how much each address has asked the API in the last minute, so that nobody takes all of it.</p>
<h2>Who writes to us</h2>
<p>The message is used to answer and to correct, and is not passed on.</p>
<p>Responsible is ${contact('en', setting)}.</p>`,
  },
})
