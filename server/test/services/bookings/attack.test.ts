import { describe, expect, it } from 'vitest'
import { Refused } from '../../../src/base/problem.ts'
import { mintActor } from '../../../src/base/sessions.ts'
import { bookableStarts, bookableTime } from '../../../src/domain/schedules/starts.ts'
import { formatInstant, instantOf, minute } from '../../../src/domain/time/instant.ts'
import { openStorage } from '../../../src/storage/open.ts'
import { plainContent } from '../../content.ts'
import { createBookingServices } from './booking-services.ts'

const expertId = 'expert-ada'
const minutes = 30
const hourly = 60

/** After so many networks in a row that get nothing more, an attacker waits for the next minute. */
const patience = 5

/**
 * What a stranger keeps of an expert's time with so many networks, for an hour: they book under made-up addresses, hold
 * under made-up names, renew what can be renewed, and calculate whatever is asked of them at no cost. They prove nothing.
 */
async function attack(networks: number) {
  const storage = await openStorage('file::memory:')
  await storage.fill(plainContent())
  const { clock, ids, holds, bookings } = createBookingServices(storage, { limits: true })
  const expert = await storage.experts.find(expertId)
  if (!expert) throw new Error('No expert')
  const { schedule } = expert
  const all = bookableTime(schedule, clock.now)
  const range = { from: clock.now, before: instantOf(clock.now + 100 * 24 * 60 * minute) }
  const live = new Map<string, string>()

  const actorOf = (network: number) =>
    mintActor({ ip: `10.${network >> 8}.${network & 255}.${1 + (ids() % 250)}` })

  async function occupied() {
    const asked = { from: clock.now, to: range.before, now: clock.now }
    return storage.bookings.listOccupied(expertId, asked)
  }

  /** True while there is more to be had for this network. */
  async function takeOne(network: number, startsAt: string, kind: 'book' | 'hold') {
    const actor = actorOf(network)
    const key = `key-${ids()}-${startsAt}`
    try {
      if (kind === 'hold') {
        const input = { expertId, startsAt, minutes, holder: `holder-${ids()}` }
        const hold = await holds.create(actor, input, key)
        live.set(hold.id, hold.token)
      } else {
        const customer = { name: 'Nobody', email: `nobody-${ids()}@example.com` }
        const input = { expertId, startsAt, minutes, customer, timeZone: 'UTC' }
        await bookings.create(actor, input, key)
      }
      return true
    } catch (error) {
      // What is kept for proof is kept from others as well.
      if (error instanceof Refused && error.details.kept) return true
      if (error instanceof Refused && error.code === 'proof_needed') return false
      throw error
    }
  }

  async function takeAll(kind: 'book' | 'hold') {
    const taken = new Set((await occupied()).map((time) => time.startsAt))
    const free = [...bookableStarts(schedule, minutes, range, clock.now)]
      .map(({ startsAt }) => startsAt)
      .filter((startsAt) => !taken.has(startsAt))
    let idle = 0
    for (let network = 0; network < networks && idle < patience; network++) {
      let took = 0
      for (let next = free.at(0); next !== undefined; next = free.at(0)) {
        if (!(await takeOne(network, formatInstant(next), kind))) break
        free.shift()
        took++
      }
      idle = took === 0 ? idle + 1 : 0
    }
  }

  const shares: number[] = []
  for (let passed = 0; passed < hourly; passed++) {
    for (const [id, token] of live) {
      const opened = { ...actorOf(0), token } as ReturnType<typeof actorOf>
      if (passed % 5 === 4)
        await holds.change(opened, id, { renew: true }).catch(() => live.delete(id))
    }
    await takeAll('book')
    await takeAll('hold')
    const kept = (await occupied()).reduce((sum, { startsAt, until }) => sum + until - startsAt, 0)
    shares.push(kept / all)
    clock.now = instantOf(clock.now + minute)
    await storage.bookings.releaseExpired(clock.now)
  }
  // An hour later nothing is left but what stands for good.
  clock.now = instantOf(clock.now + hourly * minute)
  await storage.bookings.releaseExpired(clock.now)
  const left = (await occupied()).reduce((sum, { startsAt, until }) => sum + until - startsAt, 0)
  await storage.close()
  const percent = (share: number) => Math.round(share * 1000) / 10
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
  return { most: percent(Math.max(...shares)), mean: percent(mean), left: percent(left / all) }
}

describe('a stranger who wants to keep an expert’s time from others', () => {
  it('keeps a twentieth with one network, and a fifth with any number of them, within an hour', async () => {
    expect({
      1: await attack(1),
      10: await attack(10),
      100: await attack(100),
      1000: await attack(1000),
    }).toMatchInlineSnapshot(`
      {
        "1": {
          "left": 2.6,
          "mean": 4.3,
          "most": 4.3,
        },
        "10": {
          "left": 5.4,
          "mean": 13.8,
          "most": 13.8,
        },
        "100": {
          "left": 5.4,
          "mean": 13.8,
          "most": 13.8,
        },
        "1000": {
          "left": 5.4,
          "mean": 13.8,
          "most": 13.8,
        },
      }
    `)
  })
})
