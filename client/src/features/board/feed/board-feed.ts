import type { Board } from '@expertconnect/contract/boards/shapes'
import type { Expert } from '@expertconnect/contract/experts/shapes'
import type { FirstBoard } from '@expertconnect/contract/first-data'
import type { BoardSeen } from '@expertconnect/contract/realtime'
import type { QueryClient } from '@tanstack/react-query'
import { aboutExperts } from '../../../server/api/expert-queries.ts'
import { firstBoardOf } from '../../../server/api/first-data.ts'
import { watchBoard } from '../../../server/live/watch-board.ts'
import { beginWatch, type BoardRecords, recordsOf, takeBoard, takeEvent } from './board-records.ts'
import type { ShownBoard } from './shown-days.ts'

type Watch = typeof watchBoard

/** How long a first read waits to be covered by a subscription before it goes ahead without one. */
const patience = 1000

/**
 * Keeps what is known of one expert's board in step with the server: watches first and then reads, so that nothing
 * happens unseen in between; applies events; reads once again after a reconnection or when told that it is stale.
 */
export class BoardFeed {
  readonly #client: QueryClient
  readonly #expertId: string
  readonly #slug: string
  readonly #watch: Watch
  readonly #listeners = new Set<() => void>()
  #users = 0
  #stop: (() => void) | undefined
  #watched = false
  /** Counts confirmed subscriptions. */
  #confirmed = 0
  #hasRead = false
  #again: ReturnType<typeof setTimeout> | undefined

  constructor(
    client: QueryClient,
    { id, slug }: Pick<Expert, 'id' | 'slug'>,
    watch: Watch = watchBoard,
  ) {
    this.#client = client
    this.#expertId = id
    this.#slug = slug
    this.#watch = watch
  }

  /** Runs until the last user has called the answer. */
  readonly start = (): (() => void) => {
    this.#users += 1
    this.#stop ??= this.#watch(this.#expertId, {
      watching: () => {
        this.#setWatched(false)
        beginWatch(this.#client, this.#expertId)
        return this.#seen()
      },
      watched: (seen) => {
        this.#confirmed += 1
        const shown = this.#shown()
        // It is as good as read just now, unless more has been read meanwhile.
        if (seen && shown.every(({ version }) => version === seen.version)) {
          for (const board of shown) this.#take(board)
          // What was read before misses what happened since. Everyone comes back at once: spread it.
        } else if (this.#hasRead || shown.length > 0) {
          this.#readAgain(this.#confirmed > 1 ? 2000 : 0)
        }
        this.#setWatched(true)
      },
      lost: () => this.#setWatched(false),
      event: (event) => takeEvent(this.#client, event),
      stale: () => {
        beginWatch(this.#client, this.#expertId)
        this.#readAgain(800)
        // What changed may be the notice, the gap or the lengths, which stand in the profile, or what is said of them.
        for (const queryKey of aboutExperts) {
          void this.#client.invalidateQueries({ queryKey })
        }
      },
    })
    return () => {
      this.#users -= 1
      if (this.#users > 0) return
      clearTimeout(this.#again)
      this.#stop?.()
      this.#stop = undefined
      this.#setWatched(false)
      // What is shown at the next visit is read anew, because nobody listens in the meantime.
      void this.#client.invalidateQueries({ queryKey: this.key, refetchType: 'none' })
    }
  }

  /** Covers all reads of this board. */
  get key(): readonly unknown[] {
    return ['board', this.#expertId]
  }

  /** The board that came with the page, while nothing else is known of it. */
  first(): FirstBoard | undefined {
    return this.#shown().length === 0 ? firstBoardOf(this.#expertId) : undefined
  }

  /** Reads a part of the board: behind a confirmed subscription if there is one in time. */
  async read(fetchBoard: () => Promise<Board>): Promise<Board> {
    await this.#whenWatched()
    for (let attempt = 1; ; attempt++) {
      const { watch } = recordsOf(this.#client, this.#expertId)
      const confirmed = this.#confirmed
      const board = await fetchBoard()
      const overtaken =
        confirmed !== this.#confirmed || watch !== recordsOf(this.#client, this.#expertId).watch
      // A subscription that began on the way covers only what is read behind it. On a line that breaks all the
      // time something is shown all the same: the last confirmation leads to another read.
      if (overtaken && attempt < 3) continue
      this.#take(board, { watch })
      this.#hasRead = true
      return board
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly isWatched = (): boolean => this.#watched

  #take(
    board: Omit<Board, 'now'>,
    { watch }: Pick<BoardRecords, 'watch'> = recordsOf(this.#client, this.#expertId),
  ): void {
    takeBoard(this.#client, this.#expertId, board, watch)
  }

  /** The parts that are shown or were lately. */
  #shown(): ShownBoard[] {
    const found = this.#client.getQueriesData<ShownBoard>({ queryKey: this.key })
    return found.flatMap(([, board]) => board ?? [])
  }

  /** What the server can compare: one part, read before it was watched. Where there are more, all are read again. */
  #seen(): BoardSeen | undefined {
    const [board, ...others] = this.#shown()
    if (!board || others.length > 0) return undefined
    return { slug: this.#slug, ...board.asked, minutes: board.minutes, version: board.version }
  }

  #whenWatched(): Promise<void> {
    if (this.#watched || this.#confirmed > 0) return Promise.resolve()
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        forget()
        resolve()
      }
      const timer = setTimeout(done, patience)
      const forget = this.subscribe(() => this.#watched && done())
    })
  }

  #readAgain(spread: number): void {
    clearTimeout(this.#again)
    this.#again = setTimeout(() => {
      void this.#client.invalidateQueries({ queryKey: this.key })
    }, Math.random() * spread)
  }

  #setWatched(watched: boolean): void {
    if (watched === this.#watched) return
    this.#watched = watched
    for (const listener of this.#listeners) listener()
  }
}
