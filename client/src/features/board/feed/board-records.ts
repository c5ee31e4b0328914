import type { Board } from '@expertconnect/contract/boards/shapes'
import {
  applyEvent,
  applySnapshot,
  type KnownRecords,
  nothingKnown,
} from '@expertconnect/contract/boards/board-state'
import type { BookingUpdated } from '@expertconnect/contract/realtime'
import { type QueryClient, queryOptions, skipToken } from '@tanstack/react-query'
import { firstBoardOf } from '../../../server/api/first-data.ts'
import { addDays, startOfDay } from '../../../lib/time/month.ts'

/** What is known of an expert's live records, and the number of the subscription that hears of them now. */
export interface BoardRecords {
  readonly known: KnownRecords
  readonly watch: number
}

const nothing: BoardRecords = { known: nothingKnown, watch: 0 }

/** It is server state, so it lives where all of that lives; events and reads write it, nothing fetches it. */
export function recordsQuery(expertId: string) {
  return queryOptions<BoardRecords>({
    queryKey: ['board-records', expertId],
    queryFn: skipToken,
    initialData: () => firstRecords(expertId),
    staleTime: Infinity,
    // Maps are replaced as a whole; comparing them would find nothing.
    structuralSharing: false,
  })
}

function firstRecords(expertId: string): BoardRecords {
  const board = firstBoardOf(expertId)
  const span = board && instantsOf(board)
  if (!span) return nothing
  return { known: applySnapshot(nothingKnown, { rows: board.occupied, ...span }, 0), watch: 0 }
}

export function recordsOf(client: QueryClient, expertId: string): BoardRecords {
  return client.getQueryData(recordsQuery(expertId).queryKey) ?? nothing
}

function change(
  client: QueryClient,
  expertId: string,
  next: (before: BoardRecords) => BoardRecords,
): void {
  client.setQueryData(recordsQuery(expertId).queryKey, (before) => next(before ?? nothing))
}

/** A subscription begins: what was heard of under an earlier one may have ended unheard. */
export function beginWatch(client: QueryClient, expertId: string): void {
  change(client, expertId, (before) => ({ ...before, watch: before.watch + 1 }))
}

export function takeEvent(client: QueryClient, event: BookingUpdated): void {
  change(client, event.expertId, (before) => ({
    ...before,
    known: applyEvent(before.known, event, before.watch),
  }))
}

/** Takes over a read that was asked for under the subscription `watch`. */
export function takeBoard(
  client: QueryClient,
  expertId: string,
  board: Span & Pick<Board, 'occupied'>,
  watch: number,
): void {
  const span = instantsOf(board)
  if (!span) return
  change(client, expertId, (before) => ({
    ...before,
    known: applySnapshot(before.known, { rows: board.occupied, ...span }, watch),
  }))
}

type Span = Pick<Board, 'days' | 'timeZone'>

/** By how much the server may place a day's edges elsewhere, with other rules of the zone: of these hours it says nothing. */
const doubt = 3 * 3_600_000

function instantsOf({ days, timeZone }: Span): { from: string; to: string } | null {
  const [first, last] = [days[0]?.date, days.at(-1)?.date]
  if (first === undefined || last === undefined) return null
  return {
    from: instantText(startOfDay(first, timeZone) + doubt),
    to: instantText(startOfDay(addDays(last, 1), timeZone) - doubt),
  }
}

/** In the way that the server writes instants, so that they compare as text. */
export function instantText(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z')
}
