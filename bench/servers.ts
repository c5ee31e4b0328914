import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../server/src/domain/instant.ts'
import { openStorage, refreshNextFree } from './built.ts'
import { type Child, startChild } from './child.ts'
import type { FloorCalls } from './floor.ts'
import type { Settings } from './settings.ts'
import { type BenchStore, makeStore, type StoreSize } from './store.ts'
import type { SubjectCalls } from './subject.ts'

/** What every bench stands on. */
export interface Environment {
  readonly settings: Settings
  readonly now: Instant
  store(size: StoreSize): Promise<BenchStore>
  /** Each works on a copy of the store of its own. */
  subject(size: StoreSize): Promise<Server<SubjectCalls>>
  floor(size: StoreSize): Promise<Server<FloorCalls>>
  stopAll(): Promise<void>
  readonly profile: string | undefined
}

export interface Server<C extends SubjectCalls | FloorCalls> {
  readonly port: number
  readonly child: Child<C>
}

const refreshRounds = 1000

export function createEnvironment(
  folder: string,
  given: Pick<Environment, 'settings' | 'now' | 'profile'>,
): Environment {
  const filled = new Map<string, Promise<{ file: string; store: BenchStore }>>()
  const running: Child<never>[] = []
  let copies = 0

  function prepare(size: StoreSize) {
    const name = `${size.experts}-experts-${size.bookings}-bookings`
    const known = filled.get(name) ?? fill(join(folder, `${name}.db`), size, given.now)
    filled.set(name, known)
    return known
  }

  async function copyOf(size: StoreSize): Promise<{ file: string; log: string }> {
    const { file } = await prepare(size)
    const own = join(folder, String(++copies))
    mkdirSync(own)
    copyFileSync(file, join(own, 'bench.db'))
    return { file: join(own, 'bench.db'), log: join(own, 'requests.log') }
  }

  return {
    ...given,
    store: async (size) => (await prepare(size)).store,
    async subject(size) {
      const { file, log } = await copyOf(size)
      const child = await startChild<SubjectCalls>('subject', [file], {
        log,
        profile: given.profile,
      })
      running.push(child)
      return { child, port: await child.call('port', null) }
    },
    async floor(size) {
      const { file } = await copyOf(size)
      const child = await startChild<FloorCalls>('floor', [file], { profile: given.profile })
      running.push(child)
      return { child, port: await child.call('port', null) }
    },
    async stopAll() {
      await Promise.all(running.splice(0).map((child) => child.stop()))
    },
  }
}

async function fill(file: string, size: StoreSize, now: Instant) {
  const store = makeStore(size, now)
  const storage = await openStorage(`file:${file}`)
  await storage.fill(store.content)
  for (let round = 0; round < refreshRounds; round++) {
    if ((await refreshNextFree({ storage, clock: () => now })) === 0) break
  }
  await storage.close()
  return { file, store }
}
