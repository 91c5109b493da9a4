import { html } from '../html.ts'
import { textPage } from '../text-page.ts'

/** How the data are collected. */
export const methodPage = textPage('method', {
  sv: {
    title: 'Så samlar vi in',
    description:
      'Varje uppgift går att följa till sin källa. Det vi inte vet säger vi att vi inte vet, och varför.',
    main: (to) => html`
<h2>Två sätt att läsa</h2>
<p><strong>Avskrivna</strong> löften är lästa ord för ord. Varje uppgift har ett citat med sin plats i källan, och en människa har jämfört den med källan. <strong>Sammanfattade</strong> löften är kända genom uppgifter och en länk: vi har skrivit med egna ord vad källan lovar. Orden i källan är alltid de som gäller.</p>
<h2>Hur mycket av källan är läst?</h2>
<p>Ibland har vi bara läst början av en sida. Då står det. Antal från en sådan sida är vad vi har sett, och det kan finnas fler.</p>
<h2>Vad talen räknar</h2>
<ul><li>Ett <em>medborgarlöfte</em> är hela överenskommelsen för en period. Samverkansöverenskommelser, åtgärdsplaner och lägesbilder visas för sig och räknas inte dit.</li><li>Ett gemensamt löfte räknas en gång, men visas för varje kommun som är part.</li><li>Ett löfte kan ha flera ämnen. Ämnenas antal ska inte läggas ihop.</li><li>”Gäller i dag” räknas på dagens datum i Sverige. Anger källan bara ett år gäller löftet hela året.</li><li>Folkmängden är från det år som står vid den.</li></ul>
<h2>Vad vi inte vet</h2>
<p>En prick i kartan betyder att löftets slut inte är känt, ett streck att vi har letat utan att hitta något löfte, och rutmönster att vi inte har undersökt kommunen. Vi lämnar aldrig ut en kommun ur en tabell för att vi inte vet något om den, och vi skriver aldrig noll där vi inte har räknat.</p>
<h2>Uppföljning</h2>
<p>Där vi har letat efter redovisningar visar vi vad de säger. Det är kommunens och polisens egna ord om sig själva. Att vi inte har hittat någon redovisning betyder inte att ingen har gjorts.</p>
<p>Kolumner och värden beskrivs i <a href="${to('docs')}">dokumentationen</a>.</p>`,
  },
  en: {
    title: 'How we collect',
    description:
      'Every fact can be followed to its source. What we do not know we say that we do not know, and why.',
    main: (to) => html`
<h2>Two ways of reading</h2>
<p><strong>Transcribed</strong> agreements are read word for word. Every value has a quote with its place in the source, and a person has compared it with the source. <strong>Summarised</strong> ones are known by facts and a link: we have written in our own words what the source promises. The words of the source are always what counts.</p>
<h2>How much of the source was read?</h2>
<p>Sometimes we have read only the beginning of a page. Then we say so. Numbers from such a page are what we have seen, and there may be more.</p>
<h2>What the numbers count</h2>
<ul><li>An <em>agreement</em> is the whole of what was promised for a period. Cooperation agreements, action plans and situational pictures are shown by themselves and are not counted.</li><li>A joint agreement counts once, but is shown for each municipality that is a party.</li><li>An agreement can have several topics. The numbers of topics must not be added.</li><li>“In force today” goes by the day in Sweden. Where the source gives only a year, the agreement is for all of it.</li><li>Population is of the year beside it.</li></ul>
<h2>What we do not know</h2>
<p>A dot on the map means that the end of the agreement is not known, a dash that we have searched and found none, and hatching that we have not looked into the municipality. We never leave a municipality out of a table because we know nothing of it, and never write zero where we have not counted.</p>
<h2>Follow-up</h2>
<p>Where we have searched for reports we show what they say. These are the municipality’s and the police’s own words about themselves. That we have found no report does not mean that none was made.</p>
<p>Columns and values are described in the <a href="${to('docs')}">documentation</a>.</p>`,
  },
})
