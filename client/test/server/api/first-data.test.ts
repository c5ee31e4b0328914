import type { FirstData } from '@expertconnect/contract/first-data'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sampleBoard, sampleExpert } from '../../features/board/sample.ts'

const arrivedAt = Date.parse('2026-11-23T06:00:00Z')
const expert = sampleExpert()
const first: FirstData = {
  answers: { '/experts/asha-rai': expert, '/experts?limit=4&sort=soonest': { items: [expert] } },
  board: { ...sampleBoard(), expertId: expert.id },
}

beforeEach(() => {
  vi.resetModules()
  vi.useFakeTimers({ now: arrivedAt + 5000 })
})
afterEach(() => {
  document.body.innerHTML = ''
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** A page that came with data; of no bytes if the browser had kept it. */
async function load({ transferSize = 9000, data = JSON.stringify(first) } = {}) {
  const element = document.createElement('script')
  element.type = 'application/json'
  element.id = 'first-data'
  element.textContent = data
  document.body.append(element)
  const timing = { transferSize, responseStart: 250 } as PerformanceNavigationTiming
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([timing])
  vi.spyOn(performance, 'timeOrigin', 'get').mockReturnValue(arrivedAt - 250)
  return import('../../../src/server/api/first-data.ts')
}

describe('what came with the page', () => {
  it('answers what is asked for at the same address, in whatever order it is written', async () => {
    const { firstAnswer } = await load()
    const asked = { query: { limit: 4, sort: 'soonest' } } as const
    const { initialData, initialDataUpdatedAt } = firstAnswer(
      'searchExperts',
      asked,
      (found) => found.items,
    )
    expect(initialData()).toEqual([expert])
    expect(initialDataUpdatedAt()).toBe(arrivedAt)
    const other = firstAnswer('getExpert', { params: { slug: 'nobody' } }, (found) => found)
    expect(other.initialData()).toBeUndefined()
  })

  it('holds the board of one expert alone', async () => {
    const { firstBoardOf } = await load()
    expect(firstBoardOf('expert-1')).toMatchObject({ version: 'version-1' })
    expect(firstBoardOf('expert-2')).toBeUndefined()
  })

  it('is forgotten after a minute', async () => {
    const { firstBoardOf, firstAnswer } = await load()
    const { initialData } = firstAnswer('getExpert', { params: { slug: 'asha-rai' } }, (one) => one)
    vi.setSystemTime(arrivedAt + 59_000)
    expect(initialData()).toEqual(expert)
    vi.setSystemTime(arrivedAt + 61_000)
    expect([initialData(), firstBoardOf('expert-1')]).toEqual([undefined, undefined])
  })

  it('is nothing in a page that the browser had kept: who knows since when', async () => {
    const { firstBoardOf } = await load({ transferSize: 0 })
    expect(firstBoardOf('expert-1')).toBeUndefined()
  })

  it('is nothing where the server sent none', async () => {
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([])
    const { firstBoardOf } = await import('../../../src/server/api/first-data.ts')
    expect(firstBoardOf('expert-1')).toBeUndefined()
  })
})
