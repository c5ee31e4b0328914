import { useSearchParams } from 'react-router'

/** What is searched and which part is shown: in the address, so that Back, a reload and a link keep it. */
export function useFilters<T extends string>(parts: readonly [T, ...T[]]) {
  const [search, setSearch] = useSearchParams()
  const query = search.get('query') ?? ''
  const part = parts.find((each) => each === search.get('show')) ?? parts[0]
  function change(next: { query?: string; part?: T }) {
    const { query: words, part: show } = { query, part, ...next }
    setSearch(
      { ...(words !== '' && { query: words }), ...(show !== parts[0] && { show }) },
      { replace: true },
    )
  }
  return { query, part, change }
}
