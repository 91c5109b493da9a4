import { isIP } from 'node:net'
import { LRUCache } from 'lru-cache'

/** Longer texts are not addresses: with a zone and a port the longest has 70 characters. */
const LONGEST = 100
/** How many parsed addresses are cached: most requests come from an address that was seen before. */
const MAX_KNOWN = 1_000

/** Tells from which address a request comes. */
interface Sent {
  readonly socketAddress?: string | undefined
  readonly forwardedFor?: string
}

/**
 * Tells the address of a client: the other end of the connection or, behind a number of reverse proxies, the address that
 * they wrote into X-Forwarded-For. An IPv6 network of /64 counts as one address, since a single client has all of it.
 */
export function senderReader(proxies: number): (sent: Sent) => string {
  const known = new LRUCache<string, string>({ max: MAX_KNOWN, memoMethod: (text) => networkOf(text) })
  const senderNetwork = (text: string) => (text.length > LONGEST ? '' : known.memo(text))
  return ({ socketAddress = '', forwardedFor = '' }) => {
    // Each proxy adds one on the right. Those further left could be invented by the client.
    const sent = proxies === 0 ? undefined : forwardedFor.split(',').at(-proxies)?.trim()
    return (sent && senderNetwork(sent)) || senderNetwork(socketAddress)
  }
}

/** An IPv4 address, or the /64 of an IPv6 address; empty if it is neither. */
function networkOf(text: string): string {
  const [, bracketed, v4WithPort] = /^(?:\[([^\]]+)\](?::\d+)?|([\d.]+):\d+)$/.exec(text) ?? []
  const address = (bracketed ?? v4WithPort ?? text).replace(/%.*$/, '')
  if (isIP(address) === 4) return address
  if (isIP(address) !== 6) return ''
  const groups = numbersOfIpv6(address)
  const mapped = groups.slice(0, 6).every((group, index) => group === (index === 5 ? 0xffff : 0))
  if (mapped)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 0xff])
      .join('.')
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`
}

/** The eight numbers of an IPv6 address. */
function numbersOfIpv6(address: string): number[] {
  // A URL writes all of it in hexadecimal, including an IPv4 address at its end.
  const written = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [before = '', after] = written.split('::')
  const numbers = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16))
  if (after === undefined) return numbers(before)
  const [first, last] = [numbers(before), numbers(after)]
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last]
}
