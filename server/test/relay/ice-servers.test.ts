import { createHmac } from 'node:crypto'
import { callRoles } from '@expertconnect/contract/calls/shapes'
import { describe, expect, it } from 'vitest'
import { parseInstant } from '../../src/domain/time/instant.ts'
import { createIceServers, createOpenIceServers } from '../../src/relay/ice-servers.ts'

const secret = 'what the relay knows as well'
const settings = {
  stunUrls: ['stun:turn.example'],
  turnUrls: ['turn:turn.example', 'turns:turn.example:443?transport=tcp'],
  turnSecret: secret,
}
const until = parseInstant('2027-01-12T10:45:00.500Z')
const forWhom = { bookingId: 'booking-of-grace', role: 'customer', until } as const

describe('what a browser is told of the ways to the other side', () => {
  it('is how to look from outside, and how to be passed on until the call ends', () => {
    const [stun, turn, ...others] = createIceServers(settings)(forWhom)
    expect(others).toEqual([])
    expect(stun).toEqual({ urls: settings.stunUrls })
    expect(turn?.urls).toEqual(settings.turnUrls)
    const [expiry, who] = turn?.username?.split(':') ?? []
    // Not before the call ends, though the relay counts in whole seconds.
    expect(expiry).toBe(String(Date.UTC(2027, 0, 12, 10, 45, 1) / 1000))
    expect(who).toMatch(/^[\w-]{22}$/)
    const signed = createHmac('sha1', secret).update(turn?.username ?? '')
    expect(turn?.credential).toBe(signed.digest('base64'))
  })

  it('names each side of each call, and tells nobody which one that is', () => {
    const make = createIceServers(settings)
    const nameOf = (bookingId: string, role: (typeof callRoles)[number]) =>
      make({ bookingId, role, until }).at(-1)?.username
    const names = callRoles.flatMap((role) =>
      ['booking-1', 'booking-2'].map((bookingId) => nameOf(bookingId, role)),
    )
    expect(new Set(names).size).toBe(4)
    expect(nameOf('booking-1', 'expert')).toBe(nameOf('booking-1', 'expert'))
    expect(names.join()).not.toMatch(/booking|customer|expert/)
    const other = createIceServers({ ...settings, turnSecret: 'another' })
    expect(other(forWhom).at(-1)?.username).not.toBe(make(forWhom).at(-1)?.username)
    expect(JSON.stringify(make(forWhom))).not.toContain(secret)
  })

  it('is nothing where nothing is configured, and no relay for whoever meets themselves', () => {
    const none = { stunUrls: [], turnUrls: [], turnSecret: null }
    expect(createIceServers(none)(forWhom)).toEqual([])
    expect(createOpenIceServers(none)).toEqual([])
    const withoutRelay = { ...none, stunUrls: settings.stunUrls }
    const stunOnly = [{ urls: settings.stunUrls }]
    expect(createIceServers(withoutRelay)(forWhom)).toEqual(stunOnly)
    expect(createOpenIceServers(settings)).toEqual(stunOnly)
  })
})
