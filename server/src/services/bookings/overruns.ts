import { heldUpBeforeMs } from '@expertconnect/contract/calls/routes'
import type { Deps } from '../../base/deps.ts'
import { type BookingRecord, isBooking } from '../../domain/bookings/booking.ts'
import { isBefore, isHeldUp, mayBeHeldUp, type Seat } from '../../domain/calls/overrun.ts'
import { roomClosesAt } from '../../domain/calls/room.ts'
import { hour, type Instant, plus } from '../../domain/time/instant.ts'

type Store = Pick<Deps, 'storage'>

/**
 * Whether the expert of a session is still in the one before. Nothing else is read of that one than its times and who
 * sits in its room, and nothing of it is told.
 */
export async function isExpertHeldUp(
  { storage }: Store,
  next: BookingRecord,
  seats: readonly Seat[],
  now: Instant,
): Promise<boolean> {
  if (!mayBeHeldUp(next, now)) return false
  // Rooms close sooner than that.
  const range = { from: plus(next.startsAt, -hour), to: next.startsAt, now }
  const near = await storage.bookings.listOccupied(next.expertId, range)
  const before = near.filter(({ state, ...each }) => state === 'booked' && isBefore(each, next))
  const found = await Promise.all(
    before.map(async (each) => ({ ...each, seats: await storage.calls.listSeats(each.id) })),
  )
  return isHeldUp({ ...next, seats }, found, now)
}

/** The sessions right behind this one whose customers may be told, at `now`, that their expert is held up. */
export async function listBehind(
  { storage }: Store,
  previous: BookingRecord,
  now: Instant,
): Promise<BookingRecord[]> {
  if (now < plus(previous.endsAt, -heldUpBeforeMs)) return []
  const range = { from: previous.endsAt, to: roomClosesAt(previous), now }
  const near = await storage.bookings.listOccupied(previous.expertId, range)
  const behind = near.filter((each) => isBefore(previous, each))
  const records = await Promise.all(behind.map(({ id }) => storage.bookings.find(id)))
  return records.filter(isBooking).filter((each) => mayBeHeldUp(each, now))
}
