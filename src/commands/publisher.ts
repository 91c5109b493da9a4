import { type Config, settings } from '../config.ts'
import type { Publisher } from '../exporters/metadata/place.ts'
import type { ReleaseSource } from '../exporters/release.ts'

/** Who publishes the data; null unless all the settings for it are set. */
export function publisherOf(config: Config): Publisher | null {
  const { publicUrl, publisherName, publisherType, publisherUrl, contactEmail } = config
  if (publicUrl === null || publisherName === null || publisherType === null || contactEmail === null)
    return null
  return { name: publisherName, type: publisherType, url: publisherUrl, email: contactEmail }
}

/** The origin that is stated in releases. */
export function releaseSource(config: Config): ReleaseSource {
  return { url: config.publicUrl, publisher: publisherOf(config) }
}

/** The settings without which nobody publishes the data. */
const NEEDED = ['publicUrl', 'publisherName', 'publisherType', 'contactEmail'] as const

/** The warning if only some settings for the publisher are set; null if all or none are. */
export function missingOfPublisher(config: Config): string | null {
  const missing = NEEDED.filter((key) => config[key] === null)
  const isBegun = missing.length < NEEDED.length || config.publisherUrl !== null
  if (missing.length === 0 || !isBegun) return null
  const names = missing.map((key) => settings[key].name)
  const [are, all] = names.length === 1 ? ['is', 'it is'] : ['are', 'all are']
  return `${names.join(', ')} ${are} missing: until ${all} set, releases name no publisher and the catalogue is marked as local`
}
