import { tmpdir } from 'node:os'
import { formatInstant, instantOf } from '../../src/domain/time/instant.ts'
import { openStorage } from '../../src/storage/open.ts'
import type { Content } from '../../src/storage/port/content.ts'
import type { Storage } from '../../src/storage/port/storage.ts'
import { plainContent } from '../content.ts'
import { environmentOf, type RealServer, startServer } from '../crash/real-server.ts'
import { everyDay } from '../domain/schedules/schedules.ts'
import { dropDatabase, freshDatabase } from '../storage/mongo/mongo-store.ts'

const day = 24 * 3_600_000
const halfHour = 30 * 60_000
const firstStart = (Math.floor(Date.now() / day) + 2) * day

/** A start that can be booked and moved, with every expert: each half hour of eighteen days has one. */
export function startAt(index: number): string {
  return formatInstant(instantOf(firstStart + index * halfHour))
}

/** Ada and Bina, at any hour of any day. */
export function anyHour(): Content {
  const { experts, ...content } = plainContent()
  return {
    ...content,
    experts: experts.map((expert) => ({
      ...expert,
      schedule: {
        ...expert.schedule,
        timeZone: 'UTC',
        weekly: everyDay({ from: 0, to: 1440 }),
        policy: { ...expert.schedule.policy, gapMinutes: 0, noticeMinutes: 0, horizonDays: 21 },
      },
    })),
  }
}

/** What every server of one store is started with; `url` may lead there through something in between. */
export function environmentFor(url: string): Record<string, string> {
  return {
    ...environmentOf(tmpdir()),
    DATABASE_URL: url,
    SECRET: 'of the servers of one store, 32 bytes long',
    DEMO: 'off',
  }
}

export interface SharedStore {
  readonly url: string
  /** The test's own access, as if it were one more server. */
  readonly storage: Storage
  start(): Promise<RealServer>
  dispose(): Promise<void>
}

export async function openSharedStore(
  url = freshDatabase(),
  content: Partial<Content> = {},
): Promise<SharedStore> {
  const storage = await openStorage(url, { migrate: true })
  await storage.fill({ ...anyHour(), ...content })
  return {
    url,
    storage,
    start: () => startServer(environmentFor(url)),
    async dispose() {
      await storage.close()
      await dropDatabase(url)
    },
  }
}
