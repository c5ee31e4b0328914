import type { Logger } from 'pino'
import { logFault } from '../base/log.ts'
import type { CallEvent } from '../domain/calls/call-event.ts'
import type { Absence, SeatState } from '../domain/calls/seat.ts'
import type { Services } from '../services/services.ts'
import type { CallRooms } from './call-rooms.ts'

/** Of a server that dies nobody is known to have been there for longer than its last sign of them. */
const beatMs = 60_000

export type CallRecords = ReturnType<typeof createCallRecords>

/** Writes down who was in a call, beside it: nobody waits for that, and a call goes on without it. */
export function createCallRecords(
  rooms: CallRooms,
  { entry, logger }: { readonly entry: Services['callEntry']; readonly logger: Logger },
) {
  async function note(events: readonly CallEvent[]): Promise<void> {
    try {
      await entry.note(events)
    } catch (error) {
      logFault(logger, error, { job: 'note-calls' })
    }
  }

  const beating = setInterval(() => {
    const there = rooms.all().flatMap((room) => [...room.places.values()])
    const events = there
      .filter(({ visit }) => visit !== undefined)
      .map(({ state, seat }) => entry.eventOf(state, seat, 'there'))
    if (events.length > 0) void note(events)
  }, beatMs).unref()

  return {
    came(state: SeatState): void {
      if (state.seat === null) return
      const kind = state.version === 1 ? 'joined' : 'returned'
      void note([entry.eventOf(state, state.seat, kind)])
    },

    /** As of now; it is written when the seat was found to be theirs until then. */
    went(state: SeatState, absence: Absence): () => Promise<void> {
      const { seat } = state
      if (seat === null) return async () => undefined
      const event = entry.eventOf(state, seat, absence === 'lost' ? 'lost' : 'left')
      return () => note([event])
    },

    close: (): void => clearInterval(beating),
  }
}
