import { isLinkTable } from '../datasets/dataset.ts'
import { datasetNames, datasets } from '../datasets/index.ts'
import { formNames, title, wholeNames } from '../datasets/publication.ts'
import { viewNames } from '../datasets/views/index.ts'
import { codeBlock } from './code-block.ts'
import { exportsTexts } from './exports-texts.ts'
import { type Html, html } from './html.ts'
import type { Language } from './language.ts'
import {
  exportsPath,
  type HrefOf,
  type ListedDataset,
  type ListedFile,
  type ListedRelease,
  type ShownRelease,
  type Site,
  sizeIn,
} from './listed-release.ts'
import { openings } from './opening.ts'
import { texts } from './texts.ts'

/** The files that need no others: each answers questions on its own. Releases from before such files existed do not list any. */
export function inDoubt(language: Language, { datasets, files }: ListedRelease, hrefOf: HrefOf): Html {
  const text = exportsTexts[language]
  const offered = viewNames.flatMap((view) => datasets.filter(({ name }) => name === view))
  if (offered.length === 0) return html``
  const { locale } = texts[language]
  return html`<h2>${text.startHeading}</h2>
<p>${text.forExcel}</p>
${offered.map(
  ({ name, title: titles, description, rows }) => html`<h3>${titles[language]}</h3>
<p>${description[language]} ${text.rows}: ${rows.toLocaleString(locale)}.</p>
${fileList(language, filesOfDataset(files, name), hrefOf)}
`,
)}`
}

/** The files that hold all datasets. */
export function wholeSet(language: Language, { files }: ListedRelease, hrefOf: HrefOf): Html {
  const text = exportsTexts[language]
  const whole = text.whole.flatMap((path) => files.filter((file) => file.path === path))
  if (whole.length === 0) return html``
  return html`<h2>${text.wholeHeading}</h2>
<ul>
${whole.map((file) => html`<li>${fileLink(language, file, hrefOf, file.path)} – ${wholeNames[file.path]?.[language]}</li>\n`)}
</ul>`
}

/** Every dataset with its description, its rows, and a link for each of its formats. Datasets that only link others come last. */
export function datasetsTables(language: Language, release: ListedRelease, hrefOf: HrefOf): Html {
  const text = exportsTexts[language]
  const isLink = ({ name }: ListedDataset) => linkTables.includes(name)
  const [links, others] = [release.datasets.filter(isLink), release.datasets.filter((each) => !isLink(each))]
  return html`<h2 id="datasets">${text.datasetsHeading}</h2>
${datasetsTable(language, 'datasets', others, release, hrefOf)}
<h2 id="links">${text.linksHeading}</h2>
<p>${text.linksWhat}</p>
${datasetsTable(language, 'links', links, release, hrefOf)}`
}

const linkTables: readonly string[] = datasetNames.filter((name) => isLinkTable(datasets[name]))

function datasetsTable(
  language: Language,
  heading: string,
  shown: readonly ListedDataset[],
  { files }: ListedRelease,
  hrefOf: HrefOf,
): Html {
  const text = exportsTexts[language]
  const { locale } = texts[language]
  return html`<table class="stacked halves" aria-labelledby="${heading}">
<thead><tr><th scope="col">${text.dataset}</th><th scope="col" class="number">${text.rows}</th><th scope="col">${text.files}</th></tr></thead>
<tbody>
${shown.map(
  ({ name, title: titles, description, rows }) => html`<tr>
<th scope="row">${titles[language]} <code>${name}</code><br><small>${description[language]}</small></th>
<td class="number" data-label="${text.rows}">${rows.toLocaleString(locale)}</td>
<td>${fileList(language, filesOfDataset(files, name), hrefOf)}</td>
</tr>
`,
)}
</tbody>
</table>`
}

