import type { Deps } from '../../base/deps.ts'
import { createLiveMemory } from '../../base/live-memory.ts'
import { type Instant, plus } from '../../domain/time/instant.ts'

/** A finished page about an expert, or about many. */
export interface KeptPage {
  readonly expertId: string
  /** Packed by gzip, as most browsers want it. */
  readonly rest: Buffer
  readonly etag: string
}
type Remembered = KeptPage & { readonly staleAt: Instant }

const cacheBytes = 8 * 1024 * 1024
/** Next free times that a job finds change without being told. */
const goodForMs = 1000

/**
 * Remembers finished pages for a second, and less where what they say of an expert changes: a crowd that follows a link
 * costs as much as one visitor. Its bytes are counted and bounded, as those of boards are.
 */
export function createPageMemory(deps: Pick<Deps, 'storage' | 'clock'>) {
  const memory = createLiveMemory<Remembered>(deps, cacheBytes)
  return {
    /** The page of this key, made anew where none is remembered; `null` where there is none, which is not remembered. */
    async read(key: string, make: () => Promise<KeptPage | null>): Promise<KeptPage | null> {
      const known = memory.recall(key)
      if (known) return known
      const staleAt = plus(deps.clock(), goodForMs)
      return memory.make(key, async () => {
        const page = await make()
        return page && { ...page, staleAt }
      })
    },

    /** What it remembers, in bytes. */
    rememberedBytes: memory.bytes,

    close: () => memory.close(),
  }
}
