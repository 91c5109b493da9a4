import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type MadePage, type PageFault, pageFaults, RETRY_AFTER_S } from './faults.ts'

/** A municipality of the country. */
export interface Place {
  readonly code: string
  readonly name: string
}

/** A page of the country, and its expected outcome. */
export interface CountryPage {
  readonly url: string
  readonly id: string
  readonly fault: PageFault
  readonly text: string
  readonly changed: string
}

const FIRST_YEAR = 2016
const textOf = ({ name }: Place, year: number, controls: string) => `Medborgarlöfte ${name} kommun ${year}
Polisen och ${name} kommun lovar att:
- genomföra minst ${controls} trafikkontroller på skolvägar under ${year}
- öka tryggheten för äldre på torget`

/**
 * A made-up country on this machine: hosts with pages of real municipalities, each with a fault of its own. It notes
 * what a polite visitor does not do.
 */
export async function openCountry(places: readonly Place[], pageCount: number, hostCount: number) {
  const servers: Server[] = []
  const hosts: string[] = []
  const asked = new Map<string, number>()
  const rudeness: string[] = []
  const watchers = new Set<(url: string) => void>()
  let isLater = false
  let requests = 0
  let conditional = 0
  const pages = new Map<string, CountryPage>()

  for (let index = 0; index < hostCount; index++) {
    let inFlight = 0
    let awayUntil = 0
    const server = createServer((request, response) => {
      const host = hosts[index] ?? ''
      const path = request.url ?? ''
      const url = host + path
      requests++
      if (request.headers['if-none-match']) conditional++
      if (inFlight > 0) rudeness.push(`${url} was asked while the host was answering`)
      if (Date.now() < awayUntil) rudeness.push(`${url} was asked although the host had asked to wait`)
      inFlight++
      response.once('close', () => inFlight--)
      const writeHead = response.writeHead.bind(response)
      response.writeHead = ((code: number, ...rest: []) => {
        if (code === 429) awayUntil = Date.now() + RETRY_AFTER_S * 1000
        return writeHead(code, ...rest)
      }) as typeof response.writeHead
      for (const watch of watchers) watch(url)
      const page = pages.get(url)
      const moved = pages.get(url.replace(/\/ny$/, ''))
      if (!page && moved) {
        response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(moved.text)
        return
      }
      if (!page) return void response.writeHead(404).end()
      const count = (asked.get(url) ?? 0) + 1
      asked.set(url, count)
      const made: MadePage = { ...page, path, isLater, asked: count, elsewhere: elsewhereOf(page) }
      page.fault.answer(made, request, response)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    servers.push(server)
    const { port } = server.address() as AddressInfo // it listens on a port
    hosts.push(`http://127.0.0.1:${port}`)
  }
  /** The page itself, at the next host. */
  function elsewhereOf({ url }: CountryPage): string {
    const at = hosts.findIndex((host) => url.startsWith(`${host}/`))
    const other = `${hosts[(at + 1) % hosts.length]}${new URL(url).pathname}-flyttad`
    const page = pages.get(url)
    if (page) pages.set(other, { ...page, fault: PLAIN })
    return other
  }
  for (let index = 0; index < pageCount; index++) {
    const place = places[index % places.length]
    const fault = pageFaults[index % pageFaults.length]
    if (!place || !fault) throw new Error('A country has places, and faults')
    const year = FIRST_YEAR + Math.floor(index / places.length)
    // Every host has pages of every fault.
    const url = `${hosts[Math.floor(index / pageFaults.length) % hosts.length]}/lofte-${index}`
    pages.set(url, {
      url,
      id: `${place.code}-${year}`,
      fault,
      text: textOf(place, year, 'femton'),
      changed: textOf(place, year, 'tjugo'),
    })
  }

  return {
    pages: [...pages.values()],
    /** What a polite visitor does not do. */
    rudeness,
    /** How often each page was asked for. */
    asked,
    get requests() {
      return requests
    },
    get conditional() {
      return conditional
    },
    /** Gives all pages their later version. */
    goOn() {
      isLater = true
      asked.clear()
    },
    /** Calls back for each request from now on, until the returned function is called. */
    watch(watcher: (url: string) => void) {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    async [Symbol.asyncDispose]() {
      for (const server of servers) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    },
  }
}

const PLAIN: PageFault = {
  name: 'plain',
  answer: ({ text }, _, response) =>
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(text),
  first: 'new',
  later: 'unchanged',
}
