import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Person } from '../../../src/domain/people/person.ts'
import { codeIn, createBrowser } from '../../browser.ts'
import { plainContent } from '../../content.ts'
import { startWorld, type World } from '../../harness.ts'
import { makeBooking, tuesdayTen } from '../requests.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const grace = 'grace@example.com'
const next = 'hopper@example.org'
const adaTheExpert: Person = {
  id: 'person-ada',
  email: 'ada@example.com',
  isAdmin: false,
  expertId: 'expert-ada',
  createdAt: 0 as Person['createdAt'],
}

let world: World
beforeEach(async () => {
  world = await startWorld({ content: { ...plainContent(), people: [adaTheExpert] } })
})
afterEach(() => world.stop())

/** The code in the last mail to this address. */
function codeTo(email: string): string {
  const mails = world.mails.filter(({ to }) => to === email)
  return codeIn({ ...world, mails }).replace(' ', '')
}

const wrong = (code: string) => (code === '00000000' ? '11111111' : '00000000')

async function signedIn(email = grace) {
  const browser = createBrowser(world)
  await browser.signIn(email)
  return browser
}

async function ask(browser: ReturnType<typeof createBrowser>, email = next) {
  const { body, status } = await browser.send('startAddressChange', { body: { email } })
  return { body, status, codes: { currentCode: codeTo(grace), newCode: codeTo(email) } }
}

describe('changing one’s address', () => {
  it('takes the codes of both mails, and the bookings come along', async () => {
    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    const browser = await signedIn()
    const { body, status, codes } = await ask(browser)
    expect([status, body]).toEqual([202, { expiresAt: '2027-01-11T08:10:00Z' }])
    const me = (await browser.send('proveAddressChange', { body: codes })).body
    expect(me.person).toMatchObject({ email: next, roles: [] })
    expect((await browser.send('getMe')).body).toEqual(me)
    const { items } = (await browser.send('listMyBookings')).body
    expect(items).toMatchObject([{ id: booking.id, version: 2, customer: { email: next } }])
    const params = { id: booking.id }
    expect((await world.refuse('getBooking', { params, bearer: manageToken })).status).toBe(404)
    const again = await signedIn(grace)
    expect((await again.send('getMe')).body.person?.id).not.toBe(me.person?.id)
    expect((await again.send('listMyBookings')).body.items).toEqual([])
    const { body: used } = await browser.refuse('proveAddressChange', { body: codes })
    expect(used.code).toBe('proof_gone')
  })

  it('names the code that is wrong, and is over after five tries', async () => {
    const browser = await signedIn()
    const { codes } = await ask(browser)
    const half = { ...codes, newCode: wrong(codes.newCode) }
    const { body } = await browser.refuse('proveAddressChange', { body: half })
    expect(body).toMatchObject({
      code: 'wrong_proof',
      detail: expect.stringContaining('Tries left: 4'),
    })
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual(['#/newCode'])
    const swapped = { currentCode: codes.newCode, newCode: codes.currentCode }
    const { errors } = (await browser.refuse('proveAddressChange', { body: swapped })).body
    expect(errors?.map(({ pointer }) => pointer)).toEqual(['#/currentCode', '#/newCode'])
    for (let count = 0; count < 3; count++) {
      await browser.refuse('proveAddressChange', { body: half })
    }
    const { body: over } = await browser.refuse('proveAddressChange', { body: codes })
    expect(over.code).toBe('proof_gone')
    expect((await browser.send('getMe')).body.person?.email).toBe(grace)
  })

  it('is bound to the browser and the session that asked, and to ten minutes', async () => {
    const browser = await signedIn()
    const { codes } = await ask(browser)
    const other = await signedIn()
    const code = async (asked: typeof browser) =>
      (await asked.refuse('proveAddressChange', { body: codes })).body.code
    expect(await code(other)).toBe('proof_gone')
    other.cookies.set('ec-address', browser.cookies.get('ec-address') ?? '')
    expect(await code(other)).toBe('proof_gone')
    other.cookies.set('ec-sign-in', browser.cookies.get('ec-address') ?? '')
    const signIn = { body: { code: codes.newCode } }
    expect((await other.refuse('proveSignIn', signIn)).body.code).toBe('proof_gone')
    await browser.signIn(grace)
    expect(await code(browser)).toBe('proof_gone')
    const again = await ask(browser)
    world.clock.advance(10 * minute)
    const late = await browser.refuse('proveAddressChange', { body: again.codes })
    expect(late.body.code).toBe('proof_gone')
  })

  it('answers alike for an address that somebody has, and tells so only after both proofs', async () => {
    const browser = await signedIn()
    const free = await ask(browser)
    const taken = await ask(browser, adaTheExpert.email)
    expect([taken.status, taken.body]).toEqual([free.status, free.body])
    const wrongOne = { ...taken.codes, currentCode: wrong(taken.codes.currentCode) }
    const { body: refused } = await browser.refuse('proveAddressChange', { body: wrongOne })
    expect(refused.code).toBe('wrong_proof')
    const { status, body } = await browser.refuse('proveAddressChange', { body: taken.codes })
    expect([status, body.code]).toEqual([409, 'address_in_use'])
    expect((await browser.send('getMe')).body.person?.email).toBe(grace)
  })

  it('takes over from a customer who has the address, and ends their sessions', async () => {
    const other = await signedIn(next)
    const browser = await signedIn()
    const { codes } = await ask(browser)
    await browser.send('proveAddressChange', { body: codes })
    expect((await other.send('getMe')).body.person).toBeNull()
  })

  it('is limited as signing in is, and to no address of one’s own', async () => {
    const browser = await signedIn()
    const { body } = await browser.refuse('startAddressChange', {
      body: { email: 'GRACE@example.com' },
    })
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual(['#/email'])
    for (let count = 0; count < 5; count++) await ask(browser)
    const { status, headers } = await browser.refuse('startAddressChange', {
      body: { email: next },
    })
    expect([status, headers.get('Retry-After')]).toEqual([429, '3600'])
    // The stranger's budget for that address is the same one.
    const stranger = createBrowser(world)
    expect((await stranger.refuse('startSignIn', { body: { email: next } })).status).toBe(429)
  })

  it('puts neither code nor address into an answer or the log', async () => {
    const browser = await signedIn()
    const { body, codes } = await ask(browser)
    const told = JSON.stringify(body) + world.log.join('\n')
    for (const secret of [...Object.values(codes), grace, next, ...browser.cookies.values()]) {
      expect(told).not.toContain(secret)
    }
    const toNew = world.mails.findLast(({ to }) => to === next)
    expect(toNew?.text).not.toContain(grace)
  })
})

