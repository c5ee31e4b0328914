import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Of the addresses of IPv6, those that are given to anybody at all. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an address is one of the open internet: not of this machine, its network, its provider or its cloud, in none of
 * the ways in which one address can be written as another.
 */
export function isPublic(address: string): boolean {
  if (isIP(address) === 0) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast)
}
