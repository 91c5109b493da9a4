import { html } from '../html.ts'
import { contact, textPage } from '../text-page.ts'

/** What municipalities and the police can do: correct, confirm, add. */
export const officersPage = textPage('officers', {
  sv: {
    title: 'För kommuner och polis',
    description:
      'Stämmer er sida? Säg till om något är fel eller fattas, eller att allt stämmer. Inget konto och inget formulär behövs.',
    main: (to, setting) => html`
<h2>Något är fel eller fattas</h2>
<p>På er kommuns sida finns knappen ”Skicka en rättelse”. Den öppnar ett brev i ert e-postprogram, med sidan och utgåvan ifyllda. Skriv vad som är rätt och bifoga gärna länk till källan. Rättelsen visas med datum på sidan <a href="${to('corrections')}">Rättelser</a>.</p>
<h2>Allt stämmer</h2>
<p>Knappen ”Allt stämmer” skickar ett lika kort brev. Då kan vi skriva ut att uppgifterna är lästa, i vilken roll och när. Ert namn visas inte.</p>
<h2>Lägg ut så att alla hittar</h2>
<ul><li>Publicera hela löftet på en egen sida eller som fil med text, inte bara som bild.</li><li>Skriv perioden, dagen för undertecknandet och lokalpolisområdet.</li><li>Låt sidan ligga kvar när löftet har gått ut, och länka till redovisningen.</li></ul>
<h2>Det här gör vi inte</h2>
<p>Vi rangordnar inte, jämför inte kommuner och bedömer inte om löften har hållits. Vi sparar inga uppgifter om den som skriver till oss utöver brevet.</p>
<p>Skriv till ${contact('sv', setting)}. Namn på undertecknare kan undantas: se <a href="${to('withheld')}">undantagna namn</a>.</p>`,
  },
  en: {
    title: 'For municipalities and police',
    description:
      'Is your page right? Tell us if something is wrong or missing, or that all is right. No account and no form is needed.',
    main: (to, setting) => html`
<h2>Something is wrong or missing</h2>
<p>The page of your municipality has the button “Send a correction”. It opens a message in your e-mail program, with page and release filled in. Write what is right, with a link to the source if you can. The correction is shown with its date on the page <a href="${to('corrections')}">Corrections</a>.</p>
<h2>All is right</h2>
<p>The button “All is right” sends a message just as short. Then the page can say that the facts were read, in which role and when. Your name is not shown.</p>
<h2>Publish so that everybody finds it</h2>
<ul><li>Publish the whole agreement on a page of its own or as a file with text, not as a picture alone.</li><li>State the period, the day of signing and the local police area.</li><li>Leave the page when the agreement has ended, and link to the report.</li></ul>
<h2>What we do not do</h2>
<p>We do not rank or compare municipalities, and do not judge whether promises were kept. We keep nothing about who writes to us besides the message.</p>
<p>Write to ${contact('en', setting)}. Names of signatories can be withheld: see <a href="${to('withheld')}">withheld names</a>.</p>`,
  },
})