describe('one’s data', () => {
  it('holds the person, the sessions, every booking and every application', async () => {
    const past = await makeBooking(world, tuesdayTen)
    const gone = await makeBooking(world, '2027-01-12T12:00:00Z')
    const upcoming = await makeBooking(world, '2027-01-14T10:00:00Z')
    await makeBooking(world, '2027-01-14T12:00:00Z', {
      customer: { name: 'Somebody Else', email: 'else@example.com' },
    })
    const browser = await signedIn()
    await browser.send('changeBooking', {
      params: { id: gone.booking.id },
      body: { version: 1, status: 'cancelled', reason: 'I am ill' },
      key: 'cancel-it-once',
    })
    const application = {
      email: grace.toUpperCase(),
      name: 'Grace Hopper',
      headline: 'Compilers',
      category: 'engineering',
      bio: 'I wrote one.',
    }
    await browser.send('applyAsExpert', { body: application })
    world.clock.advance(2 * day)
    const { body } = await browser.send('readMyData')
    expect(body.applications).toMatchObject([{ ...application, state: 'waiting' }])
    expect(body.person).toMatchObject({ email: grace, createdAt: '2027-01-11T08:00:00Z' })
    expect(body.sessions).toMatchObject([{ device: 'Firefox on Linux', current: true }])
    expect(body.bookings.map(({ id, status }) => [id, status])).toEqual([
      [upcoming.booking.id, 'booked'],
      [past.booking.id, 'completed'],
      [gone.booking.id, 'cancelled'],
    ])
    expect((await createBrowser(world).refuse('readMyData')).body.code).toBe('signed_out')
  })
})

describe('erasing oneself', () => {
  it('leaves sessions of nobody, and no way in', async () => {
    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    const other = await signedIn()
    world.clock.advance(2 * day)
    const browser = await signedIn()
    await browser.send('eraseMe')
    expect([...browser.cookies.keys()]).toEqual([])
    expect((await other.send('getMe')).body.person).toBeNull()
    const params = { id: booking.id }
    expect((await world.refuse('getBooking', { params, bearer: manageToken })).status).toBe(404)
    expect(JSON.stringify(await world.storage.bookings.find(booking.id))).not.toMatch(
      /grace|hopper/i,
    )
    const again = await signedIn()
    const { body } = await again.send('readMyData')
    expect(body.bookings).toEqual([])
    expect(body.person.createdAt).toBe('2027-01-13T08:00:00Z')
  })

  it('needs a proof that is fresh, after what could be told without one', async () => {
    await makeBooking(world, tuesdayTen)
    const browser = await signedIn()
    world.clock.advance(10 * minute + 1)
    const refused = await browser.refuse('eraseMe')
    expect([refused.status, refused.body.code]).toEqual([409, 'upcoming_bookings'])
    expect(refused.body.detail).toMatch(/cancel/)
    world.clock.advance(2 * day)
    const stale = await browser.refuse('eraseMe')
    expect([stale.status, stale.body.code]).toEqual([403, 'fresh_proof_needed'])
    await browser.signIn(grace)
    await browser.send('eraseMe')
  })

  it('is refused to whoever has a role, with the reason', async () => {
    const browser = await signedIn(adaTheExpert.email)
    const { status, body } = await browser.refuse('eraseMe')
    expect([status, body.code]).toEqual([409, 'still_needed'])
    expect(body.detail).toMatch(/administrator/)
    expect((await createBrowser(world).refuse('eraseMe')).body.code).toBe('signed_out')
  })
})
