import { lookup as lookUp } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Unreadable } from '../unreadable.ts'

/** Whether an IP address is public: not loopback, local or reserved. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address) // an IPv4 address mapped to IPv6 counts as the IPv4 address
  return parsed.range() === 'unicast'
}

/**
 * Refuses a host given as an IP address that is not public. Names are checked when they are resolved.
 *
 * @throws {Unreadable} when the host is a private or local IP address.
 */
export function refusePrivateHost(hostname: string): void {
  const address = hostname.replace(/^\[|\]$/g, '')
  if (isIP(address) !== 0 && !isPublicAddress(address)) throw privateAddress(hostname)
}

/**
 * Resolves a name as Node does, and fails if any of its addresses is not public. The connection uses this result, so
 * changing the name's address between check and connection gains an attacker nothing.
 */
export const lookUpPublic: LookupFunction = (hostname, options, done) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? []
    if (error || !first) return done(error ?? new Error(`${hostname} has no address`), '')
    if (!addresses.every(({ address }) => isPublicAddress(address))) return done(privateAddress(hostname), '')
    if (options.all) return done(null, addresses)
    done(null, first.address, first.family)
  })
}

function privateAddress(hostname: string): Unreadable {
  return new Unreadable(
    `${hostname} is an address of this machine or of a local network; give a public address, or use --allow-private.`,
  )
}
