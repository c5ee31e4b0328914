import type { Board } from '@expertconnect/contract/boards/shapes'
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BoardFeed } from '../../../src/features/board/feed/board-feed.ts'
import { recordsOf } from '../../../src/features/board/feed/board-records.ts'
import type { BoardListener } from '../../../src/server/live/watch-board.ts'
import { sampleBoard, sampleEvent, sampleRow } from './sample.ts'

let client: QueryClient
let listener: BoardListener
let feed: BoardFeed
let unwatched: number

beforeEach(() => {
  vi.useFakeTimers()
  client = new QueryClient()
  unwatched = 0
  feed = new BoardFeed(client, { id: 'expert-1', slug: 'asha-rai' }, (_, given) => {
    listener = given
    return () => {
      unwatched += 1
    }
  })
})

afterEach(() => {
  client.clear()
  vi.useRealTimers()
})

const live = () =>
  [...recordsOf(client, 'expert-1').known.values()].flatMap(({ occupied }) =>
    occupied ? [`${occupied.id} ${occupied.state} v${occupied.version}`] : [],
  )

/** A read whose answers are given by hand. */
function pendingRead() {
  const answers: ((board: Board) => void)[] = []
  const fetchBoard = vi.fn<() => Promise<Board>>(
    () => new Promise((resolve) => answers.push(resolve)),
  )
  const done = feed.read(fetchBoard)
  return { fetchBoard, answers, done }
}

function connect() {
  listener.watching()
  listener.watched()
}

