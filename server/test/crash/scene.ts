import { endpoints } from '@expertconnect/contract/endpoints'
import { expect } from 'vitest'
import { Customer, send, type Target } from './customer.ts'

const people = 16
const day = 24 * 3_600_000

async function read(url: string, path: string): Promise<unknown> {
  const response = await fetch(`${url}/api/v1${path}`)
  return response.json()
}

function boardPath(slug: string): string {
  const dateIn = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10)
  return `/experts/${slug}/slots?from=${dateIn(0)}&to=${dateIn(40)}&timeZone=UTC`
}

async function readBoard(url: string, slug: string) {
  return endpoints.getBoard.response.parse(await read(url, boardPath(slug)))
}

export interface Scene {
  readonly slugs: readonly string[]
  readonly customers: readonly Customer[]
  /** Records that were there before anybody came. */
  readonly seeded: ReadonlySet<string>
}

/** Four experts and as many people for each, who all want the same few dozen times. */
export async function setScene(url: string): Promise<Scene> {
  const found = endpoints.searchExperts.response.parse(await read(url, '/experts?sort=soonest'))
  const slugs: string[] = []
  const targets: Target[] = []
  const seeded = new Set<string>()
  for (const { id, slug, policy } of found.items) {
    const { days, minutes, occupied } = await readBoard(url, slug)
    const earliest = Date.now() + policy.cancellationMinutes * 60_000 + day
    const starts = days
      .flatMap(({ slots }) => slots)
      .filter(({ startsAt, state }) => state === 'free' && Date.parse(startsAt) > earliest)
      .map(({ startsAt }) => startsAt)
    if (starts.length < 40 || targets.length === 4) continue
    for (const record of occupied) seeded.add(record.id)
    slugs.push(slug)
    targets.push({ expertId: id, starts: starts.slice(0, 60), minutes })
  }
  const customers = Array.from({ length: people }, (_, index) => {
    const target = targets[index % targets.length]
    if (!target) throw new Error('The demo has no expert with enough free times')
    return new Customer(`customer-${index}`, target)
  })
  return { slugs, customers, seeded }
}

/** Whoever was left without an answer asks again, twice: both times they are told the same. */
export async function retry(url: string, customer: Customer): Promise<void> {
  for (const sent of customer.unanswered.splice(0)) {
    const first = await send(url, sent)
    if (!first) throw new Error('no answer to a retry')
    customer.take(sent, first)
    expect(first.text).not.toContain('key_reused')
    if (first.status < 300) expect(await send(url, sent)).toEqual(first)
  }
}

/** What was acknowledged is there, nothing else is, and nothing overlaps. */
export async function checkServed(url: string, { slugs, customers, seeded }: Scene): Promise<void> {
  const live = new Map<string, { version: number; state: string; startsAt: string }>()
  for (const slug of slugs) {
    const { occupied } = await readBoard(url, slug)
    let free = ''
    for (const row of occupied) {
      expect(row.startsAt >= free).toBe(true)
      free = row.until
      live.set(row.id, row)
    }
  }
  const known = new Set(seeded)
  for (const { own, doubtful } of customers) {
    for (const { id, status, version, startsAt, token } of own.values()) {
      known.add(id)
      const row = live.get(id)
      if (status === 'held') {
        expect(row).toMatchObject({ state: 'held', startsAt })
        if (doubtful.has(id)) expect(row?.version).toBeGreaterThanOrEqual(version)
        else expect(row?.version).toBe(version)
        continue
      }
      const headers = { Authorization: `Bearer ${token}` }
      const response = await fetch(`${url}/api/v1/bookings/${id}`, { headers })
      const { booking } = endpoints.getBooking.response.parse(await response.json())
      expect(booking).toMatchObject({ status, version, startsAt })
      expect(row?.state).toBe(status === 'booked' ? 'booked' : undefined)
    }
  }
  expect([...live.keys()].filter((id) => !known.has(id))).toEqual([])
}
