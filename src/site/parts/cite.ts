import { title } from '../../datasets/publication.ts'
import { addressOf } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import type { Setting } from '../page-kind.ts'
import { citeTexts } from '../texts/cite.ts'

/** How to cite a page: its name, the release and day of the data, its address, and where the data never change. */
export function cite(setting: Setting & { readonly path: string }, name: string): Html {
  const { language, url, day, releases, revision, path } = setting
  const text = citeTexts[language]
  const newest = releases[0]
  const [bare, search = ''] = path.split(/(?=\?)/)
  const parts = [
    `${title[language]}: ${name}${name.endsWith('?') ? '' : '.'}`,
    newest ? text.release(newest.release, newest.date) : revision ? text.data(revision.date) : '',
    `${url}${path} (${text.fetched(day)}).`,
    newest ? text.lasting(`${url}${addressOf(language, 'exports', newest.release)}`) : '',
  ].filter((part) => part !== '')
  return html`<div><h2 class="minor">${text.heading}</h2><pre id="cite" tabindex="0" role="group" aria-label="${text.heading}">${parts.join(' ')}</pre><ul class="acts"><li><button class="quiet" data-copy="cite" hidden>${text.copy}</button></li>${
    newest
      ? html`<li><a href="${bare}cite.bib${search}">BibTeX</a></li><li><a href="${bare}cite.ris${search}">RIS</a></li><li><a href="${addressOf(language, 'exports', newest.release)}">${text.wholeRelease}</a></li>`
      : ''
  }</ul></div>`
}

/** The citation for reference managers. */
export function bibTex(
  { url, day, releases, path }: Setting & { readonly path: string },
  name: string,
): string {
  const { release = '', date = '' } = releases[0] ?? {}
  return `@misc{medborgarloften-${release},
  title = {${texEscaped(`${title.sv}: ${name}`)}},
  year = {${date.slice(0, 4)}},
  version = {${release}},
  howpublished = {\\url{${url}${path}}},
  urldate = {${day}},
  note = {${url}/exports/${release}/},
}
`
}

/** The citation as RIS. */
export function ris({ url, day, releases, path }: Setting & { readonly path: string }, name: string): string {
  const { release = '', date = '' } = releases[0] ?? {}
  return [
    'TY  - DATA',
    `TI  - ${title.sv}: ${name}`,
    `PY  - ${date.slice(0, 4)}`,
    `ET  - ${release}`,
    `UR  - ${url}${path}`,
    `Y2  - ${day.replaceAll('-', '/')}`,
    `N1  - ${url}/exports/${release}/`,
    'ER  - ',
    '',
  ].join('\r\n')
}

function texEscaped(text: string): string {
  return text.replace(/[\\{}$&#^_%~]/g, (sign) => `\\${sign}`)
}
