import type { Expert } from '../../../domain/experts/expert.ts'
import type { ExpertStorage } from '../../port/experts.ts'
import type { StorageListener } from '../../port/listener.ts'
import { createExpertMemory } from '../../rules/expert-memory.ts'

/** Experts as this server last heard of them by the change stream. While changes may go unheard, nothing is remembered. */
export function createRecall(
  { find }: Pick<ExpertStorage, 'find'>,
  listen: (listener: StorageListener) => unknown,
) {
  const memory = createExpertMemory<string>()
  let hearing = true
  /** Rises with all that is heard: an expert who was read before it may be as they were. */
  let heard = 0

  listen({
    scheduleChanged(expertId) {
      heard++
      memory.forget(expertId)
    },
    interrupted() {
      hearing = false
      heard++
      memory.clear()
    },
    resumed() {
      hearing = true
      heard++
      memory.clear()
    },
  })

  async function recall(id: string): Promise<Expert | null> {
    const known = memory.get(id)
    if (known) return known
    const before = heard
    const expert = await find(id)
    if (expert && hearing && before === heard) memory.put(id, expert)
    return expert
  }

  return {
    recall,

    /** False also where nothing is known of the expert. */
    isVersion: (id: string, version: number): boolean =>
      memory.get(id)?.schedule.version === version,
  }
}
