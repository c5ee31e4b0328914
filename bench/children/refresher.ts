import { randomUUID } from 'node:crypto'
import type { CalendarSource } from '../../server/src/domain/calendars/source.ts'
import {
  createBusySchedules,
  createCalendars,
  createRefreshing,
  createSeal,
  createWriting,
  instantOf,
  openStorage,
} from '../built.ts'
import { answerCalls } from '../child.ts'
import { heldBytes } from '../held.ts'
import { microseconds } from '../figures.ts'
import { secret } from '../store.ts'
import { originOf } from '../calendar-feed.ts'

// The part of our server that fetches calendars, with its store, and nobody else to serve.

export type RefresherCalls = {
  /** Fetches about so many that are due, and says how long each took, in microseconds. */
  refresh(atMost: number): Promise<number[]>
  /** Makes them due again. */
  ask(sources: readonly Pick<CalendarSource, 'id' | 'expertId'>[]): Promise<void>
  /** What is alive in it after a collection, in bytes. */
  held(input: null): Promise<number>
}

const [url = '', port = '', hosts = ''] = process.argv.slice(2)
/** As many lines as the job has. */
const atOnce = 4

const origins = Array.from({ length: Number(hosts) }, (_, index) => originOf(index, Number(port)))
const deps = {
  storage: await openStorage(url),
  clock: () => instantOf(Date.now()),
  newId: () => randomUUID(),
  seal: createSeal(secret),
  calendars: createCalendars(origins, undefined, async () => [{ address: '127.0.0.1', family: 4 }]),
  calendarDomain: 'experts.example',
}
const writing = createWriting(deps, () => 'https://experts.example')
const refreshing = createRefreshing(deps, createBusySchedules(deps), writing)

async function refresh(atMost: number): Promise<number[]> {
  const taken: number[] = []
  async function line(): Promise<void> {
    while (taken.length < atMost) {
      const at = microseconds()
      if ((await refreshing.refreshNext()) === 'idle') return
      taken.push(microseconds() - at)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, line))
  return taken
}

answerCalls({
  refresh,
  async ask(sources) {
    for (const { id, expertId } of sources) {
      await deps.storage.calendars.callSource(id, expertId, deps.clock())
    }
  },
  held: () => heldBytes(),
} satisfies RefresherCalls)
