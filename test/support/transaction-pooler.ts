import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** What a pooler does with settings that a session is opened with. */
export type OnSettings = 'refuses' | 'drops'

/** A pooler of connections to a PostgreSQL server. */
export interface TransactionPooler {
  readonly port: number
  /** How many transactions each of its connections has had. */
  transactions(): number[]
  close(): void
}

/** A connection to the server. */
interface Backend {
  readonly socket: Socket
  transactions: number
  /** Who has it until the transaction ends. */
  client: Client | null
}

interface Client {
  readonly socket: Socket
  backend: Promise<Backend> | null
}

const PASSWORD_WANTED = 'R'.charCodeAt(0)
const READY = 'Z'.charCodeAt(0)
const IDLE = 'I'.charCodeAt(0)
const END = 'X'.charCodeAt(0)
/** The settings that PgBouncer takes from a client. */
const TAKEN = ['user', 'database', 'application_name', 'client_encoding']

/**
 * A pooler in transaction mode, like PgBouncer: each transaction gets the connection to the server that has waited longest,
 * and finds there what others have left of their sessions, such as prepared statements. It asks nobody for a password.
 */
export async function transactionPooler(
  to: string,
  connections: number,
  onSettings: OnSettings,
): Promise<TransactionPooler> {
  const backends = await Promise.all(Array.from({ length: connections }, () => openBackend(new URL(to))))
  const idle = [...backends]
  const waiting: ((backend: Backend) => void)[] = []
  const clients = new Set<Socket>()

  const release = (backend: Backend) => {
    if (backend.client) backend.client.backend = null
    backend.client = null
    const next = waiting.shift()
    if (next) next(backend)
    else idle.push(backend)
  }
  const take = async (client: Client) => {
    const backend = idle.shift() ?? (await new Promise<Backend>((resolve) => waiting.push(resolve)))
    backend.client = client
    backend.transactions++
    return backend
  }
  for (const backend of backends) {
    eachMessage(backend.socket, (message) => {
      backend.client?.socket.write(message)
      if (isIdle(message)) release(backend)
    })
    backend.socket.on('close', () => backend.client?.socket.destroy())
  }

  const server = createServer({ noDelay: true }, (socket) => {
    clients.add(socket)
    socket.on('error', () => {})
    const client: Client = { socket, backend: null }
    socket.once('data', (asked) => {
      const names = asked
        .toString('latin1', 8)
        .split('\0')
        .filter((_text, at) => at % 2 === 0)
      const unknown = names.find((name) => name !== '' && !TAKEN.includes(name))
      if (unknown !== undefined && onSettings === 'refuses') {
        socket.end(messageOf('E', `SFATAL\0C08P01\0Munsupported startup parameter: ${unknown}\0\0`))
        return
      }
      socket.write(
        Buffer.concat([messageOf('R', '\0\0\0\0'), messageOf('K', '\0'.repeat(8)), messageOf('Z', 'I')]),
      )
      eachMessage(socket, (message) => {
        if (message[0] === END) return
        client.backend ??= take(client)
        void client.backend.then((backend) => backend.socket.write(message))
      })
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port, // it listens on a port
    transactions: () => backends.map((backend) => backend.transactions),
    close() {
      server.close()
      for (const socket of [...clients, ...backends.map((backend) => backend.socket)]) socket.destroy()
    },
  }
}

/** A connection that is ready for a transaction. */
async function openBackend({ port, username, password, pathname }: URL): Promise<Backend> {
  const socket = connect({ port: Number(port), host: '127.0.0.1', noDelay: true })
  socket.on('error', () => {})
  const asked = Buffer.from(`user\0${username}\0database\0${pathname.slice(1)}\0\0`)
  const head = Buffer.alloc(8)
  head.writeInt32BE(asked.length + head.length)
  head.writeInt16BE(3, 4) // the version of the protocol
  socket.write(Buffer.concat([head, asked]))
  await new Promise<void>((resolve) => {
    const stop = eachMessage(socket, (message) => {
      if (message[0] === PASSWORD_WANTED && message.readInt32BE(5) !== 0)
        socket.write(messageOf('p', `${password}\0`))
      if (!isIdle(message)) return
      stop()
      resolve()
    })
  })
  return { socket, transactions: 0, client: null }
}

function isIdle(message: Buffer): boolean {
  return message[0] === READY && message[5] === IDLE
}

/** A message of the protocol: its type, its length, its text. */
function messageOf(type: string, text: string): Buffer {
  const body = Buffer.from(text)
  const head = Buffer.alloc(5)
  head.write(type)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

/** Calls a function for each whole message that arrives. Gives what ends that. */
function eachMessage(socket: Socket, onMessage: (message: Buffer) => void): () => void {
  let arrived: Buffer = Buffer.alloc(0)
  const take = (chunk: Buffer) => {
    arrived = Buffer.concat([arrived, chunk])
    while (arrived.length >= 5 && arrived.length >= arrived.readInt32BE(1) + 1) {
      const length = arrived.readInt32BE(1) + 1
      const message = arrived.subarray(0, length)
      arrived = arrived.subarray(length)
      onMessage(message)
    }
  }
  socket.on('data', take)
  return () => socket.off('data', take)
}
