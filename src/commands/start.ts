import { join } from 'node:path'
import { type App, createApp } from '../app.ts'
import type { Config } from '../config.ts'
import { load } from '../database/load.ts'
import { openDatabase } from '../database/open.ts'
import { ReleaseRefused } from '../exporters/fitness.ts'
import { describeStep, type ReleaseResult, type ReleaseStep, release } from '../exporters/release.ts'
import { openStore } from '../exporters/stores/open.ts'
import type { ReleaseStore } from '../exporters/stores/store.ts'
import { createListener } from '../http/listener.ts'
import { chartsOf } from '../http/site/released-charts.ts'
import { notYet } from '../http/starting.ts'
import { AddressWatch } from '../jobs/address-watch.ts'
import { watchLoads } from '../jobs/load-watch.ts'
import { Nightly } from '../jobs/nightly.ts'
import { checkRelease, describeRelease } from '../jobs/release-check.ts'
import { releaseNowOrLater } from '../jobs/release-later.ts'
import type { Log } from '../log/log.ts'
import { readData } from '../records/read-data.ts'
import { type Tracing, untraced } from '../tracing/tracing.ts'
import { BUNDLED_DATA } from './bundled.ts'
import type { Command } from './command.ts'
import { databasePlace } from './database-place.ts'
import { describeLoad } from './load.ts'
import { missingOfPublisher, releaseSource } from './publisher.ts'
import { listen, stop, untilStopped, withinGrace } from './serving.ts'
import { watchAddresses } from './watch-addresses.ts'

export const start: Command = {
  summary: 'Load the bundled records, write a release and start the server.',
  usage: 'start',
  details: `Migrates the database, loads data/, writes a release if this revision has none, serves GraphQL, releases and the
start page, and writes a new release every night if the data have changed. Stops on SIGINT or SIGTERM.`,
  mostPositionals: 0,
  isServer: true,
  async run({ config, log, progress, result }) {
    const missing = missingOfPublisher(config)
    if (missing) log.warn(missing)
    progress('reading the records')
    const data = readData(BUNDLED_DATA)
    const tracing = await openTracing(config)
    const inSpan = tracing?.inSpan ?? untraced
    // The port is taken first: if it can't be, nothing has been done. Until the data are there, it says so.
    let app: App | undefined
    let watch: AddressWatch | null = null
    const server = createListener(
      {
        take: (request, response, addressOf) => app?.take(request, response, addressOf) ?? false,
        fetch: (request, sender) => app?.fetch(request, sender) ?? notYet(request),
      },
      config.proxies,
      (id, work, request, response) =>
        log.within(id, tracing ? () => tracing.request(request, response, work) : work),
    )
    const port = await listen(server, config, 'PORT')
    const started = new AsyncDisposableStack()
    started.defer(() => {
      server.close()
    })
    try {
      started.defer(() => tracing?.stop())
      const database = await openDatabase(databasePlace(config), undefined, tracing?.inSpan)
      started.defer(() => database.close())
      progress('loading')
      const { db } = database
      const loaded = await inSpan('load', {}, () => load(db, data))
      log.info(describeLoad(loaded))
      const source = releaseSource(config)
      const { exportSchedule: schedule, signingKey, rateLimit, cacheBytes } = config
      const store = await openStore(config)
      const url = `http://${hostFor(config.host)}:${port}`
      // From here on it answers: the release is made meanwhile.
      app = createApp({
        database,
        store,
        publicUrl: config.publicUrl ?? url,
        publisher: source.publisher,
        schedule,
        watch: () => watch?.standing ?? null,
        log,
        tracing,
        rateLimit,
        cacheBytes,
      })
      database.tell({
        away: (reason) => {
          const [which, served] =
            database.servers.replicas > 0
              ? ['the primary database', 'Responses are read from replicas, if one can be used']
              : ['the database', 'Cached responses and releases are still served']
          log.error(`${which} cannot be reached: ${reason}. ${served}`)
        },
        back: (seconds) => log.info(`the database can be reached again after ${Math.round(seconds)} s`),
        leftOut: (name, reason) => log.warn(`the replica ${name} is not read from: ${reason}`),
        takenBack: (name) => log.info(`the replica ${name} is read from again`),
      })
      started.defer(await watchLoads(database, app, log))
      const further = chartsOf(database.primary, log)
      const tell = (step: ReleaseStep) => progress(describeStep(step))
      const released = await releaseNowOrLater(
        () =>
          releaseIfFit(
            () =>
              checkRelease(db, { trigger: 'start' }, () =>
                inSpan('release', {}, () =>
                  release(db, store, { source, progress: tell, signingKey, further }),
                ),
              ),
            store,
            log,
          ),
        log,
      )
      started.defer(() => released.stop())

      const nightly = await Nightly.start({
        database,
        schedule,
        run: async (attempt) => {
          const reason = { trigger: 'schedule', ...attempt } as const
          return describeRelease(
            await checkRelease(db, reason, () =>
              inSpan('release', {}, () => release(db, store, { source, signingKey, further })),
            ),
          )
        },
        log,
      })
      started.defer(() => nightly.stop())
      watch = await startWatch(config, log)
      started.defer(() => watch?.stop())
      started.defer(() => stop(server))
      // A program that reads this line may stop the server at once.
      const stopped = untilStopped()
      result(`Serving ${url}/ – GraphQL at ${url}/graphql, exports at ${url}/exports/`, {
        url,
        revision: loaded.revision.number,
        release: released.name,
      })
      await stopped
      log.info('stopping')
    } finally {
      await withinGrace(started.disposeAsync(), () =>
        log.warn('the requests in progress take too long and are cut off'),
      )
    }
  },
}

/** Releases the data; if they fail the checks, the last release stays. Returns the release that is served. */
async function releaseIfFit(
  attempt: () => Promise<ReleaseResult>,
  store: ReleaseStore,
  log: Log,
): Promise<string | null> {
  try {
    const result = await attempt()
    log.info(describeRelease(result))
    return result.manifest.release
  } catch (error) {
    if (!(error instanceof ReleaseRefused)) throw error
    log.error(error.message)
    return (await store.manifests())[0]?.release ?? null
  }
}

/** Traces, if the settings name a collector. What that needs is loaded only then. */
async function openTracing({
  otlpEndpoint: endpoint,
  tracedShare: share,
}: Config): Promise<Tracing | undefined> {
  if (endpoint === null) return undefined
  const { createTracing } = await import('../tracing/otlp.ts')
  return createTracing({ endpoint, share })
}

/** Has the known addresses asked for changes, if the settings say when. */
async function startWatch({ watchSchedule, draftsDir }: Config, log: Log): Promise<AddressWatch | null> {
  if (watchSchedule === null) return null
  return AddressWatch.start({
    file: join(draftsDir, 'archive', 'watch.json'),
    schedule: watchSchedule,
    run: (stopping) => watchAddresses(['--out', draftsDir], stopping),
    log,
  })
}

/** How this machine reaches an address that is listened on: every address of it is also its own. */
function hostFor(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
