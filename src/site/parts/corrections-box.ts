import { addressOf } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import type { Setting } from '../page-kind.ts'
import { correctionTexts } from '../texts/corrections-box.ts'

/** What a correction is about. */
interface Subject {
  readonly name: string
  readonly path: string
  /** The municipality whose documents can be requested. */
  readonly municipality?: { readonly code: string; readonly name: string }
}

/** How to report an error, or confirm that everything is right: by a prepared message, without an account or a form. */
export function correctionsBox({ language, url, releases, publisher }: Setting, subject: Subject): Html {
  const text = correctionTexts[language]
  const release = releases[0]?.release ?? ''
  const address = `${url}${subject.path}`
  const { municipality } = subject
  const message = (subjectLine: string, body: string) =>
    publisher
      ? `mailto:${publisher.email}?${mailQuery({ subject: `${subjectLine} (${release})`, body })}`
      : null
  const wrong = message(text.wrongSubject(subject.name), text.wrongBody(address))
  const right = message(text.rightSubject(subject.name), text.rightBody(address))
  return html`<div class="box"><h2>${text.heading}</h2><p>${text.wrong} <a href="${addressOf(language, 'corrections')}">${text.corrections}</a>.</p>
${municipality ? html`<p>${text.right(municipality.name)}</p>` : ''}
${wrong ? '' : html`<p>${text.noAddress}</p>`}
<div class="row">${wrong ? html`<a class="button" href="${wrong}">${text.sendWrong}</a>` : ''}${right && municipality ? html`<a class="button plain" href="${right}">${text.sendRight}</a>` : ''}${
    municipality
      ? html`<a class="button plain" href="${addressOf(language, 'letter')}?kommun=${municipality.code}">${text.request}</a>`
      : ''
  }</div></div>`
}

/** The query of a mailto address: a space is %20, and a line ends with CRLF (RFC 6068). */
export function mailQuery(fields: { readonly [name: string]: string }): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value.replaceAll('\n', '\r\n'))}`)
    .join('&')
}
