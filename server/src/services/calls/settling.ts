import type { Deps } from '../../base/deps.ts'
import { settle } from '../../domain/bookings/settlement.ts'
import { attendanceOf } from '../../domain/calls/attendance.ts'
import { roomClosesAt } from '../../domain/calls/room.ts'
import { meetingUrlOf } from '../../domain/experts/meeting-url.ts'
import { minute, plus } from '../../domain/time/instant.ts'
import { expertOf } from '../experts/find.ts'

/** What other servers still write when the room has closed, by clocks that are a little slow, is waited for. */
const lateWords = 2 * minute

/**
 * Makes of what happened in calls what became of their bookings. Several servers may do it at once, and each may die in
 * between: the version lets one of them settle a booking, and its events are open until it is.
 */
export function createSettling({ storage, clock }: Pick<Deps, 'storage' | 'clock'>) {
  /** Whether this one was settled by this very call. */
  async function settleOne(id: string): Promise<boolean> {
    const record = await storage.bookings.find(id)
    const now = clock()
    const isDue = record?.state === 'booked' && !record.settlement
    // Moved to a later day, or simply not over.
    if (isDue && now < plus(roomClosesAt(record), lateWords)) return false
    // What comes from here on stays open, and is looked at again.
    const events = await storage.callEvents.listOf(id)
    if (isDue) {
      const expert = await expertOf(storage, record.expertId)
      const mayMeetElsewhere = meetingUrlOf(expert, record) !== undefined
      const next = settle(record, attendanceOf(events, { ...record, mayMeetElsewhere }), now)
      const { kind } = await storage.bookings.change({ next, now, before: record })
      // Somebody else was first, or changed it: how it stands is looked at in the next round.
      if (kind !== 'done') return false
    }
    await storage.callEvents.settle(events)
    return isDue
  }

  return {
    /** Answers how many. One that cannot be settled keeps no other from it. */
    async settleDue(): Promise<number> {
      const open = await storage.callEvents.listOpen()
      let settled = 0
      const faults: unknown[] = []
      for (const id of open) {
        try {
          if (await settleOne(id)) settled++
        } catch (error) {
          faults.push(error)
        }
      }
      if (faults.length > 0) throw faults[0]
      return settled
    },
  }
}
