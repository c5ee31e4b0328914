import { expect, it } from 'vitest'
import { type Instant, instantOf } from '../../src/domain/time/instant.ts'
import { createByteCache } from '../../src/base/byte-cache.ts'

const now = instantOf(0)
const capacity = 1024 * 1024

function answer(length: number, more: { expertId?: string; staleAt?: Instant } = {}) {
  return { expertId: 'ada', staleAt: instantOf(1000), rest: Buffer.alloc(length), ...more }
}

it('counts keys and what an entry takes beside its body, so that small answers to long questions are bounded', () => {
  const cache = createByteCache(capacity)
  for (let index = 0; index < 5000; index++) {
    cache.put(`${index} ${'x'.repeat(4000)}`, answer(100), cache.mark())
  }
  expect(cache.bytes()).toBeLessThanOrEqual(capacity / 8)
  let kept = 0
  for (let index = 0; index < 5000; index++) {
    if (cache.get(`${index} ${'x'.repeat(4000)}`, now)) kept++
  }
  expect(kept * 8000).toBeLessThan(capacity)
  expect(kept).toBeGreaterThan(0)
})

it('keeps what is asked for again, however many new things a stranger asks for', () => {
  const cache = createByteCache(capacity)
  cache.put('wanted', answer(1000), cache.mark())
  expect(cache.get('wanted', now)).toBeDefined()
  for (let index = 0; index < 5000; index++) cache.put(`new ${index}`, answer(1000), cache.mark())
  expect(cache.get('wanted', now)).toBeDefined()
  expect(cache.get('new 0', now)).toBeUndefined()
  expect(cache.get('new 4999', now)).toBeDefined()
})

it('keeps what comes round again, though more of it comes than has place for new things', () => {
  const cache = createByteCache(capacity)
  const round = Array.from({ length: 200 }, (_, index) => `board ${index}`)
  const missed = () =>
    round.filter((key) => {
      if (cache.get(key, now)) return false
      cache.put(key, answer(1000), cache.mark())
      return true
    }).length
  expect(missed()).toBe(200)
  missed()
  expect(missed()).toBe(0)
  cache.drop('ada')
  expect(missed()).toBe(200)
  expect(missed()).toBe(0)
})

it('never holds more than its capacity, also of what was asked for again', () => {
  const cache = createByteCache(capacity)
  for (let index = 0; index < 5000; index++) {
    cache.put(`${index}`, answer(1000), cache.mark())
    cache.get(`${index}`, now)
    expect(cache.bytes()).toBeLessThanOrEqual(capacity)
  }
  cache.put('too long for its place', answer(capacity), cache.mark())
  expect(cache.get('too long for its place', now)).toBeUndefined()
  expect(cache.bytes()).toBeLessThanOrEqual(capacity)
})

it('lets what is stale go when it is asked for, and all of it when it looks', () => {
  const cache = createByteCache(capacity)
  cache.put('short', answer(1000, { staleAt: instantOf(10) }), cache.mark())
  cache.put('shorter', answer(1000, { staleAt: instantOf(5) }), cache.mark())
  cache.put('long', answer(1000), cache.mark())
  const all = cache.bytes()
  expect(cache.get('short', instantOf(9))).toBeDefined()
  expect(cache.get('short', instantOf(10))).toBeUndefined()
  cache.dropStale(instantOf(10))
  expect(cache.bytes()).toBeLessThan(all / 2)
  expect(cache.get('long', instantOf(10))).toBeDefined()
  cache.dropStale(instantOf(1000))
  expect(cache.bytes()).toBe(0)
})

it('drops all of one expert, wherever it stands, and nothing that was read before may come after', () => {
  const cache = createByteCache(capacity)
  const mark = cache.mark()
  cache.put('new', answer(1000), mark)
  cache.put('wanted', answer(1000), mark)
  cache.get('wanted', now)
  cache.put('of Bina', answer(1000, { expertId: 'bina' }), mark)
  cache.drop('ada')
  expect([cache.get('new', now), cache.get('wanted', now)]).toEqual([undefined, undefined])
  expect(cache.get('of Bina', now)).toBeDefined()
  cache.put('late', answer(1000), mark)
  expect(cache.get('late', now)).toBeUndefined()
})
