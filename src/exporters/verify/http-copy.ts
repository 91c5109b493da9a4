import type { Copy } from './copy.ts'

/** How long a server may take. */
export interface DownloadPatience {
  /** For the next bytes. */
  readonly idleMs: number
  /** For a whole file: the time at this speed, plus `idleMs`. */
  readonly leastBytesPerSecond: number
}

/** The maximum for a file of any size. */
const MOST_MS = 24 * 60 * 60 * 1000

/** Allows for a bad connection, but not for a server that never ends. */
const PATIENCE: DownloadPatience = { idleMs: 30_000, leastBytesPerSecond: 16 * 1024 }

/** A copy on a server, at an address that ends with a slash. */
export function copyAt(address: URL, patience: DownloadPatience = PATIENCE): Copy {
  return {
    place: address.href,
    name: address.pathname.split('/').at(-2) ?? '',
    names: async () => null,
    open: (file, mostBytes) =>
      download(new URL(file.split('/').map(encodeURIComponent).join('/'), address), mostBytes, patience),
    beside: (name) => copyAt(new URL(`../${name}/`, address), patience),
    within: (name) => copyAt(new URL(`${name}/`, address), patience),
  }
}

async function download(
  address: URL,
  mostBytes: number,
  { idleMs, leastBytesPerSecond }: DownloadPatience,
): Promise<AsyncIterable<Uint8Array> | null> {
  const stop = new AbortController()
  const after = (ms: number, what: string) => setTimeout(() => stop.abort(new Error(what)), ms)
  const idle = after(idleMs, `sent nothing for ${idleMs / 1000} s`)
  const all = after(
    Math.min(idleMs + (mostBytes / leastBytesPerSecond) * 1000, MOST_MS),
    `sent less than ${leastBytesPerSecond} bytes per second`,
  )
  const done = () => {
    clearTimeout(idle)
    clearTimeout(all)
  }
  try {
    // Uncompressed: the file is checked, not what a proxy makes of it.
    const headers = { 'accept-encoding': 'identity' }
    const { status, body } = await fetch(address, { headers, signal: stop.signal })
    if (status === 200 && body) return follow(body, idle, done)
    done()
    await body?.cancel()
    if (status === 404 || status === 410) return null
    throw new Error(`the server responded with status ${status}`)
  } catch (error) {
    done()
    throw causeOf(error)
  }
}

async function* follow(
  body: ReadableStream<Uint8Array>,
  idle: NodeJS.Timeout,
  done: () => void,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body) {
      idle.refresh()
      yield chunk
    }
  } catch (error) {
    throw causeOf(error)
  } finally {
    done()
  }
}

/** Why a request failed: `fetch` only gives it in the cause. */
function causeOf(error: unknown): unknown {
  return error instanceof TypeError && error.cause instanceof Error ? error.cause : error
}
