import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isPublic } from './public-addresses.ts'

export type Resolve = (name: string) => Promise<readonly LookupAddress[]>

/** Where a connection goes: to these addresses and to no other, whatever the name means a moment later. */
export interface Destination {
  readonly url: URL
  readonly addresses: readonly LookupAddress[]
}

const resolveByDns: Resolve = (name) => lookup(name, { all: true, verbatim: true })

/**
 * Says where an address may be asked for, or null: https on port 443 of the open internet, and beside it only what whoever
 * runs the server allows by its origin, such as `http://127.0.0.1:5232`. A name is refused where any of its addresses is:
 * whoever connects chooses among them.
 */
export function createDestinations(
  allowedOrigins: readonly string[],
  resolve: Resolve = resolveByDns,
) {
  const allowed = new Set(allowedOrigins)

  return async (address: string): Promise<Destination | null> => {
    if (!URL.canParse(address)) return null
    const url = new URL(address)
    if (url.username !== '' || url.password !== '') return null
    const isOurs = allowed.has(url.origin)
    if (!isOurs && (url.protocol !== 'https:' || url.port !== '')) return null
    // The parser has made one form of all that an address of numbers can be written as.
    const host = url.hostname.replace(/^\[(.+)\]$/, '$1')
    const family = isIP(host)
    const addresses = family === 0 ? await resolve(host) : [{ address: host, family }]
    const isOpen = isOurs || addresses.every((each) => isPublic(each.address))
    return addresses.length > 0 && isOpen ? { url, addresses } : null
  }
}
