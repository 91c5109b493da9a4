import type { Language } from '../../datasets/dataset.ts'
import { Html, html } from '../../site/html.ts'
import type { Reference } from '../kinds/reference.ts'
import { idFor } from '../record/agreement-id.ts'
import { placesOf } from '../record/places.ts'
import { undecided } from '../record/states.ts'
import type { Shown } from '../server/reviews.ts'
import { documentView } from './document.ts'
import { followTexts } from './follow-texts.ts'
import { keyActions, shownKey } from './keys.ts'
import { recordView } from './record.ts'
import { languageLink, shell } from './shell.ts'
import { texts } from './texts.ts'

/** The parts of the page that depend on the record: the browser replaces them after a change. */
export interface DraftState {
  readonly revision: string
  /** The header required of requests that write: no other page can read its value. */
  readonly token: string
  readonly document: string
  readonly record: string
  readonly left: number
  readonly all: number
  readonly progress: string
  readonly canUndo: boolean
  readonly finishAbout: string
}

export function draftState(
  shown: Shown,
  reference: Reference,
  token: string,
  language: Language,
): DraftState {
  const { record, revision, name } = shown.draft
  const [left, all] = [undecided(record).length, placesOf(record).length]
  return {
    revision,
    token,
    document: documentView(shown, language).text,
    record: recordView(shown, reference, language).text,
    left,
    all,
    progress: texts[language].progress(left, all),
    canUndo: shown.canUndo,
    finishAbout: texts[language].finishAbout(idFor(record) ?? name),
  }
}

/** The page of one draft: the document on the left, the record on the right, and the dialogs. */
export function draftPage(name: string, state: DraftState, by: string | null, language: Language): string {
  const text = texts[language]
  const path = `/drafts/${encodeURIComponent(name)}`
  const tool = (action: string, label: string, key: string) =>
    html`<button type="button" data-do="${action}">${label} <kbd>${key}</kbd></button>`
  const setting = {
    name,
    path: text.prefix + path,
    texts: { ...text.page, ...followTexts[language] },
    keys: keyActions,
  }
  // Nothing in it may end the element that contains it.
  const data = JSON.stringify({ ...setting, state }).replaceAll('<', '\\u003c')
  const body = html`<body class="draft">
<header>
<nav><a href="${text.prefix}/">${text.back}</a></nav>
<h1>${name}</h1>
<p class="progress"><progress max="${state.all}" value="${state.all - state.left}" aria-label="${text.left}"></progress> <span id="progress">${state.progress}</span></p>
<p id="status" role="status"></p>
<div class="tools" role="toolbar" aria-label="${text.tools}">
${tool('undo', text.undo, 'u')}${tool('mark', text.mark, 'm')}${tool('add', text.add, 'i')}${tool('help', text.help, '?')}<button type="button" class="main" data-do="finish">${text.finish} <kbd>f</kbd></button>
</div>
${languageLink(language, path)}
</header>
<div id="notice" role="alert"></div>
<main>
<div class="document"><h2 class="pane-name" id="document-heading">${text.document}</h2>
<div id="document" class="lines" lang="sv" tabindex="0" role="region" aria-labelledby="document-heading">${new Html(state.document)}</div></div>
<div class="record"><h2 class="pane-name" id="record-heading">${text.record}</h2>
<div id="record" tabindex="-1" role="region" aria-labelledby="record-heading">${new Html(state.record)}</div></div>
<div id="form" role="dialog" aria-label="${text.correct}" hidden></div>
</main>
${finishBox(by, state, language)}
${helpBox(language)}
<script type="application/json" id="setting">${new Html(data)}</script>
<script type="module" src="/page/main.js"></script>
</body>`
  return shell(language, { title: `${name} – ${text.listHeading}`, body })
}

function finishBox(by: string | null, { finishAbout }: DraftState, language: Language): Html {
  const text = texts[language]
  return html`<dialog id="finish" aria-labelledby="finish-heading"><form method="dialog">
<h2 class="box-name" id="finish-heading">${text.finishHeading}</h2>
<p id="finish-about">${finishAbout}</p>
<div class="field"><label for="by">${text.finishBy}</label><input id="by" name="by" autocomplete="name" required value="${by ?? ''}"></div>
<p class="wrong" role="alert"></p>
<div class="buttons"><button type="submit" class="main">${text.finishNow}</button><button type="button" data-do="close">${text.cancel} <kbd>Esc</kbd></button></div>
</form></dialog>`
}

function helpBox(language: Language): Html {
  const text = texts[language]
  const rows = keyActions.map(
    ({ keys, does }) =>
      html`<tr><th scope="row">${keys.map((key) => html`<kbd>${shownKey(key, language)}</kbd> `)}</th><td>${does[language]}</td></tr>`,
  )
  return html`<dialog id="help" aria-labelledby="help-heading">
<h2 class="box-name" id="help-heading">${text.help}</h2>
<table><tbody>${rows}</tbody></table>
<label class="switch"><input type="checkbox" id="keys-on" checked> ${text.keysOn}</label>
<div class="buttons"><button type="button" data-do="close">${text.close} <kbd>Esc</kbd></button></div>
</dialog>`
}
