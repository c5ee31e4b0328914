import type { Request } from '../history.ts'
import type { Own } from './own.ts'

/** What customers choose from: the same few dozen times of the same few experts, so that they get in each other's way. */
export interface Market {
  readonly expertIds: readonly string[]
  /** At the clock of the servers, as it is now. */
  readonly starts: () => readonly string[]
}

export interface Wish extends Request {
  /** The record that it is about. */
  readonly of?: Own
  /** Of a claim. */
  readonly expertId?: string
  readonly minutes?: number
}

const holdsAtMost = 3
const bookingsAtMost = 5

/** What somebody wants to do next, by chance and by what they have. */
export function createWishes(name: string, dice: () => number, market: Market) {
  let keys = 0
  const key = () => `${name}-${String(++keys).padStart(6, '0')}`
  const any = <T>(from: readonly T[]): T | undefined => from[Math.floor(dice() * from.length)]
  const anyStart = () => any(market.starts()) ?? ''
  const anyMinutes = () => (dice() < 0.7 ? 30 : 60)

  function hold(): Wish {
    const expertId = any(market.expertIds) ?? ''
    const minutes = anyMinutes()
    const body = { expertId, startsAt: anyStart(), minutes, holder: name }
    return { method: 'POST', path: '/holds', body, key: key(), expertId, minutes }
  }

  function book(held?: Own): Wish {
    const expertId = held?.expertId ?? any(market.expertIds) ?? ''
    const minutes = held?.minutes ?? anyMinutes()
    const body = {
      expertId,
      startsAt: held?.startsAt ?? anyStart(),
      minutes,
      ...(held ? { hold: { id: held.id, token: held.token } } : {}),
      customer: { name: `Canary of ${name}`, email: `canary-${name}@example.com` },
      topic: `Canary topic of ${name}`,
      timeZone: dice() < 0.5 ? 'Europe/London' : 'Asia/Kathmandu',
    }
    const about = held ? { of: held } : {}
    return { method: 'POST', path: '/bookings', body, key: key(), expertId, minutes, ...about }
  }

  function changeHold(of: Own, body: object): Wish {
    return { method: 'PATCH', path: `/holds/${of.id}`, body, token: of.token, of }
  }

  function changeBooking(of: Own, change: object): Wish {
    const body = { version: of.version, ...change }
    return { method: 'PATCH', path: `/bookings/${of.id}`, body, key: key(), token: of.token, of }
  }

  function ofHold(held: Own, chance: number): Wish {
    if (chance < 0.5) return book(held)
    if (chance < 0.6) return changeHold(held, { renew: true })
    if (chance < 0.75) return changeHold(held, { startsAt: anyStart(), minutes: anyMinutes() })
    return release(held)
  }

  function ofBooking(booked: Own, chance: number, isFull: boolean): Wish {
    if (isFull || chance < 0.4) return changeBooking(booked, { status: 'cancelled' })
    if (chance < 0.75) {
      const minutes = dice() < 0.6 ? {} : { minutes: anyMinutes() }
      return changeBooking(booked, { startsAt: anyStart(), ...minutes })
    }
    return changeBooking(booked, { topic: `Canary topic ${Math.floor(dice() * 1e6)} of ${name}` })
  }

  return {
    next(own: readonly Own[]): Wish {
      const holds = own.filter(({ state, isDoubtful }) => state === 'held' && !isDoubtful)
      const held = any(holds)
      if (held && (dice() < 0.5 || holds.length >= holdsAtMost)) return ofHold(held, dice())
      const bookings = own.filter(({ state, isDoubtful }) => state === 'booked' && !isDoubtful)
      const booked = any(bookings)
      const isFull = bookings.length >= bookingsAtMost
      if (booked && (isFull || dice() < 0.4)) return ofBooking(booked, dice(), isFull)
      const released = any(own.filter(({ state }) => state === 'released'))
      // Whoever presses twice: what is given back already stays so.
      if (released && dice() < 0.15) return release(released)
      return dice() < 0.6 ? hold() : book()
    },
  }
}

function release(of: Own): Wish {
  return { method: 'DELETE', path: `/holds/${of.id}`, token: of.token, of }
}
