import type { IncomingMessage } from 'node:http'
import { ownCopy } from '@expertconnect/contract/own-copy'
import { ipKeyGenerator } from 'express-rate-limit'

/** One key for a household: an IPv4 address, or the /64 of an IPv6 one. */
export function addressKey(ip: string | undefined): string {
  // Limits remember it, and it may be a piece of a long header.
  return ownCopy(ipKeyGenerator(ip ?? 'unknown', 64))
}

/** One key for a network: the /24 of an IPv4 address, whose others are as cheap to come by, or the /64 of an IPv6 one. */
export function networkKey(ip: string | undefined): string {
  return networkIn(addressKey(ip))
}

/** One key for whoever has a network to themselves: the /24 of an IPv4 address, the /48 of an IPv6 one. */
export function siteKey(ip: string | undefined): string {
  return networkIn(ipKeyGenerator(ip ?? 'unknown', 48))
}

function networkIn(key: string): string {
  const [, firstThree] = /^(\d+\.\d+\.\d+)\.\d+$/.exec(key) ?? []
  return firstThree === undefined ? key : `${firstThree}.0/24`
}

/**
 * The address that asks, as the last of so many trusted proxies saw it: what Express calls `request.ip`, for what does
 * not come by way of Express.
 */
export function clientAddress(request: IncomingMessage, trustedHops: number): string | undefined {
  const { headers, socket } = request
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',')
  const seen = forwarded === '' ? [] : forwarded.split(',').map((each) => each.trim())
  const chain = [socket.remoteAddress, ...seen.toReversed()]
  return chain[Math.min(trustedHops, chain.length - 1)]
}

/** Whether a name or an address means this very machine. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)
}

/** `localhost`, `127.0.0.1` and `[::1]` are one place if the port is the one that this server listens on. */
export function isLoopbackOn(port: number, origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  return url.protocol === 'http:' && Number(url.port || 80) === port && isLoopback(url.hostname)
}
