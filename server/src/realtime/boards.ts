import { type BoardSeen, BoardWatch, type BookingUpdated } from '@expertconnect/contract/realtime'
import type { Logger } from 'pino'
import { logFault } from '../base/log.ts'
import { Refused } from '../base/problem.ts'
import type { Committed, Span } from '../domain/bookings/booking.ts'
import { formatInstant } from '../domain/time/instant.ts'
import { clockAt, dateAt } from '../domain/time/wall-time.ts'
import { deskRoom } from './bookings.ts'
import { type ClientSocket, type Commands, join, type Sockets } from './commands.ts'

/** The time zones of experts whose boards were looked at, remembered for their events. */
const rememberedZones = 10_000

const boardRoom = (expertId: string) => `board:${expertId}`

interface BoardOptions {
  readonly logger: Logger
  /** The server's clock, as a client reads it. */
  readonly now: () => string
  /** The zone in which an expert's events are labelled. */
  readonly timeZoneOf: (expertId: string) => Promise<string>
  /** To strangers there are no others. */
  readonly isListed: (expertId: string) => Promise<boolean>
  /** Whether what somebody has read is what they would be answered now. */
  readonly isCurrent: (expertId: string, seen: BoardSeen) => boolean
}

/** Tells whoever looks at an expert what happens to the slots: when, not who. */
export function createBoards(sockets: Sockets, options: BoardOptions) {
  const zones = new Map<string, Promise<string>>()
  const { rooms } = sockets.of('/').adapter
  /** How often an expert may have been taken off the list. */
  let doubts = 0

  function timeZoneOf(expertId: string): Promise<string> {
    const known = zones.get(expertId)
    if (known) return known
    if (zones.size >= rememberedZones) zones.clear()
    const asked = options.timeZoneOf(expertId)
    zones.set(expertId, asked)
    asked.catch(() => zones.delete(expertId))
    return asked
  }

  function isWatched(room: string): boolean {
    return (rooms.get(room)?.size ?? 0) > 0
  }

  async function demandListed(expertId: string): Promise<void> {
    if (!(await options.isListed(expertId))) throw new Refused('not_found')
  }

  /** Sends away those who look at an expert whom strangers may not look at any more. */
  async function lookAgain(expertId: string): Promise<void> {
    const room = boardRoom(expertId)
    if (!isWatched(room)) return
    try {
      if (!(await options.isListed(expertId))) sockets.in(room).socketsLeave(room)
    } catch (error) {
      logFault(options.logger, error, { expertId })
      // They ask to watch again when they come back.
      sockets.in(room).disconnectSockets(true)
    }
  }

  return {
    serve(socket: ClientSocket, on: Commands): void {
      on('board:watch', BoardWatch, async ({ expertId, seen }) => {
        await demandListed(expertId)
        const before = doubts
        const room = boardRoom(expertId)
        await join(socket, room)
        if (doubts !== before) {
          await demandListed(expertId).catch(async (error: unknown) => {
            await socket.leave(room)
            throw error
          })
        }
        // In the room by now: what changes after this look is told.
        const current = seen !== undefined && options.isCurrent(expertId, seen)
        return { now: options.now(), ...(current ? { current } : {}) }
      })
      on('board:unwatch', BoardWatch, async ({ expertId }) => {
        await socket.leave(boardRoom(expertId))
        return null
      })
    },

    async tell(change: Committed): Promise<void> {
      const { expertId } = change.record
      const room = boardRoom(expertId)
      if (change.kind === 'corrected' || !isWatched(room)) return
      try {
        const event = toBookingUpdated(change, await timeZoneOf(expertId))
        sockets.to(room).emit('bookingUpdated', event)
      } catch (error) {
        options.logger.error({ err: error }, 'an event could not be told')
        sockets.to(room).emit('boardStale', { expertId })
      }
    },

    tellScheduleChanged(expertId: string): void {
      doubts++
      zones.delete(expertId)
      sockets.to([boardRoom(expertId), deskRoom(expertId)]).emit('boardStale', { expertId })
    },

    lookAgain,

    /** Nobody knows what was missed: each who watches takes a snapshot, if they still may. */
    async tellAllStale(): Promise<void> {
      doubts++
      const watched = [...rooms.keys()].filter((room) => room.startsWith(boardRoom('')))
      for (const room of watched) {
        const expertId = room.slice(boardRoom('').length)
        sockets.to(room).emit('boardStale', { expertId })
        await lookAgain(expertId)
      }
    },
  }
}

/** A committed change as strangers may hear of it. */
function toBookingUpdated({ kind, record, from }: Committed, timeZone: string): BookingUpdated {
  return {
    expertId: record.expertId,
    id: record.id,
    version: record.version,
    status: kind === 'corrected' ? 'booked' : kind,
    date: dateAt(timeZone, record.startsAt),
    timeSlot: clockAt(timeZone, record.startsAt),
    ...formatSpan(record),
    ...(record.state === 'held' ? { expiresAt: formatInstant(record.expiresAt) } : {}),
    ...(from ? { from: formatSpan(from) } : {}),
  }
}

function formatSpan(span: Span) {
  return {
    startsAt: formatInstant(span.startsAt),
    endsAt: formatInstant(span.endsAt),
    until: formatInstant(span.until),
  }
}
