import mongoose from 'mongoose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { minute, plus } from '../../../src/domain/time/instant.ts'
import { openStorage } from '../../../src/storage/open.ts'
import { bookingScopes } from '../../../src/storage/port/bookings.ts'
import type { Storage } from '../../../src/storage/port/storage.ts'
import { book, emptyContent, later, now } from '../fixtures.ts'
import { aPerson, challenge, signIn } from '../people/people-fixtures.ts'
import { dropDatabase, freshDatabase, mongoUrl } from './mongo-store.ts'

describe.skipIf(mongoUrl === null)('people in MongoDB', () => {
  let url: string
  let here: Storage
  beforeEach(async () => {
    url = freshDatabase()
    here = await openStorage(url, { migrate: true })
    await here.fill(emptyContent())
  })
  afterEach(async () => {
    await here.close()
    await dropDatabase(url)
  })

  it('are told of on every server', async () => {
    const there = await openStorage(url)
    const told: string[] = []
    there.listen({
      sessionEnded: (id) => told.push(`ended ${id}`),
      personChanged: (id) => told.push(`changed ${id}`),
    })
    const { session, person } = await signIn(here)
    await signIn(here, { email: person.email })
    await here.people.touchSession(session.id, plus(now, minute))
    await here.people.setAdmin(person.email, true, person)
    await here.people.endSession(person.id, session.id)
    await expect.poll(() => told).toEqual([`changed ${person.id}`, `ended ${session.id}`])
    await there.close()
  })

  it('are answered when whoever listens here has heard, and not much later', async () => {
    const { person } = await signIn(here)
    const sessions = await Promise.all(
      [1, 2, 3, 4, 5].map(() => signIn(here, { email: person.email })),
    )
    const began = performance.now()
    for (const isAdmin of [true, false, true, false, true]) {
      await here.people.setAdmin(person.email, isAdmin, person)
    }
    for (const { session } of sessions) await here.people.endSession(person.id, session.id)
    // Each that waits for an event which never comes gives up after a second.
    expect(performance.now() - began).toBeLessThan(4500)
  })

  it('are found through an index, however many there are', async () => {
    const { people } = here
    const connection = await mongoose.createConnection(url).asPromise()
    await connection.db?.setProfilingLevel('all')

    const { session, person, tokenHash } = await signIn(here)
    const { id, linkHash, email } = await challenge(here)
    await people.findChallenge(id)
    await people.tryCode(id, 'wrong', now)
    await people.takeLink(linkHash, { email: 'wrong' }, now)
    await people.takeLink(linkHash, { email }, now)
    await people.findSession(tokenHash, now)
    await people.touchSession(session.id, plus(now, minute))
    await people.listSessions(person.id, now)
    await people.find(person.id)
    await people.findByEmail(person.email)
    await people.setAdmin(person.email, true, aPerson())
    const customer = { name: 'Grace', email: person.email }
    for (const slot of [0, 8]) await book(here, { slot, customer })
    for (const scope of bookingScopes) {
      for (const at of [now, later(now, 10_000)]) {
        const asked = { email: person.email, scope, now: at, limit: 1 }
        const { next } = await here.bookings.listOfCustomer(asked)
        await here.bookings.listOfCustomer({ ...asked, after: next })
      }
    }
    await people.forgetEnded(plus(now, minute))
    await people.endSession(person.id, session.id)
    await people.changeAddress(person.id, 'hopper@example.org', now)
    const other = await signIn(here)
    await book(here, { slot: 16, customer: { name: 'Ida', email: other.person.email } })
    const unusable = () => 'erased@erased.invalid'
    const erased = await people.erase(other.person.id, unusable, later(now, 100_000))
    expect(erased).toBe('done')

    await connection.db?.setProfilingLevel('off')
    const ops = await connection
      .collection<{ ns: string; op: string; planSummary?: string }>('system.profile')
      .find({ ns: /\.(people|sessions|challenges|bookings)$/, planSummary: { $exists: true } })
      .toArray()
    await connection.close()
    expect(ops.length).toBeGreaterThan(25)
    const scans = ops
      .filter(({ planSummary }) => !/^(IXSCAN|IDHACK)/.test(planSummary ?? ''))
      // Erasing looks through the sign-ins of the last hour.
      .filter(({ ns, op }) => !(ns.endsWith('challenges') && op === 'remove'))
    expect(scans.map(({ ns, op, planSummary }) => `${op} ${ns} ${planSummary}`)).toEqual([])
  })
})
