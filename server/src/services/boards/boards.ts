import { createHash } from 'node:crypto'
import { type Board, type BoardQuery, maxBoardDays } from '@expertconnect/contract/boards/shapes'
import type { BoardSeen } from '@expertconnect/contract/realtime'
import type { Deps } from '../../base/deps.ts'
import { longestBooking } from '../../domain/bookings/booking.ts'
import { farDays, instantsOf, listDays, occupiedOf } from '../../domain/boards/board.ts'
import { day, type Instant, instantOf, plus } from '../../domain/time/instant.ts'
import { addDays } from '../../domain/time/wall-time.ts'
import { invalid, Refused } from '../../base/problem.ts'
import { demandListed } from '../experts/find.ts'
import { createLiveMemory } from '../../base/live-memory.ts'

export type Boards = ReturnType<typeof createBoards>

/** A board as bytes of JSON, all but its `now`, which is put in as it is sent. */
export interface BoardBytes {
  readonly expertId: string
  /** Everything behind `"now":"…"`. */
  readonly rest: Buffer
  /** Of what is in them. */
  readonly version: string
  readonly staleAt: Instant
}

const cacheBytes = 64 * 1024 * 1024

/** The live board of an expert: every bookable start of a range of dates and who is on it, without saying who. */
export function createBoards(deps: Pick<Deps, 'storage' | 'clock'>) {
  const { storage, clock } = deps
  const memory = createLiveMemory<BoardBytes>(deps, cacheBytes)

  async function compose(slug: string, query: BoardQuery): Promise<BoardBytes> {
    const expert = demandListed(await storage.experts.findBySlug(slug))
    const { schedule } = expert
    const minutes = query.minutes ?? Math.min(...schedule.sessionLengths)
    if (!schedule.sessionLengths.includes(minutes)) throw new Refused('length_not_offered')
    const now = clock()
    const range = { ...query, minutes }
    const far = farDays(range, now)
    if (far) return bytesOf(expert.id, { ...range, days: far, occupied: [] }, plus(now, day))
    const { from, before } = instantsOf(range)
    const live = await storage.bookings.recallOccupied(expert.id, {
      from,
      to: instantOf(before + longestBooking),
      now,
    })
    const occupied = live.map(occupiedOf)
    const { days, staleAt } = listDays(schedule, range, occupied, now)
    return bytesOf(expert.id, { ...range, days, occupied }, staleAt)
  }

  return {
    /** What is remembered of it, if it is still right. Synchronous: this is the hot path. */
    remembered(slug: string, query: BoardQuery): BoardBytes | undefined {
      return memory.recall(keyOf(slug, query))
    },

    /**
     * Whether what somebody has read is what they would be answered now. By what is remembered alone: where nothing is,
     * they read again.
     */
    isCurrent(expertId: string, { slug, version, ...query }: BoardSeen): boolean {
      const board = memory.recall(keyOf(slug, query))
      return board?.expertId === expertId && board.version === version
    },

    /** Composes the board and remembers it, unless a change came in between. */
    async read(slug: string, query: BoardQuery): Promise<BoardBytes> {
      if (query.to < query.from) throw invalid('#/to', 'Must not be before from')
      if (query.to > addDays(query.from, maxBoardDays - 1)) {
        throw invalid('#/to', `At most ${maxBoardDays} days at once`)
      }
      return memory.make(keyOf(slug, query), () => compose(slug, query))
    },

    /** What it remembers, in bytes. */
    rememberedBytes: memory.bytes,

    close: () => memory.close(),
  }
}

/** Of what was understood, not of the address: that can be written in as many ways as a stranger likes. */
function keyOf(slug: string, { from, to, minutes, timeZone }: BoardQuery): string {
  return `${slug} ${from} ${to} ${minutes ?? ''} ${timeZone}`
}

function bytesOf(
  expertId: string,
  { timeZone, minutes, days, occupied }: Omit<Board, 'now' | 'version'>,
  staleAt: Instant,
): BoardBytes {
  const content = JSON.stringify({ timeZone, minutes, days, occupied }).slice(1)
  const version = createHash('sha1').update(content).digest('base64url')
  const body = `,"version":"${version}",${content}`
  // Of its own: a small one would keep the whole of the pool alive that it was cut from.
  const rest = Buffer.allocUnsafeSlow(Buffer.byteLength(body))
  rest.write(body)
  return { expertId, rest, version, staleAt }
}
