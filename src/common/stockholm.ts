const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' })

/** The day in Sweden at a moment, as in ISO 8601. */
export function stockholmDay(now: Date): string {
  return DAY.format(now)
}
