import type { Deps } from './deps.ts'

export type Uses = ReturnType<typeof createUses>

/** How often things are done from one network address, counted on all servers together. */
export function createUses({ storage, clock, tokens }: Pick<Deps, 'storage' | 'clock' | 'tokens'>) {
  return {
    /**
     * Counts one more use in a window of so many milliseconds; answers how many it has and after how many milliseconds
     * (at least one) it ends. The address is stored as a pseudonym only: limits need to know it again, not to read it.
     */
    async count(
      name: string,
      address: string,
      milliseconds: number,
    ): Promise<{ readonly count: number; readonly endsIn: number }> {
      const now = clock()
      const key = `${name} ${tokens.pseudonym(address)}`
      const { count, endsAt } = await storage.uses.count(key, { now, milliseconds })
      return { count, endsIn: endsAt - now }
    },
  }
}
