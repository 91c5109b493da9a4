import { connect, type Socket } from 'node:net'

/** What is asked, and how it is counted. */
export interface Question {
  readonly kind: string
  readonly path: string
}

/** A response: its status, and how long it took from when it was due. */
export interface Outcome {
  readonly kind: string
  readonly status: number
  readonly ms: number
}

/** A connection that asks one question at a time, without more work than that takes. */
class Client {
  readonly socket: Socket
  #arrived = ''
  #left = -1
  #status = 0
  #done: ((status: number) => void) | null = null

  constructor(port: number) {
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.socket.setEncoding('latin1')
    this.socket.on('error', () => this.#end(0)).on('close', () => this.#end(0))
    this.socket.on('data', (part: string) => this.#take(part))
  }

  ask(path: string): Promise<number> {
    this.socket.write(
      `GET ${path} HTTP/1.1\r\nHost: bench\r\nAccept: application/graphql-response+json\r\n\r\n`,
    )
    return new Promise((resolve) => {
      this.#done = resolve
    })
  }

  #take(part: string): void {
    if (this.#left < 0) {
      this.#arrived += part
      const end = this.#arrived.indexOf('\r\n\r\n')
      if (end < 0) return
      const head = this.#arrived.slice(0, end)
      this.#status = Number(head.slice(9, 12))
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
      this.#left = length - (this.#arrived.length - end - 4)
      this.#arrived = ''
    } else this.#left -= part.length
    if (this.#left <= 0) {
      this.#left = -1
      this.#end(this.#status)
    }
  }

  #end(status: number): void {
    const done = this.#done
    this.#done = null
    done?.(status)
  }
}

/** The most connections that ask at once. */
const MOST_CLIENTS = 2_000

/** Asks for some seconds: as soon as there is a response on one of so many connections. */
export async function closedLoop(
  port: number,
  next: () => Question,
  { seconds, clients }: { readonly seconds: number; readonly clients: number },
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const until = performance.now() + seconds * 1000
  const one = async () => {
    const client = new Client(port)
    while (performance.now() < until) {
      const { kind, path } = next()
      const began = performance.now()
      outcomes.push({ kind, status: await client.ask(path), ms: performance.now() - began })
    }
    client.socket.destroy()
  }
  await Promise.all(Array.from({ length: clients }, one))
  return outcomes
}

/** Asks so many questions a second for some seconds, whatever becomes of them, as many independent readers do. */
export async function openLoop(
  port: number,
  next: () => Question,
  { seconds, rate }: { readonly seconds: number; readonly rate: number },
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const idle: Client[] = []
  const all: Client[] = []
  const asking: Promise<void>[] = []
  const began = performance.now()
  const opened = () => {
    const client = new Client(port)
    all.push(client)
    return client
  }
  const ask = async (due: number) => {
    const { kind, path } = next()
    const client = idle.pop() ?? opened()
    const status = await client.ask(path)
    outcomes.push({ kind, status, ms: performance.now() - due })
    idle.push(client)
  }
  for (let asked = 0; asked < rate * seconds; ) {
    const elapsed = performance.now() - began
    for (; asked < (elapsed / 1000) * rate && asked < rate * seconds; asked++) {
      const due = began + (asked / rate) * 1000
      if (idle.length > 0 || all.length < MOST_CLIENTS) asking.push(ask(due))
      else outcomes.push({ kind: 'not sent', status: 0, ms: 0 })
    }
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await Promise.all(asking)
  for (const { socket } of all) socket.destroy()
  return outcomes
}
