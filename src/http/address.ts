import { isIP } from 'node:net'
import { LRUCache } from 'lru-cache'

/** What is longer than this is no address: with a zone and a port the longest has 70 characters. */
const LONGEST = 100
/** How many texts are remembered that were read as addresses: most requests come from where others came from. */
const MAX_KNOWN = 1_000

/** What tells whom a request is from. */
interface Sent {
  readonly socketAddress?: string | undefined
  readonly forwardedFor?: string
}

/**
 * What reads whom a request is from: the address at the other end of the connection or, behind so many reverse proxies, what
 * they wrote into X-Forwarded-For. An IPv6 network of /64 counts as one, since a single client has all of it.
 */
export function senderReader(proxies: number): (sent: Sent) => string {
  const known = new LRUCache<string, string>({ max: MAX_KNOWN, memoMethod: (text) => networkOf(text) })
  const senderNetwork = (text: string) => (text.length > LONGEST ? '' : known.memo(text))
  return ({ socketAddress = '', forwardedFor = '' }) => {
    // Each proxy adds one at the right. Whatever stands further left, anybody may have made up.
    const sent = proxies === 0 ? undefined : forwardedFor.split(',').at(-proxies)?.trim()
    return (sent && senderNetwork(sent)) || senderNetwork(socketAddress)
  }
}

/** An IPv4 address, or the /64 of an IPv6 address; empty for what is neither. */
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
  // A URL writes all of it in hexadecimal, the IPv4 address at its end too.
  const written = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [before = '', after] = written.split('::')
  const numbers = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16))
  if (after === undefined) return numbers(before)
  const [first, last] = [numbers(before), numbers(after)]
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last]
}
