import type { Deps } from './deps.ts'

export type Limits = ReturnType<typeof createLimits>

/** How often things are done from one network address or by one browser, counted on all servers together. */
export function createLimits({
  storage,
  clock,
  tokens,
}: Pick<Deps, 'storage' | 'clock' | 'tokens'>) {
  return {
    /**
     * Counts one more use in a window of so many milliseconds; answers how many it has and after how many milliseconds
     * (at least one) it ends. Who it is, is stored as a pseudonym only: limits need to know them again, not to read it.
     * `mayBeLost`: see `UseWindow`.
     */
    async count(
      name: string,
      who: string,
      milliseconds: number,
      mayBeLost?: boolean,
    ): Promise<{ readonly count: number; readonly endsIn: number }> {
      const now = clock()
      const key = `${name} ${tokens.pseudonym(who)}`
      const { count, endsAt } = await storage.uses.count(key, { now, milliseconds, mayBeLost })
      return { count, endsIn: endsAt - now }
    },
  }
}
