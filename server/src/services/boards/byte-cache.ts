/**
 * Finished answers by request address, dropped all at once for an expert. Addresses come from strangers, so the sum
 * of them is bounded: at most `capacity` bytes; what was put first goes first.
 */
export function createByteCache<T extends { readonly expertId: string; readonly rest: Buffer }>(
  capacity: number,
) {
  const entries = new Map<string, T>()
  const addresses = new Map<string, Set<string>>()
  let size = 0
  let drops = 0

  function remove(address: string): void {
    const entry = entries.get(address)
    if (!entry) return
    entries.delete(address)
    size -= entry.rest.length
    const siblings = addresses.get(entry.expertId)
    siblings?.delete(address)
    if (siblings?.size === 0) addresses.delete(entry.expertId)
  }

  return {
    get: (address: string): T | undefined => entries.get(address),

    /** Taken before the data of an entry is read. */
    mark: (): number => drops,

    /** Keeps the entry only if nothing was dropped since `mark`: it may have been made from what was before. */
    put(address: string, entry: T, mark: number): void {
      if (mark !== drops) return
      remove(address)
      entries.set(address, entry)
      size += entry.rest.length
      const siblings = addresses.get(entry.expertId)
      if (siblings) siblings.add(address)
      else addresses.set(entry.expertId, new Set([address]))
      for (const oldest of entries.keys()) {
        if (size <= capacity) break
        remove(oldest)
      }
    },

    clear(): void {
      drops++
      size = 0
      entries.clear()
      addresses.clear()
    },

    drop(expertId: string): void {
      drops++
      for (const address of addresses.get(expertId) ?? []) remove(address)
    },
  }
}
