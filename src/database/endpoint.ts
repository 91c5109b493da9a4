import postgres from 'postgres'

/** Where a server is, and as whom to connect to it: those options of the driver that its address sets. */
export type ServerAddress = Pick<
  postgres.ParsedOptions,
  'host' | 'port' | 'path' | 'database' | 'user' | 'pass' | 'ssl'
>

/** Where an address leads. */
export function endpointOf(address: string): ServerAddress {
  const { host, port, path, database, user, pass, ssl } = postgres(address).options
  return { host, port, path, database, user, pass, ssl }
}

/** A server as it is named in the log: without its user and password. */
export function nameOf({ host, port, path }: ServerAddress): string {
  return typeof path === 'string' && path !== '' ? path : `${host[0]}:${port[0]}`
}
