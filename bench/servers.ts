import { join } from 'node:path'
import type { Instant } from '../server/src/domain/time/instant.ts'
import type { Content } from '../server/src/storage/port/content.ts'
import { openStorage, refreshNextFree } from './built.ts'
import { type Child, startChild } from './child.ts'
import type { Engine } from './engines/engine.ts'
import type { FloorCalls } from './children/floor.ts'
import type { Settings } from './settings.ts'
import { type BenchStore, makeStore, type StoreSize } from './store.ts'
import type { Manner, SubjectCalls } from './children/subject.ts'

/** What every bench stands on. */
export interface Environment {
  readonly settings: Settings
  readonly now: Instant
  readonly engine: Engine['kind']
  store(size: StoreSize): Promise<BenchStore>
  /** Each works on a copy of the store of its own. */
  subject(size: StoreSize, manner?: Manner): Promise<Server<SubjectCalls>>
  /** One more server on the store of another; `null` where a store has room for one only. */
  beside(other: Server<SubjectCalls>, watched?: 'watched'): Promise<Server<SubjectCalls> | null>
  floor(size: StoreSize): Promise<Server<FloorCalls>>
  /** Where a new store with this content lies, until `stopAll`. */
  filled(content: Content): Promise<string>
  /** With their stores, unless these are kept until the next time. */
  stopAll(options?: { readonly keepStores: boolean }): Promise<void>
  readonly profile: string | undefined
}

export interface Server<C extends SubjectCalls | FloorCalls> {
  readonly url: string
  readonly port: number
  readonly child: Child<C>
}

const refreshRounds = 1000

export function createEnvironment(
  engine: Engine,
  folder: string,
  given: Pick<Environment, 'settings' | 'now' | 'profile'>,
): Environment {
  const { profile } = given
  const filled = new Map<string, Promise<{ url: string; store: BenchStore }>>()
  const running: Child<never>[] = []
  const copies: string[] = []
  let copied = 0
  let started = 0

  function prepare(size: StoreSize) {
    const name = `${size.experts}-experts-${size.bookings}-bookings-${size.calls ?? 0}-calls`
    const known = filled.get(name) ?? fill(engine, name, size, given.now)
    filled.set(name, known)
    return known
  }

  async function copyOf(size: StoreSize): Promise<string> {
    const { url } = await prepare(size)
    const copy = engine.urlOf(`copy-${++copied}`)
    await engine.copy(url, copy)
    copies.push(copy)
    return copy
  }

  async function startSubject(url: string, manner?: Manner): Promise<Server<SubjectCalls>> {
    const log = join(folder, `requests-${++started}.log`)
    const words = manner ? [url, manner] : [url]
    const child = await startChild<SubjectCalls>('subject', words, { log, profile })
    running.push(child)
    return { url, child, port: await child.call('port', null) }
  }

  return {
    ...given,
    engine: engine.kind,
    store: async (size) => (await prepare(size)).store,
    subject: async (size, manner) => startSubject(await copyOf(size), manner),
    beside: async ({ url }, watched) => (engine.servers > 1 ? startSubject(url, watched) : null),
    async floor(size) {
      const url = await copyOf(size)
      const child = await startChild<FloorCalls>('floor', [url], { profile })
      running.push(child)
      return { url, child, port: await child.call('port', null) }
    },
    async filled(content) {
      const url = engine.urlOf(`own-${++copied}`)
      await fillStore(url, content, given.now)
      copies.push(url)
      return url
    },
    async stopAll(options) {
      await Promise.all(running.splice(0).map((child) => child.stop()))
      if (options?.keepStores) return
      for (const copy of copies.splice(0)) await engine.remove(copy)
    },
  }
}

async function fill(engine: Engine, name: string, size: StoreSize, now: Instant) {
  const store = makeStore(size, now)
  const url = engine.urlOf(name)
  await fillStore(url, store.content, now)
  return { url, store }
}

async function fillStore(url: string, content: Content, now: Instant): Promise<void> {
  const storage = await openStorage(url, { migrate: true })
  await storage.fill(content)
  for (let round = 0; round < refreshRounds; round++) {
    if ((await refreshNextFree({ storage, clock: () => now })) === 0) break
  }
  await storage.close()
}
