import { type KnownRecords, nothingKnown } from '@expertconnect/contract/boards/board-state'
import type { Expert } from '@expertconnect/contract/experts/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import {
  keepPreviousData,
  type QueryState,
  skipToken,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { call } from '../../../server/api/client.ts'
import { problemOf } from '../../../server/api/problem.ts'
import { serverNow, useWake } from '../../../lib/time/server-clock.ts'
import { type Connection, useConnection } from '../../../server/live/socket.ts'
import { BoardFeed } from './board-feed.ts'
import { recordsQuery } from './board-records.ts'
import { type DayView, nextTurn, viewDays, type ViewContext } from './board-view.ts'
import { askedDates, type Dates, fileByShownDay, fileFirst, type ShownBoard } from './shown-days.ts'
import { askable, type Bounds, boundsOf } from '../../../lib/time/month.ts'

export interface BoardAsk {
  /** The dates that are shown. */
  readonly shown: Dates
  readonly minutes: number
  readonly zone: string
  readonly own?: ViewContext['own']
  readonly elsewhere?: ViewContext['elsewhere']
}

export interface BoardView {
  readonly status: 'loading' | 'failed' | 'ready'
  readonly problem: Problem | null
  /** Of the dates that were asked for. While another length loads, those of the one before. */
  readonly days: readonly DayView[]
  readonly live: Connection
  /** The connection has been down for so long that the board is read at intervals. */
  readonly polling: boolean
  readonly known: KnownRecords
  readonly context: ViewContext
  readonly bounds: Bounds
  readonly retry: () => void
  readonly retrying: boolean
}

/** The feed of an expert's board; it runs while the component that made it is there. */
export function useBoardFeed({ id, slug }: Pick<Expert, 'id' | 'slug'>): BoardFeed {
  const client = useQueryClient()
  const feed = useMemo(() => new BoardFeed(client, { id, slug }), [client, id, slug])
  useEffect(() => feed.start(), [feed])
  return feed
}

/** Some weeks of an expert's live board, for one session length, in one zone. */
export function useBoard(expert: Expert, feed: BoardFeed, ask: BoardAsk): BoardView {
  const { shown, minutes, zone, own, elsewhere } = ask
  const watched = useSyncExternalStore(feed.subscribe, feed.isWatched)
  const connection = useConnection()
  const polling = useDownFor(15_000, !watched)
  const [now, setNow] = useState(serverNow)
  const bounds = boundsOf(expert, zone, now)
  const range = askable(shown, bounds)
  const known = useQuery(recordsQuery(expert.id)).data?.known ?? nothingKnown

  const board = useQuery({
    queryKey: [...feed.key, { ...range, minutes, zone }],
    queryFn: range
      ? async ({ signal }) => {
          const query = { ...askedDates(range), minutes, timeZone: zone }
          const read = () => call('getBoard', { params: { slug: expert.slug }, query }, { signal })
          return fileByShownDay(await feed.read(read), range)
        }
      : skipToken,
    // While it is watched, events keep it right; the feed says when to read again.
    staleTime: Infinity,
    refetchOnMount: ({ state }) => (cameWithPage(state) ? false : 'always'),
    initialData: () => (range ? fileFirst(feed.first(), range, { zone, minutes }) : undefined),
    refetchInterval: polling ? 30_000 : false,
    // With midnight the range loses a day: the same weeks go on showing.
    placeholderData: keepPreviousData,
  })

  const { gapMinutes, noticeMinutes } = expert.policy
  // A board of another length may stand in for the moment that the new one takes; one of other dates may not.
  const fits =
    range !== null &&
    board.data?.timeZone === zone &&
    board.data.days.some(({ date }) => date >= range.from && date <= range.to)
  const right = fits ? board.data : undefined
  const context = useMemo(
    () => ({ gapMinutes, noticeMinutes, now, own, elsewhere }),
    [gapMinutes, noticeMinutes, now, own, elsewhere],
  )
  const days = useMemo(
    () => (right ? viewDays(right, known, context) : []),
    [right, known, context],
  )
  const turn = right ? nextTurn(right, known, context) : now + 60_000
  useWake(turn, () => setNow(serverNow()))
  // The subscription's answer brought the server's clock.
  useEffect(() => setNow(serverNow()), [watched])

  const current = right?.minutes === minutes
  const failed = board.isError && !current
  return {
    status: current || range === null ? 'ready' : failed ? 'failed' : 'loading',
    problem: board.error ? problemOf(board.error) : null,
    days,
    live: connection === 'live' && !watched ? 'connecting' : connection,
    polling,
    known,
    context,
    bounds,
    retry: () => void board.refetch(),
    retrying: board.isFetching,
  }
}

/** Nothing has been read since, nor is there a reason to. */
function cameWithPage(state: QueryState<ShownBoard>): boolean {
  return state.data !== undefined && state.dataUpdateCount === 0 && !state.isInvalidated
}

/** True once `down` has been true for that long without a break. */
function useDownFor(ms: number, down: boolean): boolean {
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!down) return
    const timer = setTimeout(() => setLong(true), ms)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [ms, down])
  return long
}
