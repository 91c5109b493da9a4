import { addressOf, municipalityPart, pathsOf } from '../addresses.ts'
import { capital } from '../capitals.ts'
import { type Due, dueWithin } from '../due.ts'
import { formats } from '../formats.ts'
import { Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { pageKind } from '../page-kind.ts'
import { agreementName } from '../parts/agreement-details.ts'
import { commitmentWords } from '../parts/commitment-words.ts'
import { crumbs } from '../parts/crumbs.ts'
import { hrefOfPages, pageNumber, paging, rowsOfPage } from '../parts/paging.ts'
import { says } from '../parts/says.ts'
import { dayIn, yearOf } from '../periods.ts'
import { type CalendarData, calendarQuery } from '../queries/calendar.graphql.ts'
import { calendarEndsQuery } from '../queries/calendar-ends.graphql.ts'
import { calendarTexts } from '../texts/calendar.ts'
import { followUpTexts } from '../texts/follow-ups.ts'

interface Calendar {
  readonly due: readonly Due[]
  /** The chosen year; null for what is due from today on. */
  readonly year: string | null
  /** The available years, latest first. */
  readonly years: readonly number[]
  readonly number: number
  readonly isCut: boolean
}

/** How many of each kind are read. */
const MOST_READ = 100

/** What is due from today on, or in a year. */
export const calendarPage = pageKind<Calendar>({
  name: 'calendar',
  paths: pathsOf('calendar'),
  summary: {
    sv: 'När löften och uppföljningar ska vara klara.',
    en: 'When promises and follow-ups are due.',
  },
  search: ['ar', 'sida'],
  examples: ['/kalender/', '/kalender/?ar=2017', '/kalender/?ar=2022', '/kalender/?ar=1999'],
  async read({ ask, day, search }) {
    const [year = null] = /^(?:19|20)\d\d$/.exec(search.get('ar') ?? '') ?? []
    const [from, to] = year === null ? [day, '9999-12-31'] : [`${year}-01-01`, `${year}-12-31`]
    const within = { from, to }
    const agreement = year === null ? { periodEnd: { from } } : { year: Number(year) }
    const [data, ends] = await Promise.all([
      ask(calendarQuery, { due: within, agreement }),
      ask(calendarEndsQuery, { end: within }),
    ])
    const due = dueWithin(data, ends, from, to)
    return {
      due,
      year,
      years: yearsWithEnds(data),
      number: pageNumber(search, due.length),
      isCut: [data.promises, data.activities, data.followUps, data.recurring].some(
        ({ totalCount }) => totalCount > MOST_READ,
      ),
    }
  },
  page({ due, year, years, number, isCut }, { language, path, day }) {
    const text = calendarTexts[language]
    const sentences = year === null ? text.saysUpcoming(due.length, day) : text.saysYear(due.length, year)
    const to = (chosen: string | null, page = 1) =>
      hrefOfPages(path, chosen === null ? {} : { ar: chosen })(page)
    const choice = (chosen: string | null, name: string) =>
      html`<li><a href="${to(chosen)}"${chosen === year ? new Html(' aria-current="page"') : ''}>${name}</a></li>`
    return {
      title: year === null ? text.title : `${text.title} ${year}`,
      description: year === null ? text.description : sentences,
      section: 'agreement',
      isUnlisted: year !== null || number > 1,
      main: html`${crumbs(language)}<h1>${text.title}${year === null ? '' : ` ${year}`}</h1>
${says(language, sentences)}
<p class="sub measure">${text.note}${isCut ? ` ${text.cut(MOST_READ)}` : ''}</p>
<nav aria-label="${text.years}"><ul class="acts pages">${choice(null, text.upcoming)}${years.map((each) => choice(String(each), String(each)))}</ul></nav>
${groupsOf(language, rowsOfPage(due, number))}
${paging(language, number, due.length, (page) => to(year, page))}`,
    }
  },
  table: ({ due }, { language }) => ({
    columns: [
      'due_on',
      'precision',
      'rule',
      'kind',
      'id',
      'agreement_id',
      'municipality_codes',
      'municipalities',
      'text',
      'report_state',
    ],
    rows: due.map((each) => {
      const agreement = each.kind === 'end' ? each.of : each.of.agreement
      return [
        each.on,
        each.precision.toLowerCase(),
        each.rule,
        each.kind,
        each.of.key,
        agreement.key,
        agreement.municipalities.map(({ code }) => code).join('|'),
        agreement.municipalities.map(({ name }) => name).join('|'),
        textOf(language, each),
        each.of.reportState.toLowerCase(),
      ]
    }),
  }),
})

/** The years from the first to the last in which a known agreement ends, latest first. */
function yearsWithEnds({ first, last }: CalendarData): number[] {
  const from = yearOf(first.nodes[0]?.periodEnd ?? null)
  const to = yearOf(last.nodes[0]?.periodEnd ?? null)
  if (from === null || to === null) return []
  return Array.from({ length: to - from + 1 }, (_, index) => to - index)
}

function textOf(language: Language, due: Due): string {
  if (due.kind === 'end') return agreementName(language, due.of)
  if (due.kind === 'follow_up') return due.of.text
  return due.of.text ?? inLanguage(language, due.of, 'gist') ?? ''
}

/** What is due, grouped by month, season or year. */
function groupsOf(language: Language, due: readonly Due[]): Html {
  const groups = Map.groupBy(due, (each) => dueMonth(language, each))
  return html`${[...groups].map(
    ([name, rows]) =>
      html`<section aria-label="${name}"><h2 class="minor">${name}</h2><ul class="list">${rows.map((each) => dueEntry(language, each))}</ul></section>\n`,
  )}`
}

function dueMonth(language: Language, { on, precision }: Due): string {
  const text = calendarTexts[language]
  const year = on.slice(0, 4)
  if (precision === 'YEAR') return text.noMonth(year)
  if (precision === 'DAY' || precision === 'MONTH') return capital(formats[language].month(on))
  return `${text.seasons[precision]} ${year}`
}

function dueEntry(language: Language, due: Due): Html {
  const text = calendarTexts[language]
  const agreement = due.kind === 'end' ? due.of : due.of.agreement
  const names = agreement.municipalities.map(
    (each, index) =>
      html`${index > 0 ? ', ' : ''}<a href="${addressOf(language, 'municipality', municipalityPart(each))}">${each.name}</a>`,
  )
  const anchor = due.kind === 'end' ? '' : `#${due.of.key}`
  return html`<li class="entry"><p class="when num">${whenOf(language, due)}<small>${text.kinds[due.kind]}</small></p><div><p>${names}: <a href="${addressOf(language, 'agreement', agreement.key)}${anchor}">${dueWords(language, due)}<span class="vh"> ${due.of.key}</span></a></p><p class="small muted">${text.rules[due.rule]} ${followUpTexts[language].report[due.of.reportState]}</p></div></li>\n`
}

function whenOf(language: Language, { on, precision }: Due): string {
  if (precision === 'DAY' || precision === 'MONTH' || precision === 'YEAR')
    return capital(dayIn(language, on, precision))
  return `${calendarTexts[language].seasons[precision]} ${on.slice(0, 4)}`
}

function dueWords(language: Language, due: Due): Html {
  if (due.kind === 'follow_up') return html`<q lang="sv">${due.of.text}</q>`
  if (due.kind === 'commitment') return commitmentWords(language, due.of)
  const { promises, activities } = due.of
  const [without, withoutToo] = [promises?.totalCount ?? 0, activities?.totalCount ?? 0]
  const name = agreementName(language, due.of)
  return without + withoutToo === 0
    ? html`${name}`
    : html`${name}, ${calendarTexts[language].without(without, withoutToo)}`
}
