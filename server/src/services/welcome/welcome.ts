import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import { Refused } from '../../base/problem.ts'
import type { HeldRecord, Origin } from '../../domain/bookings/booking.ts'
import { release } from '../../domain/bookings/transitions.ts'
import type { Traits } from './traits.ts'

/** What somebody wants to have, as far as it says who they are. */
interface Wanting {
  /** The address that it is asked for with, and others that it had. */
  readonly emails?: readonly string[]
  /** What there is of it already. */
  readonly record?: Origin | undefined
  /** What they hold of the time: it goes to others if they are refused. */
  readonly hold?: HeldRecord | null | undefined
}

export type Welcome = ReturnType<typeof createWelcome>

/** Who may take time of an expert. */
export function createWelcome({ storage, clock, tokens }: Deps, traits: Traits) {
  return {
    /**
     * Throws `not_welcome` for whoever is blocked by this expert or everywhere: in the same words by whatever it was, so
     * that nobody learns by what. One read of an index.
     */
    async demand(
      expertId: string,
      { site }: Pick<Actor, 'site'>,
      { emails = [], record, hold }: Wanting,
    ): Promise<void> {
      const keys = traits.keysOf({
        networks: [tokens.pseudonym(site), record?.network, hold?.network],
        emails,
      })
      const blocks = await storage.blocks.among(keys, expertId)
      if (blocks.length === 0) return
      if (hold) {
        await storage.bookings.change({ next: release(hold), now: clock(), before: hold })
      }
      throw new Refused('not_welcome')
    },
  }
}
