import type { DirectorySort } from '@expertconnect/contract/experts/shapes'
import { paths } from '../../lib/paths.ts'
import { type When, whens } from './when.ts'

/** What the directory is narrowed by. It lives in the address and nowhere else, so that Back and links work. */
export interface Filters {
  readonly query: string
  readonly category: string
  readonly language: string
  /** Per hour, in minor units; 0 is any. */
  readonly maxPrice: number
  /** Who is free then; empty is any time. */
  readonly free: When | ''
  readonly sort: DirectorySort
}

// Said again and not imported: the contract's file would bring the validation of every answer along.
export const sorts: readonly DirectorySort[] = ['soonest', 'rating', 'price']

export const noFilters: Filters = {
  query: '',
  category: '',
  language: '',
  maxPrice: 0,
  free: '',
  sort: 'soonest',
}

/** Reads an address that anybody may have typed: what makes no sense counts as not given. */
export function readFilters(params: URLSearchParams): Filters {
  const matching = (name: string, pattern: RegExp, read = (given: string) => given) => {
    const value = read(params.get(name) ?? '')
    return pattern.test(value) ? value : ''
  }
  return {
    query: (params.get('query') ?? '').slice(0, 200).trim(),
    category: matching('category', /^[a-z0-9-]{1,80}$/, (given) => given.toLowerCase()),
    language: matching('language', /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
    maxPrice: Number(matching('maxPrice', /^[1-9]\d{0,8}$/)),
    free: whens.find((when) => when === params.get('free')) ?? '',
    sort: sorts.find((sort) => sort === params.get('sort')) ?? 'soonest',
  }
}

/** The address of the directory with these filters; the usual values are left out. */
export function directoryPath(filters: Partial<Filters>): string {
  const params = new URLSearchParams()
  for (const [name, usual] of Object.entries(noFilters)) {
    const value = filters[name as keyof Filters] ?? usual
    if (value !== usual) params.set(name, String(value))
  }
  const search = params.toString()
  return search === '' ? paths.experts : `${paths.experts}?${search}`
}

/** How many filters narrow the list; the order does not. */
export function isNarrowed({ query, category, language, maxPrice, free }: Filters): boolean {
  return query !== '' || category !== '' || language !== '' || maxPrice !== 0 || free !== ''
}
