import type { Expert } from '../../domain/experts/expert.ts'

const rememberedAtMost = 2000
/** Of all that are remembered: some 20 MB. Calendars of experts with many entries would take far more than the experts. */
const busyTimesAtMost = 250_000

/**
 * Experts as they were read. Every claim reads its expert, and imported busy times make a schedule long: worth not
 * parsing it each time, and what the domain has worked out of a schedule is remembered by its object.
 */
export function createExpertMemory<K>() {
  const remembered = new Map<K, Expert>()
  let busyTimes = 0

  function clear(): void {
    remembered.clear()
    busyTimes = 0
  }

  function forget(key: K): void {
    const known = remembered.get(key)
    if (!known) return
    remembered.delete(key)
    busyTimes -= known.schedule.busy.length
  }

  function put(key: K, expert: Expert): void {
    forget(key)
    const { length } = expert.schedule.busy
    if (remembered.size >= rememberedAtMost || busyTimes + length > busyTimesAtMost) clear()
    remembered.set(key, expert)
    busyTimes += length
  }

  return { get: (key: K): Expert | undefined => remembered.get(key), put, forget, clear }
}
