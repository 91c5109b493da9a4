import { html } from '../html.ts'
import { contact, textPage } from '../text-page.ts'

/** What the data can and cannot support in a news article. */
export const newsroomsPage = textPage('newsrooms', {
  sv: {
    title: 'För redaktioner',
    description:
      'Färdiga meningar, hållbara adresser och vad data tål att man skriver. Länka hur du vill: ingen tillåtelse behövs.',
    main: (to, setting) => html`
<h2>Det här går att skriva</h2>
<ul><li>”I X kommun känner webbplatsen till fem medborgarlöften. Det senaste gick ut 2024.”</li><li>”Polisen lovade minst femton trafikkontroller”, med länk till källans ord.</li><li>”Så många av de löften som är insamlade tar upp narkotika.”</li></ul>
<p>Meningen överst på varje sida är skriven för att kunna tryckas som den står. Knappen under den kopierar den.</p>
<h2>Det här går inte att skriva</h2>
<ul><li><strong>”X kommun har inget medborgarlöfte.”</strong> Vi vet bara att vi inte har hittat något, eller inte har letat. Sidan säger vilket.</li><li><strong>”Löftena blir färre.”</strong> Antalet per år visar hur många som har samlats in, inte hur många som har slutits. De senaste åren är minst insamlade.</li><li><strong>”Nästan alla lovar uppföljning.”</strong> För de flesta löften framgår det inte av det vi har läst.</li><li><strong>”X är sämre än Y.”</strong> Vi har läst olika mycket av olika kommuners källor. Talen går inte att jämföra mellan kommuner.</li></ul>
<h2>Adresser som håller</h2>
<p>Varje sida visar de senaste uppgifterna. Vill du peka på uppgifter som aldrig ändras, använd utgåvans adress: den står under ”Hänvisa” på varje sida. Allt som har ett id har också en fast adress, som <a href="/id/municipality/0685">/id/municipality/0685</a>.</p>
<h2>Data</h2>
<p>Under varje sida finns samma uppgifter som JSON och, för listor, som CSV (även för svenska Excel: byt index.csv mot index.excel.csv). Hela datamängden finns under <a href="${to('exports')}">Ladda ner</a>. Allt är fritt att använda utan villkor (CC0).</p>
<h2>Fråga hur det gick</h2>
<p><a href="${to('letter')}">Ett färdigt brev</a> hjälper dig att begära ut uppföljningen som allmän handling.</p>
<h2>Kontakt</h2><p>Frågor besvaras av ${contact('sv', setting)}.</p>`,
  },
  en: {
    title: 'For newsrooms',
    description:
      'Sentences to print, addresses that last, and what the data bear. Link as you like: no permission is needed.',
    main: (to, setting) => html`
<h2>This can be written</h2>
<ul><li>“The site knows of five citizen promises in the municipality of X. The last one ended in 2024.”</li><li>“The police promised at least fifteen traffic checks”, with a link to the words of the source.</li><li>“So many of the agreements that were collected take up narcotics.”</li></ul>
<p>The sentence at the head of each page is written to be printed as it stands. The button below copies it.</p>
<h2>This cannot be written</h2>
<ul><li><strong>“X has no citizen promise.”</strong> We only know that we have found none, or have not searched. The page says which.</li><li><strong>“There are fewer and fewer.”</strong> Numbers by year show how many were collected, not how many were made. The latest years are the least collected.</li><li><strong>“Nearly all promise a follow-up.”</strong> Of most agreements it is not clear from what we have read.</li><li><strong>“X does less than Y.”</strong> We have read different parts of different municipalities’ sources. The numbers cannot be compared between municipalities.</li></ul>
<h2>Addresses that last</h2>
<p>Every page shows the newest facts. To point to facts that never change, use the address of the release: it stands under “Cite” on each page. Everything that has an id has a lasting address too, such as <a href="/id/municipality/0685">/id/municipality/0685</a>.</p>
<h2>Data</h2>
<p>Below each page are the same facts as JSON and, for lists, as CSV (for Swedish Excel put index.excel.csv in place of index.csv). The whole data set is under <a href="${to('exports')}">Download</a>. All of it is free to use without conditions (CC0).</p>
<h2>Ask how it went</h2>
<p><a href="${to('letter')}">A letter, ready to send,</a> helps you to request the follow-up as a public document.</p>
<h2>Contact</h2><p>Questions are answered by ${contact('en', setting)}.</p>`,
  },
})
