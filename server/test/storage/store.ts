import { afterEach, beforeEach } from 'vitest'
import type { Committed } from '../../src/domain/bookings/booking.ts'
import type { Content } from '../../src/storage/port/content.ts'
import type { Storage } from '../../src/storage/port/storage.ts'
import { emptyContent } from './fixtures.ts'

export interface OwnedCell {
  readonly expertId: string
  readonly cell: number
  readonly recordId: string
}

/** A new and empty store of the engine under test. */
export interface OpenedStore {
  readonly storage: Storage
  /** Closes it and opens the same data again; left out where nothing outlives the process. */
  readonly reopen?: (() => Promise<Storage>) | undefined
  /** Looks behind the port: which cells are owned. */
  readonly ownedCells?: (() => Promise<readonly OwnedCell[]>) | undefined
  readonly dispose: () => Promise<void>
}

export type OpenStore = () => Promise<OpenedStore>

export interface StoreInTest extends Omit<OpenedStore, 'dispose'> {
  readonly storage: Storage
  /** Every change that a listener was told, in order. */
  readonly heard: readonly Committed[]
}

/** A store for each test of the surrounding `describe`, filled and listened to. */
export function storePerTest(open: OpenStore, content: () => Content = emptyContent): StoreInTest {
  let opened: OpenedStore | undefined
  let heard: Committed[] = []
  beforeEach(async () => {
    opened = await open()
    await opened.storage.fill(content())
    heard = []
    opened.storage.listen({ changed: (changes) => heard.push(...changes) })
  })
  afterEach(async () => {
    await opened?.storage.close()
    await opened?.dispose()
  })

  const current = (): OpenedStore => {
    if (!opened) throw new Error('No store is open: this is for inside a test')
    return opened
  }
  return {
    get storage() {
      return current().storage
    },
    get heard() {
      return heard
    },
    get reopen() {
      return current().reopen
    },
    get ownedCells() {
      return current().ownedCells
    },
  }
}
