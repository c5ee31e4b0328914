import { ownCopy } from '@expertconnect/contract/own-copy'
import type { Instant } from '../domain/time/instant.ts'

export interface Answer {
  readonly expertId: string
  readonly rest: { readonly byteLength: number }
  readonly staleAt: Instant
}

interface Entry<T> {
  /** In memory of its own: the one that it is asked by is a piece of an address. */
  readonly key: string
  readonly answer: T
  readonly bytes: number
}

/** What an entry takes beside its body and its key: two maps, a set, the objects. Measured, and rounded up. */
const overheadBytes = 1024
/** The share of what was asked for only once. */
const newShare = 1 / 8
/** Keys alone, of what had to go: of more than fits at once, they tell what is asked for again and again. */
const goneAtMost = 5000

/**
 * Finished answers by what was asked for, dropped all at once for an expert. What is asked for comes from strangers, so
 * all that is kept is counted, keys included, and is at most `capacity` bytes. What was asked for once makes place
 * first: whoever asks for ever new things fills an eighth, and pushes out nothing that others ask for again and again.
 */
export function createByteCache<T extends Answer>(capacity: number) {
  const newOnes = createShelf<T>(capacity * newShare)
  const wanted = createShelf<T>(capacity * (1 - newShare))
  const shelves = [newOnes, wanted]
  const keysOf = new Map<string, Set<string>>()
  const gone = new Set<string>()
  let drops = 0

  function forget({ key, answer: { expertId } }: Entry<T>): void {
    const keys = keysOf.get(expertId)
    keys?.delete(key)
    if (keys?.size === 0) keysOf.delete(expertId)
  }

  function noteGone(key: string): void {
    gone.add(key)
    const [oldest] = gone
    if (gone.size > goneAtMost && oldest !== undefined) gone.delete(oldest)
  }

  function remove(key: string): void {
    for (const shelf of shelves) {
      const entry = shelf.take(key)
      if (!entry) continue
      forget(entry)
      // It was asked for again and again, and is wanted when it is made anew.
      if (shelf === wanted) noteGone(entry.key)
    }
  }

  function shelve(shelf: Shelf<T>, entry: Entry<T>): void {
    for (const oldest of shelf.put(entry)) {
      forget(oldest)
      noteGone(oldest.key)
    }
  }

  return {
    get(key: string, now: Instant): T | undefined {
      const entry = wanted.get(key) ?? newOnes.get(key)
      if (!entry) return undefined
      if (entry.answer.staleAt <= now) {
        remove(key)
        return undefined
      }
      if (newOnes.take(key)) shelve(wanted, entry)
      return entry.answer
    },

    /** Taken before the data of an answer is read. */
    mark: (): number => drops,

    /** Keeps the answer only if nothing was dropped since `mark`: it may have been made from what was before. */
    put(asked: string, answer: T, mark: number): void {
      if (mark !== drops) return
      const key = ownCopy(asked)
      remove(key)
      const { expertId, rest } = answer
      const keys = keysOf.get(expertId)
      if (keys) keys.add(key)
      else keysOf.set(expertId, new Set([key]))
      const shelf = gone.delete(key) ? wanted : newOnes
      shelve(shelf, { key, answer, bytes: rest.byteLength + 2 * key.length + overheadBytes })
    },

    clear(): void {
      drops++
      for (const shelf of shelves) shelf.clear()
      keysOf.clear()
      gone.clear()
    },

    drop(expertId: string): void {
      drops++
      for (const key of keysOf.get(expertId) ?? []) remove(key)
    },

    dropStale(now: Instant): void {
      for (const shelf of shelves) {
        for (const { key, answer } of shelf.all()) if (answer.staleAt <= now) remove(key)
      }
    },

    /** All that is kept, as it is counted. */
    bytes: (): number => newOnes.bytes() + wanted.bytes(),
  }
}

type Shelf<T> = ReturnType<typeof createShelf<T>>

/** Entries up to so many bytes; what was put first goes first. */
function createShelf<T>(capacity: number) {
  const entries = new Map<string, Entry<T>>()
  let size = 0

  function take(key: string): Entry<T> | undefined {
    const entry = entries.get(key)
    if (!entry) return undefined
    entries.delete(key)
    size -= entry.bytes
    return entry
  }

  return {
    get: (key: string) => entries.get(key),
    all: () => entries.values(),
    bytes: () => size,
    take,
    clear(): void {
      entries.clear()
      size = 0
    },
    /** Answers what had to make place, which may be the new one itself. */
    put(entry: Entry<T>): Entry<T>[] {
      entries.set(entry.key, entry)
      size += entry.bytes
      const gone: Entry<T>[] = []
      for (const oldest of entries.values()) {
        if (size <= capacity) break
        take(oldest.key)
        gone.push(oldest)
      }
      return gone
    },
  }
}
