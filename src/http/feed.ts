import { LRUCache } from 'lru-cache'
import type { Text } from '../datasets/dataset.ts'
import type { Manifest } from '../exporters/manifest.ts'
import { paths } from '../exporters/metadata/files.ts'
import type { CataloguePlace } from '../exporters/metadata/place.ts'
import type { ReleaseStore } from '../exporters/stores/store.ts'
import { atomFeed, FEED_TYPE, feedPaths, RELEASES_ANNOUNCED } from '../site/feed.ts'
import { type Language, languages } from '../site/language.ts'
import { problem } from './problems.ts'
import { revalidated } from './revalidated.ts'
import type { Route } from './route.ts'

const SUMMARIES: { readonly [L in Language]: Text } = {
  sv: { sv: 'Utgåvorna som Atom-flöde, på svenska.', en: 'The releases as an Atom feed, in Swedish.' },
  en: { sv: 'Utgåvorna som Atom-flöde, på engelska.', en: 'The releases as an Atom feed, in English.' },
}

/** The routes of the feed that announces releases. `releases` gives them, the newest first. */
export function feedRoutes(
  store: ReleaseStore,
  place: CataloguePlace,
  releases: () => Promise<readonly Manifest[]>,
  answers: { found: Text; unchanged: Text; noRelease: Text },
): Route[] {
  const read = changesReader(store)
  return languages.map((language) => ({
    path: feedPaths[language],
    methods: ['GET', 'HEAD'],
    summary: SUMMARIES[language],
    answers: { 200: answers.found, 304: answers.unchanged, 503: answers.noRelease },
    mediaType: FEED_TYPE,
    handle: async (request) => {
      const announced = (await releases()).slice(0, RELEASES_ANNOUNCED)
      if (announced.length === 0)
        return problem(request, 503, {
          sv: 'Det finns ingen utgåva ännu, och därför inget flöde',
          en: 'There is no release yet, so the feed is empty',
        })
      const entries = await Promise.all(
        announced.map(async (manifest) => ({
          release: manifest.release,
          date: manifest.date,
          changes: await read(manifest, paths.changes[language]),
        })),
      )
      return revalidated(request, atomFeed(language, entries, place), FEED_TYPE)
    },
  }))
}

/** Reads the changes of releases. A release never changes, so each is read once while it is in the feed. */
function changesReader(store: ReleaseStore) {
  const kept = new LRUCache<string, { text: string; path: string }>({
    max: languages.length * RELEASES_ANNOUNCED,
  })
  return async ({ release, files }: Manifest, path: string) => {
    if (!files.some((file) => file.path === path)) return null
    const place = `${release}/${path}`
    const known = kept.get(place)
    if (known) return known
    const text = Buffer.concat(await Array.fromAsync(store.read(release, path))).toString()
    const changes = { text, path }
    kept.set(place, changes)
    return changes
  }
}