describe('the feed of a board', () => {
  it('watches first and reads behind the confirmation', async () => {
    feed.start()
    const { fetchBoard } = pendingRead()
    await vi.advanceTimersByTimeAsync(300)
    listener.watching()
    await vi.advanceTimersByTimeAsync(300)
    expect(fetchBoard).not.toHaveBeenCalled()
    listener.watched()
    await vi.advanceTimersByTimeAsync(0)
    expect(fetchBoard).toHaveBeenCalledTimes(1)
  })

  it('reads without a subscription if none comes in time, and again when one does', async () => {
    feed.start()
    const refetch = vi.spyOn(client, 'invalidateQueries')
    const { fetchBoard, answers, done } = pendingRead()
    await vi.advanceTimersByTimeAsync(1000)
    expect(fetchBoard).toHaveBeenCalledTimes(1)
    answers[0]?.(sampleBoard())
    await done
    connect()
    await vi.advanceTimersByTimeAsync(10)
    expect(refetch).toHaveBeenCalledWith({ queryKey: ['board', 'expert-1'] })
  })

  it('does not trust a read that a confirmation has overtaken', async () => {
    feed.start()
    listener.watching()
    const { fetchBoard, answers, done } = pendingRead()
    await vi.advanceTimersByTimeAsync(1000)
    listener.watched()
    answers[0]?.(sampleBoard({ occupied: [sampleRow()] }))
    await vi.advanceTimersByTimeAsync(0)
    expect(fetchBoard).toHaveBeenCalledTimes(2)
    expect(live()).toEqual([])
    answers[1]?.(sampleBoard())
    await done
    expect(live()).toEqual([])
  })

  it('lets an event that arrives before the answer of a read win over an older row', async () => {
    feed.start()
    connect()
    const { answers, done } = pendingRead()
    await vi.advanceTimersByTimeAsync(0)
    listener.event(sampleEvent({ version: 2, status: 'booked' }))
    answers[0]?.(sampleBoard({ occupied: [sampleRow({ state: 'held' })] }))
    await done
    expect(live()).toEqual(['record-1 booked v2'])
  })

  it('ignores an event that is older than what was read', async () => {
    feed.start()
    connect()
    const { answers, done } = pendingRead()
    await vi.advanceTimersByTimeAsync(0)
    answers[0]?.(sampleBoard({ occupied: [sampleRow({ version: 3 })] }))
    await done
    listener.event(sampleEvent({ version: 2, status: 'held' }))
    expect(live()).toEqual(['record-1 booked v3'])
  })

  it('reads once after a reconnection, and forgets what ended unheard', async () => {
    feed.start()
    connect()
    const first = pendingRead()
    await vi.advanceTimersByTimeAsync(0)
    first.answers[0]?.(sampleBoard())
    await first.done
    listener.event(sampleEvent())
    expect(live()).toEqual(['record-1 held v1'])

    listener.lost()
    expect(feed.isWatched()).toBe(false)
    const refetch = vi.spyOn(client, 'invalidateQueries')
    connect()
    await vi.advanceTimersByTimeAsync(2000)
    expect(refetch).toHaveBeenCalledTimes(1)
    const second = pendingRead()
    await vi.advanceTimersByTimeAsync(0)
    second.answers[0]?.(sampleBoard())
    await second.done
    expect(live()).toEqual([])
  })

  it('reads again when told that it is stale, and keeps what it heard since', async () => {
    feed.start()
    connect()
    const refetch = vi.spyOn(client, 'invalidateQueries')
    listener.event(sampleEvent({ id: 'before' }))
    listener.stale()
    listener.event(sampleEvent({ id: 'since' }))
    await vi.advanceTimersByTimeAsync(800)
    expect(refetch).toHaveBeenCalledWith({ queryKey: ['board', 'expert-1'] })
    expect(refetch).toHaveBeenCalledWith({ queryKey: ['expert'] })
    const { answers, done } = pendingRead()
    await vi.advanceTimersByTimeAsync(0)
    answers[0]?.(sampleBoard())
    await done
    expect(live()).toEqual(['since held v1'])
  })

  it('says nothing about dates that were not read', async () => {
    feed.start()
    connect()
    listener.event(
      sampleEvent({ id: 'later', startsAt: '2026-12-24T09:00:00Z', until: '2026-12-24T10:00:00Z' }),
    )
    listener.stale()
    const { answers, done } = pendingRead()
    await vi.advanceTimersByTimeAsync(0)
    answers[0]?.(sampleBoard())
    await done
    expect(live()).toEqual(['later held v1'])
  })

  describe('that knows of a board which was read before it is watched', () => {
    const asked = { from: '2026-11-24', to: '2026-11-26', timeZone: 'UTC' }
    const show = (row = sampleRow(), part = 'a month') =>
      client.setQueryData(['board', 'expert-1', part], {
        ...sampleBoard({ occupied: [row] }),
        asked,
      })

    it('names it, and reads nothing where the server calls it current', async () => {
      show()
      feed.start()
      const refetch = vi.spyOn(client, 'invalidateQueries')
      const seen = listener.watching()
      expect(seen).toEqual({ slug: 'asha-rai', ...asked, minutes: 30, version: 'version-1' })
      listener.watched(seen)
      await vi.advanceTimersByTimeAsync(5000)
      expect(refetch).not.toHaveBeenCalled()
      expect(live()).toEqual(['record-1 booked v1'])
    })

    it('forgets what ended unheard while the line was down, though the board is the same again', async () => {
      show()
      feed.start()
      listener.watched(listener.watching())
      listener.event(sampleEvent({ id: 'came and went' }))
      expect(live()).toContain('came and went held v1')
      listener.lost()
      listener.watched(listener.watching())
      expect(live()).toEqual(['record-1 booked v1'])
    })

    it('lets an event that was faster than the answer win over what was read', () => {
      show()
      feed.start()
      const seen = listener.watching()
      listener.event(sampleEvent({ version: 2, status: 'cancelled' }))
      listener.watched(seen)
      expect(live()).toEqual([])
    })

    it('reads it again where the server does not call it current', async () => {
      show()
      feed.start()
      const refetch = vi.spyOn(client, 'invalidateQueries')
      listener.watching()
      listener.watched(undefined)
      await vi.advanceTimersByTimeAsync(10)
      expect(refetch).toHaveBeenCalledWith({ queryKey: ['board', 'expert-1'] })
    })

    it('names none of several parts: all of them are read again', async () => {
      show()
      show(sampleRow({ id: 'record-2' }), 'another month')
      feed.start()
      const refetch = vi.spyOn(client, 'invalidateQueries')
      expect(listener.watching()).toBeUndefined()
      listener.watched()
      await vi.advanceTimersByTimeAsync(10)
      expect(refetch).toHaveBeenCalledTimes(1)
    })
  })

  it('stops when its last user leaves', () => {
    const [one, two] = [feed.start(), feed.start()]
    one()
    expect(unwatched).toBe(0)
    two()
    expect(unwatched).toBe(1)
  })
})
