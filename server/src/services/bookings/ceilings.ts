import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import { allowanceOf, latelyMs, type Stay } from '../../domain/bookings/allowance.ts'
import type { Origin } from '../../domain/bookings/booking.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import { emailKey } from '../../domain/people/person.ts'
import { bookableRange, bookableTime } from '../../domain/schedules/starts.ts'
import { hour, plus } from '../../domain/time/instant.ts'
import { Refused } from '../../base/problem.ts'
import type { Ceilings } from '../../storage/port/bookings.ts'

export const holdsPerHolder = 3
export const bookingsPerMaker = 20

const proofDetail =
  'An unusual number of this expert’s times are being held. Sign in with your e-mail address to book this one.'
const tooManyDetail =
  'An unusual number of this expert’s times are being held from your network. Please try again later.'

export type CeilingRules = ReturnType<typeof createCeilings>

/** Who makes something, and how much of an expert's time they may keep. */
export function createCeilings({
  storage,
  clock,
  tokens,
  limits,
  mailIsRead,
}: Pick<Deps, 'storage' | 'clock' | 'tokens' | 'limits' | 'mailIsRead'>) {
  function ceilingsOf(stay: Stay, expert: Expert, openMs: number): Ceilings {
    const longest = expert.schedule.sessionLengths.at(-1) ?? 0
    const since = plus(clock(), -latelyMs)
    return {
      holds: holdsPerHolder,
      bookings: bookingsPerMaker,
      unproved: { ...allowanceOf(stay, longest, openMs), since },
    }
  }

  /** What can still be had of the expert's time, in milliseconds. */
  async function openTime({ id, schedule }: Expert): Promise<number> {
    const now = clock()
    const { from, before } = bookableRange(schedule, now)
    const taken = await storage.bookings.listOccupied(id, { from, to: before, now })
    const takenMs = taken.reduce((total, { startsAt, until }) => total + (until - startsAt), 0)
    return Math.max(0, bookableTime(schedule, now) - takenMs)
  }

  return {
    /**
     * Whose it will be. Whoever is signed in has proved who they are, and so has a browser (`known`) in which this
     * address was proved before.
     */
    originOf(actor: Actor, email?: string, known?: string): Origin {
      const network = tokens.pseudonym(actor.site)
      if (actor.signedIn) return { network, maker: makerOf(actor.signedIn.person.email) }
      const isKnown =
        email !== undefined && known !== undefined && tokens.knownBrowser(known, email)
      return isKnown ? { network, maker: makerOf(email) } : { network }
    },

    makerOf,
    ownerOf,

    /** What somebody is told who would keep more than they may without proof. */
    unproved(): Refused {
      if (mailIsRead) return new Refused('proof_needed', { detail: proofDetail })
      return new Refused('too_many', { detail: tooManyDetail, retryAfterSeconds: hour / 1000 })
    },

    /**
     * Tries with what any expert allows, and again with what this one does: that takes a look at the whole calendar,
     * and is seldom needed.
     */
    async within<O extends { readonly kind: string }>(
      stay: Stay,
      expert: Expert,
      attempt: (ceilings: Ceilings | undefined) => Promise<O>,
    ): Promise<O> {
      if (!limits) return attempt(undefined)
      const first = await attempt(ceilingsOf(stay, expert, 0))
      if (first.kind !== 'unproved') return first
      return attempt(ceilingsOf(stay, expert, await openTime(expert)))
    },
  }

  function makerOf(email: string): string {
    return tokens.pseudonym(`maker ${emailKey(email)}`)
  }

  /**
   * Whose it became when the address was proved afterwards. Another one than their `makerOf`: what strangers booked with
   * an address must not use up what its owner may book.
   */
  function ownerOf(email: string): string {
    return tokens.pseudonym(`owner ${emailKey(email)}`)
  }
}