/** The files that describe the release. */
export function describing(language: Language, { files }: ListedRelease, hrefOf: HrefOf): Html {
  const text = exportsTexts[language]
  const charts = files.filter(({ path }) => path.startsWith('charts/'))
  const about = files.filter(
    (file) => file.dataset === null && !text.whole.includes(file.path) && !charts.includes(file),
  )
  const inOrder = [
    ...Object.keys(text.about).flatMap((path) => about.filter((file) => file.path === path)),
    ...about.filter(({ path }) => !Object.hasOwn(text.about, path)),
  ]
  return html`<h2>${text.aboutHeading}</h2>
<ul>
${inOrder.map(
  (file) =>
    html`<li>${fileLink(language, file, hrefOf, file.path)}${text.about[file.path] ? ` – ${text.about[file.path]}` : ''}</li>\n`,
)}
</ul>
${
  charts.length > 0
    ? html`<details><summary>${text.charts(charts.length)}</summary><ul class="files">${charts.map((file) => html`<li>${fileLink(language, file, hrefOf, file.path.slice('charts/'.length))}</li>\n`)}</ul></details>`
    : ''
}<p>${text.catalogue} <a href="/catalog.rdf">RDF/XML</a>, <a href="/catalog.ttl">Turtle</a>, <a href="/catalog.jsonld">JSON-LD</a>.</p>`
}

/** How to open the files at an address. */
export function opening(language: Language, folder: string): Html {
  const text = exportsTexts[language]
  return html`<h2>${text.openHeading}</h2>
${openings.map(
  ({ program, how, code }) => html`<h3>${program}</h3>
<p>${how[language]}</p>
${code ? codeBlock(program, code.text(folder)) : ''}
`,
)}`
}

/** How to cite the release, by its permanent address. */
export function citation(
  language: Language,
  { release, date }: ListedRelease,
  { url, publisher }: Site,
): Html {
  const text = exportsTexts[language]
  const address = `${url}${exportsPath[language]}${release}/`
  return html`<h2>${text.citeHeading}</h2>
<p>${text.cite}</p>
<blockquote><p><cite>${title[language]}</cite>. ${publisher ?? text.noPublisher}. ${texts[language].release} ${release}, ${date}. <a href="${address}">${address}</a>. CC0 1.0.</p></blockquote>`
}

/** How to check the files. */
export function checking(language: Language, { lists }: ShownRelease, hrefOf: HrefOf): Html {
  const text = exportsTexts[language]
  return html`<h2>${text.verifyHeading}</h2>
<p>${text.verify} ${lists.map((path, at) => html`${at > 0 ? ', ' : ''}<a href="${hrefOf(path)}">${path}</a>`)}</p>
${codeBlock(text.verifyHeading, 'sha256sum --check --ignore-missing SHA256SUMS')}`
}

function filesOfDataset(files: readonly ListedFile[], name: string): ListedFile[] {
  return files.filter(({ dataset }) => dataset === name)
}

function fileList(language: Language, files: readonly ListedFile[], hrefOf: HrefOf): Html {
  return html`<ul class="files">
${files.map((file) => html`<li>${fileLink(language, file, hrefOf, formName(language, file))}</li>\n`)}
</ul>`
}

function fileLink(language: Language, { path, bytes }: ListedFile, hrefOf: HrefOf, name: string): Html {
  return html`<a href="${hrefOf(path)}">${name}</a> <small>${sizeIn(language, bytes)}</small>`
}

/** The names of compression formats by file extension. */
const COMPRESSED = /\.(zst|gz)$/

/** The name of a file's format: `activities.csv.zst` is CSV, compressed. */
function formName(language: Language, { path }: ListedFile): string {
  const { compressed } = exportsTexts[language]
  const [, ending = ''] = /^[^.]*\.(.*)$/.exec(path) ?? []
  const [, packed] = COMPRESSED.exec(ending) ?? []
  const form = formNames[ending.replace(COMPRESSED, '')]?.[language]
  if (form === undefined) return path
  return packed ? `${form}, ${compressed} (${packed})` : form
}
