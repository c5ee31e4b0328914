import type { Notes, NotesInput } from '@expertconnect/contract/notes/shapes'
import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import { Refused } from '../../base/problem.ts'
import type { BookingRecord } from '../../domain/bookings/booking.ts'
import { callRoleOf } from '../../domain/calls/entry.ts'
import type { Note } from '../../domain/notes/note.ts'
import { findVisible } from '../bookings/bookings.ts'
import { presentNotes } from './present.ts'

/** What each side of a session keeps about it for itself: during the call, before, or long after. */
export function createNotes(deps: Deps) {
  const { storage, clock } = deps

  async function sideOf(
    actor: Actor,
    id: string,
  ): Promise<{ record: BookingRecord; side: Note['side'] }> {
    const { record, parties } = await findVisible(deps, actor, id)
    const side = callRoleOf(parties)
    if (side === null) throw new Refused('forbidden')
    return { record, side }
  }

  return {
    async read(actor: Actor, id: string): Promise<Notes> {
      const { side } = await sideOf(actor, id)
      return presentNotes(await storage.notes.find(id, side))
    },

    /** The last one wins who saw what was there: whoever did not is told, and replaces nothing. */
    async save(actor: Actor, id: string, { version, text }: NotesInput): Promise<Notes> {
      const { record, side } = await sideOf(actor, id)
      const before = await storage.notes.find(id, side)
      // Also sent once more, because the first answer was lost.
      if ((before?.text ?? '') === text) return presentNotes(before)
      if ((before?.version ?? 0) !== version) throw new Refused('stale_version')
      const { expertId } = record
      const next = { bookingId: id, side, expertId, version: version + 1, text, savedAt: clock() }
      if ((await storage.notes.save(next)) === 'done') return presentNotes(next)
      const now = await storage.notes.find(id, side)
      if (now?.text === text) return presentNotes(now)
      throw new Refused('stale_version')
    },
  }
}
