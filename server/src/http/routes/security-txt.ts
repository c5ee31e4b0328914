import type { RequestHandler } from 'express'
import { day, formatInstant, type Instant, instantOf } from '../../domain/time/instant.ts'

/** Less than the year that RFC 9116 advises as the longest. */
const validMs = 180 * day

/** Where weaknesses are reported, for those who look for them (RFC 9116). It is written anew for each who asks. */
export function securityTxt(
  contact: string,
  clock: () => Instant,
  publicUrl: () => string,
): RequestHandler {
  return (_request, response) => {
    const today = Math.floor(clock() / day) * day
    const lines = [
      `Contact: ${contact}`,
      `Expires: ${formatInstant(instantOf(today + validMs))}`,
      'Preferred-Languages: en',
    ]
    const url = `${publicUrl()}/.well-known/security.txt`
    // The RFC knows no other addresses.
    if (url.startsWith('https:')) lines.push(`Canonical: ${url}`)
    response
      .setHeader('Cache-Control', 'no-cache')
      .type('text/plain')
      .send(`${lines.join('\n')}\n`)
  }
}
