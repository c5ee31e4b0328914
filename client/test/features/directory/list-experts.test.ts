import type { Expert } from '@expertconnect/contract/experts/shapes'
import { expect, test } from 'vitest'
import { listExperts } from '../../../src/features/directory/list-experts.ts'
import { intents } from '../../../src/features/directory/landing/intents.ts'
import { namedFilters } from '../../../src/features/directory/named-filters.ts'
import { sampleExpert } from '../expert/sample-expert.ts'

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => sampleExpert({ id: `expert-000${id}` })) as [
  Expert,
  Expert,
  Expert,
  Expert,
]

test('somebody whose place changed between two pages is listed once', () => {
  const { experts, total } = listExperts({
    pages: [
      { items: [a, b], total: 3 },
      { items: [b], total: 3 },
    ],
  })
  expect(experts).toEqual([a, b])
  expect(total).toBe(3)
})

test('each page keeps its place, in an order of its own: nothing jumps when more are shown', () => {
  const { experts } = listExperts({ pages: [{ items: [a, b] }, { items: [c, d] }] }, (page) =>
    page.toReversed(),
  )
  expect(experts?.map(({ id }) => id)).toEqual([b, a, d, c].map(({ id }) => id))
})

test('the total is never less than what is shown, and nothing is known before an answer', () => {
  expect(listExperts({ pages: [{ items: [a, b] }] }).total).toBe(2)
  expect(listExperts(undefined)).toEqual({ experts: undefined, total: 0 })
})

test('suggested searches are skills of those who have time, each once, the long ones left out', () => {
  const skills = [['Pricing', 'Hiring'], ['Pricing', 'Visas'], [], ['x'.repeat(40), 'SQL']]
  expect(intents(skills.map((each) => sampleExpert({ skills: each })))).toEqual([
    'Pricing',
    'Hiring',
    'Visas',
    'SQL',
  ])
})

test('an empty list can say what was asked for, and lead out of each part of it', () => {
  const filters = {
    query: 'go',
    category: 'law',
    language: 'pl',
    maxPrice: 6000,
    free: 'evening',
    sort: 'price',
  } as const
  const named = namedFilters(filters, { categoryName: 'Law', currency: 'USD' })
  expect(named.map(({ text }) => text)).toEqual([
    '“go”',
    'the category Law',
    'Polish',
    'at most $60 an hour',
    'a free time this evening',
  ])
  expect(named[1]?.without).toBe(
    '/experts?query=go&language=pl&maxPrice=6000&free=evening&sort=price',
  )
})
