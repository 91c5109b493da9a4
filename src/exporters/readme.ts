import type { Text } from '../datasets/dataset.ts'
import { description, licence, title, totalsNote } from '../datasets/publication.ts'
import { aboutRelease } from './about.ts'
import { changesDescription } from './delta/description.ts'
import type { ReleaseHead } from './manifest.ts'

/** The sentences about the origin of a release. */
const FROM: readonly string[] = ['publisher', 'contact', 'address']

/** The README of a release, in Swedish and English. */
export function releaseReadme(manifest: ReleaseHead): string {
  const { release, revision, date, counts, datasets } = manifest
  const from = (language: keyof Text) =>
    aboutRelease(manifest)
      .filter(({ name }) => FROM.includes(name))
      .map(({ label, value, unknown }) => `- ${label[language]}: ${(value ?? unknown)[language]}`)
      .join('\n')
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

${from('sv')}

${totalsNote.sv}

Transkriberade medborgarlöften: ${counts.agreements.transcribed}. Katalogiserade: ${counts.agreements.catalogued}.

Vill du ha en enda fil: \`activities_flat\`, med en rad per aktivitet och alla benämningar.

Varje datamängd finns som \`.csv\` (UTF-8, kommatecken, RFC 4180), \`.excel.csv\` (för Excel med svenska inställningar: semikolon, decimalkomma), \`.json\`, \`.jsonl\` (ett objekt per rad) och \`.parquet\`; det som har koordinater även som \`.geojson\` (WGS 84). Alla finns i \`medborgarloften.xlsx\`, ett blad per datamängd med svenska rubriker, i \`medborgarloften.en.xlsx\` med engelska, och i \`medborgarloften.sqlite\`, med nycklar (SQLite 3.31 eller senare). Hela utgåvan finns i \`medborgarloften.zip\`, utom \`index.json\`, som anger arkivets kontrollsumma. Stora filer finns även som \`.zst\` och \`.gz\`. I \`.excel.csv\` står en apostrof före det som Excel annars skulle köra som en formel, och koder som \`="0685"\`, så att nollorna står kvar; LibreOffice visar dem så, och där passar arbetsboken bättre. Alla format har samma värden; bara i Excel, där en cell rymmer 32 767 tecken, slutar en längre text med […].

\`index.json\` anger rader, storlek och kontrollsumma för varje fil; \`sha256sum -c SHA256SUMS\` kontrollerar dem.

${changesDescription.sv}

${list('sv', 'rader')}

\`dictionary.sv.md\` beskriver varje kolumn och värde. För program: \`datapackage.json\` (Data Package 2), \`csv-metadata.json\` (CSVW), \`schema-org.jsonld\` och \`dictionary.csv\`.

# ${title.en}

${description.en}

Release ${release}, revision ${revision}, data of ${date}. Licence: ${licence.name} (${licence.url}): free to use without conditions. We are glad of a mention.

${from('en')}

${totalsNote.en}

Transcribed agreements: ${counts.agreements.transcribed}. Catalogued: ${counts.agreements.catalogued}.

If you want a single file, use \`activities_flat\`, with one row for each activity and all labels.

Each dataset is available as \`.csv\` (UTF-8, comma, RFC 4180), \`.excel.csv\` (for Excel with Swedish settings: semicolon, decimal comma), \`.json\`, \`.jsonl\` (one object per line) and \`.parquet\`; datasets with coordinates also as \`.geojson\` (WGS 84). \`medborgarloften.en.xlsx\` has all of them, one sheet each with English headings, and \`medborgarloften.xlsx\` the same with Swedish headings; \`medborgarloften.sqlite\` has them with keys (SQLite 3.31 or later). \`medborgarloften.zip\` contains the whole release, except \`index.json\`, which has the checksum of the archive. Large files are also available as \`.zst\` and \`.gz\`. In \`.excel.csv\`, values that Excel would run as formulas begin with an apostrophe, and codes are written as \`="0685"\` to keep their zeros; LibreOffice shows these signs, so use the workbook there. All formats have the same values, except that a text longer than 32,767 characters, the limit of a cell in Excel, ends with […] there.

\`index.json\` gives rows, size and checksum of every file; \`sha256sum -c SHA256SUMS\` checks them.

${changesDescription.en}

${list('en', 'rows')}

\`dictionary.en.md\` describes every column and value. For programs: \`datapackage.json\` (Data Package 2), \`csv-metadata.json\` (CSVW), \`schema-org.jsonld\` and \`dictionary.csv\`.
`
}
