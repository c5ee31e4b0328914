import type { Deps } from './deps.ts'
import { type Answer, createByteCache } from './byte-cache.ts'

const sweepMs = 30_000

/**
 * Answers about experts, kept until anything of the expert changes or time alone makes them stale. While changes may go
 * unheard, nothing is remembered.
 */
export function createLiveMemory<T extends Answer>(
  { storage, clock }: Pick<Deps, 'storage' | 'clock'>,
  capacity: number,
) {
  const cache = createByteCache<T>(capacity)
  let hearing = true
  const stopListening = storage.listen({
    changed(changes) {
      for (const { record } of changes) cache.drop(record.expertId)
    },
    scheduleChanged: (expertId) => cache.drop(expertId),
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
    /** What is remembered, if it is still right. Synchronous: this is the hot path. */
    recall: (key: string): T | undefined => cache.get(key, clock()),

    /** Composes the answer and remembers it, unless a change came in between. */
    async make(key: string, compose: () => Promise<T>): Promise<T> {
      const mark = cache.mark()
      const answer = await compose()
      if (hearing) cache.put(key, answer, mark)
      return answer
    },

    /** What it remembers, in bytes. */
    bytes: cache.bytes,

    close(): void {
      stopListening()
      clearInterval(sweeping)
    },
  }
}
