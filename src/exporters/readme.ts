import { description, licence, title, totalsNote } from '../datasets/publication.ts'
import type { ReleaseHead } from './manifest.ts'

/** The README of a release, in Swedish and English. */
export function releaseReadme(manifest: ReleaseHead): string {
  const { release, revision, date, counts, datasets } = manifest
  const list = (language: 'sv' | 'en', rows: string) =>
    datasets
      .map(
        (dataset) =>
          `- \`${dataset.name}\` – ${dataset.title[language]}: ${dataset.description[language]} ${dataset.rows} ${rows}.`,
      )
      .join('\n')
  return `# ${title.sv}

${description.sv}

Utgåva ${release}, revision ${revision}, data från ${date}. Licens: ${licence.name} (${licence.url}): fritt att använda utan villkor. Nämn gärna källan.

${totalsNote.sv}

Transkriberade medborgarlöften: ${counts.agreements.transcribed}. Katalogiserade: ${counts.agreements.catalogued}.

Varje datamängd finns som CSV (UTF-8, kommatecken, RFC 4180) och JSON. \`index.json\` anger rader, storlek och kontrollsumma för varje fil; \`sha256sum -c SHA256SUMS\` kontrollerar dem.

${list('sv', 'rader')}

\`dictionary.sv.md\` beskriver varje kolumn och värde. För program: \`datapackage.json\` (Data Package 2), \`csv-metadata.json\` (CSVW), \`schema-org.jsonld\` och \`dictionary.csv\`.

# ${title.en}

${description.en}

Release ${release}, revision ${revision}, data of ${date}. Licence: ${licence.name} (${licence.url}): free to use without conditions. We are glad of a mention.

${totalsNote.en}

Transcribed agreements: ${counts.agreements.transcribed}. Catalogued: ${counts.agreements.catalogued}.

Each dataset comes as CSV (UTF-8, comma, RFC 4180) and JSON. \`index.json\` gives rows, size and checksum of every file; \`sha256sum -c SHA256SUMS\` checks them.

${list('en', 'rows')}

\`dictionary.en.md\` describes every column and value. For programs: \`datapackage.json\` (Data Package 2), \`csv-metadata.json\` (CSVW), \`schema-org.jsonld\` and \`dictionary.csv\`.
`
}
