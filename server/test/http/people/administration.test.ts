import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mailTo, startWorld, type World } from '../../harness.ts'
import { later, makeBooking, tuesdayTen } from '../requests.ts'
import { adaEmail, adminEmail, signedIn, staffedContent } from '../staff.ts'

const minute = 60_000

let world: World
let admin: Awaited<ReturnType<typeof signedIn>>
beforeEach(async () => {
  world = await startWorld({ content: staffedContent() })
  admin = await signedIn(world, adminEmail)
})
afterEach(() => world.stop())

const application = {
  email: 'mary@example.net',
  name: 'Mary Somerville',
  headline: 'The connexion of the sciences',
  category: 'music',
  bio: 'I wrote a book.',
}
const waiting = async () =>
  (await admin.send('listApplications', { query: { state: 'waiting' } })).body.items

describe('bookings', () => {
  it('are found by id, address and name', async () => {
    const { booking } = await makeBooking(world, tuesdayTen)
    const other = { name: 'Mary Somerville', email: 'mary@example.net' }
    const { booking: second } = await makeBooking(world, later(tuesdayTen, 60), { customer: other })
    const find = async (query: Record<string, string | number>) =>
      (await admin.send('findBookings', { query })).body.items.map(({ id }) => id)
    expect(await find({})).toEqual([second.id, booking.id])
    expect(await find({ query: booking.id })).toEqual([booking.id])
    expect(await find({ query: 'Grace@example.com' })).toEqual([booking.id])
    expect(await find({ query: 'somer mary' })).toEqual([second.id])
    expect(await find({ query: 'somer', scope: 'cancelled' })).toEqual([])
    expect(await find({ scope: 'upcoming' })).toEqual([booking.id, second.id])
    const { body } = await admin.send('findBookings', { query: { limit: 1 } })
    expect(body.items[0]).toMatchObject({
      seenAs: 'admin',
      allowedActions: ['cancel'],
      customer: other,
    })
    expect(await find({ cursor: body.nextCursor ?? '' })).toEqual([booking.id])
  })

  it('are narrowed by when they start and by the expert', async () => {
    const { booking } = await makeBooking(world, tuesdayTen)
    const { booking: second } = await makeBooking(world, later(tuesdayTen, 60))
    const find = async (query: Record<string, string | number>) =>
      (await admin.send('findBookings', { query })).body.items.map(({ id }) => id)
    expect(await find({ from: later(tuesdayTen, 60) })).toEqual([second.id])
    expect(await find({ to: later(tuesdayTen, 60) })).toEqual([booking.id])
    expect(await find({ from: tuesdayTen, to: later(tuesdayTen, 61) })).toHaveLength(2)
    expect(await find({ expert: 'ada-lovelace', scope: 'upcoming' })).toHaveLength(2)
    expect(await find({ expert: 'bina-gurung' })).toEqual([])
    expect(await find({ expert: 'nobody-at-all' })).toEqual([])
    const { body } = await admin.refuse('findBookings', {
      query: { from: tuesdayTen, to: tuesdayTen },
    })
    expect(body).toMatchObject({ code: 'invalid_input', errors: [{ pointer: '#/to' }] })
  })
})

describe('people', () => {
  it('are listed with what they may do', async () => {
    await signedIn(world, 'grace@example.com')
    const list = async (query: Record<string, string>) =>
      (await admin.send('listPeople', { query })).body.items.map(({ email }) => email)
    expect(await list({})).toEqual([adaEmail, adminEmail, 'bina@example.com', 'grace@example.com'])
    expect(await list({ role: 'expert', query: 'AD' })).toEqual([adaEmail])
    const { body } = await admin.send('listPeople', { query: { query: 'ada@' } })
    expect(body.items).toMatchObject([{ roles: ['expert'], expertName: 'Ada Lovelace' }])
  })

  it('become administrators, at once, and stop being it', async () => {
    const grace = await signedIn(world, 'grace@example.com')
    const { person } = (await grace.send('getMe')).body
    const params = { id: person?.id ?? '' }
    const { body } = await admin.send('changeRoles', { params, body: { isAdmin: true } })
    expect(body).toMatchObject({ roles: ['admin'], email: 'grace@example.com' })
    await grace.send('listAudit')
    const own = { params: { id: 'person-admin' }, body: { isAdmin: false } }
    await grace.send('changeRoles', own)
    expect((await admin.refuse('listAudit')).body.code).toBe('forbidden')
    const last = await grace.refuse('changeRoles', { params, body: { isAdmin: false } })
    expect([last.status, last.body.code]).toEqual([409, 'still_needed'])
    const { items } = (await grace.send('listAudit', { query: { kind: 'administration' } })).body
    expect(items.map(({ by, action, subject }) => [by, action, subject.name])).toEqual([
      ['grace@example.com', 'admin_removed', adminEmail],
      [adminEmail, 'admin_made', 'grace@example.com'],
    ])
  })

  it('are given roles only by whoever has just proved their address', async () => {
    const ask = { params: { id: 'person-ada' }, body: { isAdmin: true } }
    world.clock.advance(10 * minute + 1)
    const stale = await admin.refuse('changeRoles', ask)
    expect([stale.status, stale.body.code]).toEqual([403, 'fresh_proof_needed'])
    await admin.signIn(adminEmail)
    await admin.send('changeRoles', ask)
    const unknown = { ...ask, params: { id: 'person-unknown' } }
    expect((await admin.refuse('changeRoles', unknown)).body.code).toBe('not_found')
  })
})

