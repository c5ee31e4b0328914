import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refreshNextFree } from '../../../src/jobs/refresh-next-free.ts'
import { plainContent } from '../../content.ts'
import { startWorld, type World } from '../../harness.ts'
import { makeBooking, makeHold } from '../requests.ts'

// Monday, eight o'clock in London. Ada works there from nine to five, Bina in Kathmandu: from 3:15 to 11:15 UTC.
const monday = (time: string) => `2027-01-11T${time}:00Z`
const tuesday = (time: string) => `2027-01-12T${time}:00Z`

let world: World
beforeEach(async () => {
  world = await startWorld()
  await refreshNextFree({ storage: world.storage, clock: () => world.clock.now })
})
afterEach(() => world.stop())

async function search(query: Record<string, string | number>) {
  return (await world.send('searchExperts', { query })).body
}

async function timesOf(slug: string, query: Record<string, string | number> = { times: 3 }) {
  const { items } = await search(query)
  return items.find((expert) => expert.slug === slug)?.freeTimes
}

const namesIn = async (query: Record<string, string | number>) =>
  (await search(query)).items.map(({ slug }) => slug).toSorted()

describe('the free times of a list', () => {
  it('are told where they are asked for: ascending, two hours apart, the first one being the next free start', async () => {
    const { items } = await search({ times: 6, query: 'ada' })
    expect(items[0]?.freeTimes).toEqual([
      ...['09:00', '11:00', '13:00', '15:00'].map(monday),
      ...['09:00', '11:00'].map(tuesday),
    ])
    expect(items[0]?.nextFreeAt).toBe(items[0]?.freeTimes?.[0])
    expect((await search({})).items[0]).not.toHaveProperty('freeTimes')
  })

  it('change the moment that a time is held, freed and booked', async () => {
    expect((await timesOf('ada-lovelace'))?.[0]).toBe(monday('09:00'))
    const hold = await makeHold(world, monday('09:00'))
    expect((await timesOf('ada-lovelace'))?.[0]).toBe(monday('09:30'))
    await world.send('releaseHold', { params: { id: hold.id }, bearer: hold.token })
    expect((await timesOf('ada-lovelace'))?.[0]).toBe(monday('09:00'))
    await makeBooking(world, monday('09:00'))
    expect((await timesOf('ada-lovelace'))?.[0]).toBe(monday('09:30'))
  })

  it('leave out what has come to lie inside the notice since they were remembered', async () => {
    expect((await timesOf('bina-gurung'))?.[0]).toBe(monday('10:15'))
    world.clock.advance(20 * 60_000)
    expect((await timesOf('bina-gurung'))?.[0]).toBe(monday('10:45'))
  })

  it('are the next one alone where that lies beyond the coming days', async () => {
    const content = plainContent()
    const [ada] = content.experts
    if (!ada) throw new Error('There is no Ada')
    const far = {
      ...ada,
      schedule: {
        ...ada.schedule,
        weekly: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] },
        exceptions: { '2027-01-25': [{ from: 600, to: 660 }] },
      },
    }
    const other = await startWorld({ content: { ...content, experts: [far] } })
    try {
      await refreshNextFree({ storage: other.storage, clock: () => other.clock.now })
      const { body } = await other.send('searchExperts', { query: { times: 3 } })
      expect(body.items[0]?.freeTimes).toEqual(['2027-01-25T10:00:00Z'])
    } finally {
      await other.stop()
    }
  })
})

describe('who is free within a time', () => {
  it('is found, counted, and told with the times in it', async () => {
    const evening = { freeFrom: monday('15:00'), freeBefore: monday('22:00'), times: 3 }
    const { items, total } = await search(evening)
    expect(items.map(({ slug }) => slug)).toEqual(['ada-lovelace'])
    expect(total).toBe(1)
    expect(items[0]?.freeTimes).toEqual([monday('15:00')])
    expect(await namesIn({ freeFrom: monday('10:00'), freeBefore: monday('11:00') })).toEqual([
      'ada-lovelace',
      'bina-gurung',
    ])
    expect(await namesIn({ freeFrom: monday('18:00'), freeBefore: tuesday('02:00') })).toEqual([])
  })

  it('is narrowed by everything else as well, and sorted as asked', async () => {
    const tomorrow = { freeFrom: tuesday('00:00'), freeBefore: '2027-01-13T00:00:00Z' }
    expect(await namesIn({ ...tomorrow, category: 'music' })).toEqual(['bina-gurung'])
    expect(await namesIn({ ...tomorrow, query: 'voice engines' })).toEqual([
      'ada-lovelace',
      'bina-gurung',
    ])
    const { items } = await search({ ...tomorrow, sort: 'price' })
    expect(items.map(({ slug }) => slug)).toEqual(['bina-gurung', 'ada-lovelace'])
  })

  it('comes in pages, none of which is empty, and nobody twice', async () => {
    const asked = { freeBefore: '2027-01-15T00:00:00Z', limit: 1, sort: 'rating' }
    const first = await search(asked)
    expect(first.total).toBeUndefined()
    const second = await search({ ...asked, cursor: first.nextCursor ?? '' })
    expect(second.nextCursor).toBeUndefined()
    const both = [...first.items, ...second.items].map(({ slug }) => slug)
    expect(both).toEqual(['ada-lovelace', 'bina-gurung'])
  })

  it('goes no farther ahead than is known of everybody', async () => {
    const { status, body } = await world.refuse('searchExperts', {
      query: { freeBefore: '2027-01-20T00:00:00Z' },
    })
    expect(status).toBe(422)
    expect(body.errors?.[0]?.pointer).toBe('#/freeBefore')
  })

  it('walks on through those who have no time then', async () => {
    const [ada, bina] = plainContent().experts
    if (!ada || !bina) throw new Error('There are no experts')
    const busy = Array.from({ length: 130 }, (_, index) => ({
      ...ada,
      id: `busy-${index}`,
      slug: `busy-${index}`,
      hourlyRate: 100,
      schedule: { ...ada.schedule, weekly: { ...ada.schedule.weekly, 1: [], 2: [] } },
    }))
    const content = { ...plainContent(), experts: [...busy, ada, bina] }
    const crowd = await startWorld({ content })
    try {
      const { clock, storage } = crowd
      await refreshNextFree({ storage, clock: () => clock.now })
      const { body } = await crowd.send('searchExperts', {
        query: { freeBefore: tuesday('00:00'), sort: 'price' },
      })
      expect(body.items.map(({ slug }) => slug)).toEqual(['bina-gurung', 'ada-lovelace'])
      expect(body.total).toBe(2)
    } finally {
      await crowd.stop()
    }
  })
})
