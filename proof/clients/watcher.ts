import { setTimeout as delay } from 'node:timers/promises'
import {
  applyEvent,
  applySnapshot,
  type KnownRecords,
  nothingKnown,
} from '@expertconnect/contract/boards/board-state'
import type { Board, Occupied } from '@expertconnect/contract/boards/shapes'
import type { BookingUpdated } from '@expertconnect/contract/realtime'
import { connect, type Listener } from '../../server/test/realtime/listener.ts'
import type { History } from '../history.ts'

const day = 24 * 3_600_000
const daysSeen = 14
const patienceMs = 60_000
const readTries = 3
/** What runs out about now may be gone in one view and not yet in the other. */
const blurMs = 5000

export interface Watched {
  readonly expertId: string
  readonly slug: string
  readonly gapMs: number
}

export async function readBoard(
  url: string,
  slug: string,
  now: number,
  minutes = 30,
): Promise<{ board: Board; text: string }> {
  const dateIn = (days: number) => new Date(now + days * day).toISOString().slice(0, 10)
  const query = `from=${dateIn(0)}&to=${dateIn(daysSeen)}&minutes=${minutes}&timeZone=UTC`
  const text = await readPatiently(`${url}/api/v1/experts/${slug}/slots?${query}`)
  return { board: JSON.parse(text) as Board, text }
}

/** A line that was idle may be closed at the moment in which it is used again. */
async function readPatiently(address: string): Promise<string> {
  for (let tries = 1; ; tries++) {
    try {
      return await (await fetch(address)).text()
    } catch (error) {
      if (tries === readTries) throw error
    }
  }
}

/** A stranger who looks at an expert, as a page does: they watch, read once, and apply what they are told. */
export class Watcher {
  private readonly name: string
  private readonly watched: Watched
  private readonly history: History
  private readonly now: () => number
  private listener: Listener | undefined
  private known: KnownRecords = nothingKnown
  private watch = 0
  /** What is known of reading goes in one after the other. */
  private range = { from: '', to: '' }

  constructor(name: string, watched: Watched, history: History, now: () => number) {
    this.name = name
    this.watched = watched
    this.history = history
    this.now = now
  }

  /** Comes to a server: watches first, then reads. */
  async come(url: string): Promise<void> {
    this.listener?.close()
    const listener = await connect(url)
    this.listener = listener
    const watch = ++this.watch
    listener.onTold(({ name, event }) => {
      this.history.overheard(JSON.stringify(event), `${this.name} was told ${name}`)
      if (name === 'bookingUpdated') this.hear(event as BookingUpdated, watch)
      if (name === 'boardStale') void this.read(url, watch).catch(() => undefined)
    })
    await listener.ask('board:watch', { expertId: this.watched.expertId })
    await this.read(url, watch)
  }

  /** Whether it is still there; a server that is interrupted sends its watchers away. */
  async comeBack(url: string): Promise<void> {
    if (!this.listener?.isConnected()) await this.come(url)
  }

  leave(): void {
    this.listener?.close()
  }

  /** When nobody changes anything, what it knows is what a fresh read gives. */
  async settle(url: string): Promise<void> {
    const deadline = performance.now() + patienceMs
    let seen: string
    let fresh: string
    do {
      await this.comeBack(url)
      const { board } = await readBoard(url, this.watched.slug, this.now())
      fresh = this.view(board.occupied)
      seen = this.view([...this.known.values()].flatMap(({ occupied }) => occupied ?? []))
      if (seen === fresh) return
      await delay(100)
    } while (performance.now() < deadline)
    this.history.violate('I5', `the view of ${this.name} does not settle`, { seen, fresh })
  }

  private async read(url: string, watch: number): Promise<void> {
    const { board, text } = await readBoard(url, this.watched.slug, this.now())
    this.history.overheard(text, `${this.name} read a board`)
    if (watch !== this.watch) return
    const days = board.days.map(({ date }) => date)
    this.range = { from: `${days[0]}T00:00:00Z`, to: `${days.at(-1)}T00:00:00Z` }
    this.known = applySnapshot(this.known, { rows: board.occupied, ...this.range }, watch)
  }

  private hear(event: BookingUpdated, watch: number): void {
    const { expertId, id, version, status, startsAt } = event
    const who = `${this.name}, visit ${watch}`
    const { life } = this.history
    this.history.told.push({ who, life, expertId, id, version, status, startsAt })
    this.known = applyEvent(this.known, event, watch)
  }

  private view(occupied: readonly Occupied[]): string {
    const { from, to } = this.range
    const soon = this.now() + blurMs
    return (
      occupied
        .filter(({ startsAt, until }) => startsAt < to && until > from)
        .filter(({ until }) => Date.parse(until) > soon)
        .filter(({ expiresAt }) => expiresAt === undefined || Date.parse(expiresAt) > soon)
        // Versions need not be the same: of mended details strangers hear nothing.
        .map(({ id, state, startsAt, until, expiresAt = '' }) =>
          [startsAt, until, state, id, expiresAt].join(' '),
        )
        .toSorted()
        .join('\n')
    )
  }
}
