import { useSearchParams } from 'react-router'

/**
 * What is searched, which part is shown and by what else it is narrowed (`names`): in the address, so that Back, a reload
 * and a link keep it.
 */
export function useFilters<T extends string, N extends string = never>(
  parts: readonly [T, ...T[]],
  names: readonly N[] = [],
) {
  const [search, setSearch] = useSearchParams()
  const query = search.get('query') ?? ''
  const part = parts.find((each) => each === search.get('show')) ?? parts[0]
  function change({ part: show = part, ...next }: FilterChange<T, N>) {
    const written = new URLSearchParams()
    for (const name of ['query', ...names] as const) {
      const text = name in next ? next[name as keyof typeof next] : search.get(name)
      if (text) written.set(name, text)
    }
    if (show !== parts[0]) written.set('show', show)
    setSearch(written, { replace: true })
  }
  const textOf = (name: N) => search.get(name) ?? ''
  return { query, part, textOf, change }
}

export type FilterChange<T extends string, N extends string = never> = {
  readonly [name in 'query' | N]?: string
} & { readonly part?: T }
