import { expect, test } from 'vitest'
import {
  directoryPath,
  isNarrowed,
  noFilters,
  readFilters,
} from '../../../src/features/directory/filters.ts'

const read = (search: string) => readFilters(new URLSearchParams(search))

test('an address without filters is short, and reads as none', () => {
  expect(directoryPath({})).toBe('/experts')
  expect(directoryPath(noFilters)).toBe('/experts')
  expect(read('')).toEqual(noFilters)
})

test('what is written into the address is read from it', () => {
  const filters = {
    query: 'prix & “Łódź” +1',
    category: 'law',
    language: 'pt-BR',
    maxPrice: 15_000,
    free: 'evening',
    sort: 'price',
  } as const
  const path = directoryPath(filters)
  expect(path.startsWith('/experts?query=')).toBe(true)
  expect(readFilters(new URL(path, 'http://x').searchParams)).toEqual(filters)
})

test.each([
  'category=../admin&language=<b>&maxPrice=-1&sort=chaos&free=never',
  'maxPrice=1e9&language=x',
  'maxPrice=0&category=',
  'maxPrice=12.5&language=12',
])('what makes no sense counts as not given: %s', (search) => {
  expect(read(search)).toEqual(noFilters)
})

test('a search is trimmed and has a limit', () => {
  expect(read('query=%20%20go%20').query).toBe('go')
  expect(read(`query=${'x'.repeat(500)}`).query).toHaveLength(200)
})

test('an order alone narrows nothing', () => {
  expect(isNarrowed({ ...noFilters, sort: 'price' })).toBe(false)
  expect(isNarrowed({ ...noFilters, query: 'go' })).toBe(true)
  expect(isNarrowed({ ...noFilters, maxPrice: 1 })).toBe(true)
  expect(isNarrowed({ ...noFilters, free: 'today' })).toBe(true)
})

test('a category is read however it is capitalised', () => {
  expect(read('category=Law').category).toBe('law')
})
