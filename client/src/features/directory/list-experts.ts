import type { FoundExpert } from '@expertconnect/contract/experts/shapes'

interface Pages {
  readonly pages: readonly {
    readonly items: readonly FoundExpert[]
    readonly total?: number | undefined
  }[]
}

/**
 * The pages in one list, each in an order of its own. Someone whose place changed between two pages would otherwise stand
 * in both.
 */
export function listExperts(
  data: Pages | undefined,
  order: (page: readonly FoundExpert[]) => readonly FoundExpert[] = (page) => page,
): {
  experts: readonly FoundExpert[] | undefined
  total: number
} {
  if (!data) return { experts: undefined, total: 0 }
  const byId = new Map(
    data.pages.flatMap((page) => order(page.items)).map((expert) => [expert.id, expert]),
  )
  const experts = [...byId.values()]
  return { experts, total: Math.max(data.pages.at(-1)?.total ?? 0, experts.length) }
}
