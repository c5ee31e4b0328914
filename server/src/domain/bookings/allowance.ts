import { hour, minute } from '../time/instant.ts'

/**
 * What may be kept of an expert's time by people who have proved nothing. `standing`: bookings that stay until they are
 * over or cancelled. `passing`: all of it, with holds and provisional bookings, which go by themselves.
 */
export type Stay = 'standing' | 'passing'

/** In milliseconds of the expert's time: from one network, and from all that was made within `latelyMs`. */
export interface Allowance {
  readonly network: number
  readonly lately: number
}

/** What was made within this counts as made lately, in milliseconds. */
export const latelyMs = hour

interface Share {
  /** Of the time that is still to be had. */
  readonly part: number
  /** So many of the longest sessions in any case: a calendar with little time left must not demand proof of everybody. */
  readonly sessions: number
}

const shares: Readonly<Record<Stay, Readonly<Record<keyof Allowance, Share>>>> = {
  standing: {
    network: { part: 0.03, sessions: 2 },
    lately: { part: 0.08, sessions: 12 },
  },
  passing: {
    network: { part: 0.045, sessions: 4 },
    lately: { part: 0.16, sessions: 16 },
  },
}

/** `longest`: the longest session that is offered, in minutes; `openMs`: what is still to be had of the expert's time. */
export function allowanceOf(stay: Stay, longest: number, openMs: number): Allowance {
  // Below an hour, a few sessions are next to nothing.
  const session = Math.max(longest * minute, hour)
  const most = ({ part, sessions }: Share) => Math.max(openMs * part, session * sessions)
  const { network, lately } = shares[stay]
  return { network: most(network), lately: most(lately) }
}
