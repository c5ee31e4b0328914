import { openStorage } from '../../src/storage/open.ts'
import type { StorageListener } from '../../src/storage/port/listener.ts'
import type { Storage } from '../../src/storage/port/storage.ts'
import { Unavailable } from '../../src/storage/port/unavailable.ts'

export interface InterruptibleStorage {
  readonly storage: Storage
  /** What only a store that many servers share has to tell. */
  interrupted(): void
  resumed(complete: boolean): void
  /** What is committed meanwhile reaches no listener. */
  unheard<T>(act: () => Promise<T>): Promise<T>
  /** Reading and claiming are left without an answer meanwhile. */
  unanswered<T>(act: () => Promise<T>): Promise<T>
  /** Comes back when the board that `read` is about has been read from the store; `finish` hands it over. */
  slowly<T>(
    read: () => Promise<T>,
  ): Promise<{ readonly reading: Promise<T>; readonly finish: () => void }>
}

/** A real store that can lose what a shared one can lose: the word of what others commit, and its answers. */
export async function openInterruptible(): Promise<InterruptibleStorage> {
  const store = await openStorage('file::memory:')
  const listeners: StorageListener[] = []
  let heard = true
  let answering = true
  let afterReading = async (): Promise<void> => {}

  function listen(listener: StorageListener): () => void {
    listeners.push(listener)
    return store.listen({
      ...listener,
      changed: (changes) => (heard ? listener.changed?.(changes) : undefined),
    })
  }

  function answer<T>(ask: () => Promise<T>): Promise<T> {
    return answering ? ask() : Promise.reject(new Unavailable('no answer within 5 s'))
  }

  return {
    storage: {
      ...store,
      listen,
      bookings: {
        ...store.bookings,
        find: (id) => answer(() => store.bookings.find(id)),
        hold: (hold, guard) => answer(() => store.bookings.hold(hold, guard)),
        async recallOccupied(...given) {
          const occupied = await store.bookings.recallOccupied(...given)
          await afterReading()
          return occupied
        },
      },
      experts: {
        ...store.experts,
        findBySlug: (slug) => answer(() => store.experts.findBySlug(slug)),
      },
    },
    interrupted: () => listeners.forEach((listener) => listener.interrupted?.()),
    resumed: (complete) => listeners.forEach((listener) => listener.resumed?.(complete)),
    async unheard(act) {
      heard = false
      return act().finally(() => (heard = true))
    },
    async unanswered(act) {
      answering = false
      return act().finally(() => (answering = true))
    },
    slowly: (read) =>
      new Promise((resolve) => {
        afterReading = () =>
          new Promise((finish) => {
            afterReading = async () => {}
            resolve({ reading, finish })
          })
        const reading = read()
      }),
  }
}
