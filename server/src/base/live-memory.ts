import type { Deps } from './deps.ts'
import { type Answer, createByteCache } from './byte-cache.ts'

const sweepMs = 30_000
/** The expert of an answer about many. Bookings and holds leave it as it is; who is listed, and as what, stands in it. */
export const aboutMany = ''

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
    scheduleChanged(expertId) {
      cache.drop(expertId)
      cache.drop(aboutMany)
    },
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

    /** Composes the answer and remembers it, unless a change came in between or there is none. */
    async make<A extends T | null>(key: string, compose: () => Promise<A>): Promise<A> {
      const mark = cache.mark()
      const answer = await compose()
      if (hearing && answer) cache.put(key, answer, mark)
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
