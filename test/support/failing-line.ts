import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/** A line to a server that can be made to fail as networks and servers do. */
export interface FailingLine {
  readonly port: number
  /** Breaks all connections. New ones can be made. */
  lose(): void
  /** Breaks all connections and refuses others, as where no server runs. */
  cut(): void
  /** Takes connections and what comes over them, and passes nothing on, as where a server hangs. */
  freeze(): void
  /** Passes everything on again. */
  mend(): Promise<void>
  close(): void
}

/** A line on a port of its own to the server on another. */
export async function failingLine(to: number): Promise<FailingLine> {
  const ends = new Set<[client: Socket, server: Socket]>()
  let isFrozen = false
  const server = createServer((client) => {
    const onward = connect(to, '127.0.0.1')
    const pair: [Socket, Socket] = [client, onward]
    ends.add(pair)
    if (isFrozen) for (const end of pair) end.pause()
    client.on('data', (chunk) => onward.write(chunk))
    onward.on('data', (chunk) => client.write(chunk))
    for (const end of pair) {
      end.on('error', () => {})
      end.on('close', () => {
        for (const each of pair) each.destroy()
        ends.delete(pair)
      })
    }
    if (isFrozen) for (const end of pair) end.pause()
  })
  const listen = (port: number) =>
    new Promise<number>((resolve) =>
      server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
    )
  const port = await listen(0)
  const lose = () => {
    for (const pair of ends) for (const end of pair) end.destroy()
  }
  return {
    port,
    lose,
    cut() {
      server.close()
      lose()
    },
    freeze() {
      isFrozen = true
      for (const pair of ends) for (const end of pair) end.pause()
    },
    async mend() {
      isFrozen = false
      for (const pair of ends) for (const end of pair) end.resume()
      if (!server.listening) await listen(port)
    },
    close() {
      server.close()
      lose()
    },
  }
}
