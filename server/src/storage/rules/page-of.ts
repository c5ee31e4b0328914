import type { Page } from '../port/page.ts'

/** Of one item more than was asked for. */
export function pageOf<T, P>(
  found: readonly T[],
  limit: number,
  placeOf: (item: T) => P,
): Page<T, P> {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return last !== undefined && found.length > limit ? { items, next: placeOf(last) } : { items }
}
