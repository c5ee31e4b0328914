import type { Deps } from '../../base/deps.ts'
import { type Instant, plus } from '../../domain/time/instant.ts'
import { createByteCache } from '../../base/byte-cache.ts'

/** A finished page about an expert, or about many. */
export interface KeptPage {
  /** Empty for one about many. */
  readonly expertId: string
  /** Packed by gzip, as most browsers want it. */
  readonly rest: Buffer
  readonly etag: string
}
type Remembered = KeptPage & { readonly staleAt: Instant }

const cacheBytes = 8 * 1024 * 1024
/** Reviews, and next free times that a job finds, change without being told. */
const goodForMs = 1000
const sweepMs = 30_000

/**
 * Remembers finished pages for a second, and less where what they say of an expert changes: a crowd that follows a link
 * costs as much as one visitor. Its bytes are counted and bounded, as those of boards are.
 */
export function createPageMemory({ storage, clock }: Pick<Deps, 'storage' | 'clock'>) {
  const cache = createByteCache<Remembered>(cacheBytes)
  /** While changes may go unheard, nothing is remembered. */
  let hearing = true
  const stopListening = storage.listen({
    changed(changes) {
      for (const { record } of changes) cache.drop(record.expertId)
    },
    // Who is listed, and as what, stands on many pages.
    scheduleChanged: () => cache.clear(),
    interrupted() {
      hearing = false
      cache.clear()
    },
    resumed() {
      hearing = true
      cache.clear()
    },
  })
  const sweeping = setInterval(() => cache.dropStale(clock()), sweepMs).unref()

  return {
    /** The page of this key, made anew where none is remembered; `null` where there is none, which is not remembered. */
    async read(key: string, make: () => Promise<KeptPage | null>): Promise<KeptPage | null> {
      const known = cache.get(key, clock())
      if (known) return known
      const [mark, began] = [cache.mark(), clock()]
      const page = await make()
      if (page && hearing) cache.put(key, { ...page, staleAt: plus(began, goodForMs) }, mark)
      return page
    },

    /** What it remembers, in bytes. */
    rememberedBytes: cache.bytes,

    close(): void {
      stopListening()
      clearInterval(sweeping)
    },
  }
}
