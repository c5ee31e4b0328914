import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hour, instantOf, plus } from '../../../src/domain/time/instant.ts'
import { plainContent } from '../../content.ts'
import type { OpenedStore } from '../store.ts'
import { anExpert } from '../experts/profile-fixtures.ts'
import { openSqliteInMemory } from './sqlite-store.ts'

const start = instantOf(Date.parse('2030-01-01T00:00:00Z'))

/** As much as a hundred full calendars. */
function withLongCalendar(id: string) {
  const busy = Array.from({ length: 50_000 }, (_, index) => {
    const from = plus(start, 2 * index * hour)
    return { from, to: plus(from, hour) }
  })
  const expert = anExpert({ id, slug: id })
  return { ...expert, schedule: { ...expert.schedule, busy } }
}

describe('experts whose calendars are long', () => {
  const long = ['one', 'two', 'three', 'four', 'five', 'six']
  let store: OpenedStore
  beforeAll(async () => {
    store = await openSqliteInMemory()
    const short = anExpert({ id: 'short', slug: 'short' })
    const experts = [short, ...long.map(withLongCalendar)]
    const { categories } = plainContent()
    await store.storage.fill({ categories, experts, reviews: [], bookings: [], people: [] })
  })
  afterAll(async () => {
    await store.storage.close()
    await store.dispose()
  })

  it('are remembered as others are, but not all of them at once', async () => {
    const { experts } = store.storage
    const [first, short] = [await experts.find('one'), await experts.find('short')]
    expect(await experts.find('one')).toBe(first)
    for (const id of long) expect((await experts.find(id))?.schedule.busy).toHaveLength(50_000)
    expect(await experts.find('short')).not.toBe(short)
    expect(await experts.find('one')).not.toBe(first)
    expect(await experts.find('one')).toEqual(first)
  })
})
