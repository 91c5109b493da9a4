import { licence, totalsNote } from '../datasets/publication.ts'
import { exportsTexts } from './exports-texts.ts'
import { feedPaths } from './feed.ts'
import { formats } from './formats.ts'
import { framed } from './frame.ts'
import { type Html, html } from './html.ts'
import type { Language } from './language.ts'
import { exportsPath, type ListedRelease, type ShownRelease, type Site } from './listed-release.ts'
import {
  checking,
  citation,
  datasetsTables,
  describing,
  inDoubt,
  opening,
  wholeSet,
} from './release-sections.ts'
import { texts } from './texts.ts'

/**
 * The page of all releases, the newest with its files. `linkedData` is what search engines read of it.
 */
export function exportsPage(
  language: Language,
  newest: ShownRelease | null,
  releases: readonly ListedRelease[],
  site: Site,
  linkedData: object | null,
): string {
  const text = exportsTexts[language]
  const main = newest
    ? html`
${releaseFacts(language, newest)}
<p>${text.followsLatest} <a href="${exportsPath[language]}${newest.release}/">${newest.release}</a></p>
${sections(language, newest, { ...site, folder: '/exports/latest/' })}
<h2>${texts[language].releasesHeading}</h2>
<p>${texts[language].feed} <a href="${feedPaths[language]}">${feedPaths[language].slice(1)}</a></p>
${releasesTable(language, releases)}`
    : html`<p>${texts[language].noRelease}</p>`
  const heading = texts[language].exportsHeading
  return framed(
    {
      title: heading,
      description: texts[language].exports,
      section: 'exports',
      main: html`<h1>${heading}</h1>
<p class="lead">${texts[language].exports}</p>
<div class="prose">${main}</div>`,
      ...(linkedData && { linkedData }),
    },
    { language, url: site.url, paths: exportsPath, release: newest?.release, date: newest?.date },
  )
}

/** The page of one release, whose addresses never change. */
export function releasePage(
  language: Language,
  release: ShownRelease,
  site: Site,
  isNewest: boolean,
): string {
  const text = exportsTexts[language]
  const folder = `/exports/${release.release}/`
  const heading = text.releaseOf(release.release)
  return framed(
    {
      title: heading,
      description: texts[language].exports,
      section: 'exports',
      main: html`<h1>${heading}</h1>
<div class="prose">${releaseFacts(language, release)}
<p>${isNewest ? text.isNewest : text.isOld} ${text.neverChanges} <a href="${exportsPath[language]}">${text.allReleases}</a>.</p>
${sections(language, release, { ...site, folder })}</div>`,
    },
    {
      language,
      url: site.url,
      paths: { sv: `${exportsPath.sv}${release.release}/`, en: `${exportsPath.en}${release.release}/` },
      release: release.release,
      date: release.date,
    },
  )
}

function releaseFacts(language: Language, { release, revision, date }: ListedRelease): Html {
  const text = exportsTexts[language]
  return html`<dl class="pairs">
<dt>${texts[language].release}</dt><dd>${release}</dd>
<dt>${text.dated}</dt><dd>${formats[language].day(date)}</dd>
<dt>${text.revision}</dt><dd>${revision}</dd>
<dt>${text.licence}</dt><dd><a href="${licence.url}">${licence.name}</a>: ${text.free}</dd>
</dl>`
}

/** What is shown about a release, given the address of its folder. */
function sections(language: Language, release: ShownRelease, at: Site & { readonly folder: string }): Html {
  const hrefOf = (path: string) => `${at.leadsOn(path) ? `/exports/${release.release}/` : at.folder}${path}`
  return html`
${inDoubt(language, release, hrefOf)}
${wholeSet(language, release, hrefOf)}
<p>${totalsNote[language]}</p>
${datasetsTables(language, release, hrefOf)}
${describing(language, release, hrefOf)}
${opening(language, `${at.url}${at.folder}`)}
${citation(language, release, at)}
${checking(language, release, hrefOf)}`
}

function releasesTable(language: Language, releases: readonly ListedRelease[]): Html {
  const text = exportsTexts[language]
  return html`<table>
<thead><tr><th scope="col">${texts[language].release}</th><th scope="col">${text.dated}</th><th scope="col" class="number">${text.revision}</th></tr></thead>
<tbody>
${releases.map(
  ({ release, date, revision }) => html`<tr>
<th scope="row"><a href="${exportsPath[language]}${release}/">${release}</a></th>
<td>${formats[language].day(date)}</td>
<td class="number">${revision}</td>
</tr>
`,
)}
</tbody>
</table>`
}
