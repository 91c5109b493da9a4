import { settings } from '../src/config.ts'

/** The settings as a table, for the README. */
export function settingsTable(): string {
  const rows = Object.values(settings).map(
    ({ name, default: byDefault, description }) =>
      `| \`${name}\` | ${byDefault ? `\`${byDefault}\`` : ''} | ${description} |`,
  )
  return ['| setting | default | what it is |', '| --- | --- | --- |', ...rows].join('\n')
}

/** A document with its generated part, which stands between two markers, made anew. */
export function withGenerated(document: string, part: string, text: string): string {
  const begin = `<!-- ${part}: npm run generate -->`
  const end = `<!-- /${part} -->`
  const [before, rest] = document.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`The document has no ${begin} … ${end}`)
  return `${before}${begin}\n${text}\n${end}${after}`
}