describe('an application', () => {
  it('is taken from anybody, answered alike, and by nobody else’s replaced', async () => {
    for (const email of [application.email, 'MARY@example.net', adaEmail]) {
      const { status, body } = await world.send('applyAsExpert', {
        body: { ...application, email },
      })
      expect([status, body]).toEqual([204, null])
    }
    const mary = await signedIn(world, application.email)
    await mary.send('applyAsExpert', { body: { ...application, name: 'Mary herself' } })
    await mary.send('applyAsExpert', { body: { ...application, email: 'jane@example.net' } })
    const sent = await waiting()
    expect(sent.map(({ email }) => email).toSorted()).toEqual(
      [
        'MARY@example.net',
        adaEmail,
        'jane@example.net',
        application.email,
        application.email,
      ].toSorted(),
    )
    expect(sent.filter(({ proved }) => proved).map(({ name }) => name)).toEqual(['Mary herself'])
    expect(world.mails.map(({ to }) => to)).toEqual([adminEmail, application.email])
    const lost = await world.refuse('applyAsExpert', { body: { ...application, category: 'law' } })
    expect(lost.body.errors?.map(({ pointer }) => pointer)).toEqual(['#/category'])
  })

  it('is limited by network address', async () => {
    const limited = await startWorld({ content: staffedContent(), rateLimits: true })
    for (let count = 0; count < 10; count++) {
      await limited.send('applyAsExpert', { body: application })
    }
    expect((await limited.refuse('applyAsExpert', { body: application })).status).toBe(429)
    await limited.stop()
  })

  it('that is approved makes an expert who is not listed yet, and is told', async () => {
    await world.send('applyAsExpert', { body: application })
    const [sent] = await waiting()
    const params = { id: sent?.id ?? '' }
    const { body } = await admin.send('decideApplication', { params, body: { state: 'approved' } })
    expect(body).toMatchObject({ ...application, state: 'approved' })
    expect((await mailTo(world, application.email)).text).toContain(`${world.url}/desk`)
    const mary = await signedIn(world, application.email)
    const { headline, bio } = application
    expect((await mary.send('getDesk')).body).toMatchObject({ headline, bio, listed: false })
    const again = await admin.refuse('decideApplication', { params, body: { state: 'declined' } })
    expect([again.status, again.body.code]).toEqual([409, 'already_decided'])
    const { items } = (await admin.send('listAudit', { query: { kind: 'administration' } })).body
    expect(items.map(({ action, subject }) => [action, subject.name])).toEqual([
      ['application_approved', 'Mary Somerville'],
    ])
  })

  it('that is declined tells why', async () => {
    await world.send('applyAsExpert', { body: application })
    const [sent] = await waiting()
    const params = { id: sent?.id ?? '' }
    const decision = { state: 'declined', reason: 'We have three of them.' }
    const { body } = await admin.send('decideApplication', { params, body: decision })
    expect(body).toMatchObject({ ...decision, decidedAt: '2027-01-11T08:00:00Z' })
    expect((await mailTo(world, application.email)).text).toContain(decision.reason)
    expect(await waiting()).toEqual([])
    const again = await admin.refuse('decideApplication', { params, body: { state: 'approved' } })
    expect(again.body.code).toBe('already_decided')
  })

  it('of who is an expert already waits on', async () => {
    await world.send('applyAsExpert', { body: { ...application, email: adaEmail } })
    const [sent] = await waiting()
    const params = { id: sent?.id ?? '' }
    const refused = await admin.refuse('decideApplication', { params, body: { state: 'approved' } })
    expect(refused.body.code).toBe('address_in_use')
    expect(await waiting()).toEqual([sent])
  })
})
