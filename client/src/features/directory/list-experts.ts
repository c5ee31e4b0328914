import type { Expert } from '@expertconnect/contract/experts/shapes'

interface Pages {
  readonly pages: readonly {
    readonly items: readonly Expert[]
    readonly total?: number | undefined
  }[]
}

/** The pages in one list. Someone whose place changed between two pages would otherwise stand in both. */
export function listExperts(data: Pages | undefined): {
  experts: readonly Expert[] | undefined
  total: number
} {
  if (!data) return { experts: undefined, total: 0 }
  const byId = new Map(
    data.pages.flatMap((page) => page.items).map((expert) => [expert.id, expert]),
  )
  const experts = [...byId.values()]
  return { experts, total: Math.max(data.pages.at(-1)?.total ?? 0, experts.length) }
}
