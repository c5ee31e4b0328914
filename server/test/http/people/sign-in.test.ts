import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTokens } from '../../../src/base/tokens.ts'
import { codeIn, createBrowser, linkIn } from '../../browser.ts'
import { startWorld, type World } from '../../harness.ts'
import { makeBooking, tuesdayTen } from '../requests.ts'

const minute = 60_000
const day = 24 * 60 * minute
const grace = 'grace@example.com'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

const wrong = (code: string) => (code === '0000 0000' ? '11111111' : '00000000')

describe('signing in', () => {
  it('works by the code of a mail, in the browser that asked', async () => {
    const browser = createBrowser(world)
    expect((await browser.send('getMe')).body).toEqual({ person: null })
    const { status, body } = await browser.send('startSignIn', { body: { email: grace } })
    expect(status).toBe(202)
    expect(body).toEqual({ expiresAt: '2027-01-11T08:10:00Z' })
    expect(world.mails.map(({ to }) => to)).toEqual([grace])
    const code = codeIn(world)
    await createBrowser(world).refuse('proveSignIn', { body: { code } })
    const { body: me } = await browser.send('proveSignIn', { body: { code } })
    expect(me.person).toMatchObject({ email: grace, roles: [], expertId: null })
    expect((await browser.send('getMe')).body).toEqual(me)
    expect((await browser.refuse('proveSignIn', { body: { code } })).body.code).toBe('proof_gone')
  })

  it('works by the link where it was asked for, and elsewhere with the address', async () => {
    const browser = createBrowser(world)
    await browser.send('startSignIn', { body: { email: grace } })
    const link = linkIn(world)
    await browser.send('proveSignIn', { body: { link } })
    await browser.send('startSignIn', { body: { email: grace } })
    const another = createBrowser(world)
    const proof = { link: linkIn(world) }
    const needed = await another.refuse('proveSignIn', { body: proof })
    expect(needed.body.code).toBe('address_needed')
    const { body } = await another.send('proveSignIn', {
      body: { ...proof, email: 'GRACE@example.com' },
    })
    expect(body.person?.email).toBe(grace)
    expect((await another.send('getMe')).body.person?.id).toBe(
      (await browser.send('getMe')).body.person?.id,
    )
  })

  it('sets cookies that scripts and other sites cannot use', async () => {
    const browser = createBrowser(world)
    const { headers } = await browser.signIn(grace)
    const session = headers.getSetCookie().find((line) => line.startsWith('ec='))
    expect(session).toMatch(/; HttpOnly/)
    expect(session).toMatch(/; SameSite=Lax/)
    expect(session).toMatch(/; Path=\//)
    const secure = await startWorld({ publicUrl: 'https://experts.example' })
    const overHttps = await secure.send('startSignIn', {
      body: { email: grace },
      headers: { Origin: 'https://experts.example' },
    })
    const [line] = overHttps.headers.getSetCookie()
    expect(line).toMatch(/^__Host-ec-sign-in=.+; Secure/)
    await secure.stop()
  })

  it('is refused after five wrong codes, and the sixth is not even looked at', async () => {
    const browser = createBrowser(world)
    await browser.send('startSignIn', { body: { email: grace } })
    const code = codeIn(world)
    const codes = []
    for (let count = 0; count < 5; count++) {
      codes.push((await browser.refuse('proveSignIn', { body: { code: wrong(code) } })).body.code)
    }
    expect(codes).toEqual(Array.from({ length: 5 }, () => 'wrong_proof'))
    expect((await browser.refuse('proveSignIn', { body: { code } })).body.code).toBe('proof_gone')
  })

  it('is refused ten minutes later', async () => {
    const browser = createBrowser(world)
    await browser.send('startSignIn', { body: { email: grace } })
    world.clock.advance(10 * minute)
    const { body } = await browser.refuse('proveSignIn', { body: { code: codeIn(world) } })
    expect(body.code).toBe('proof_gone')
  })

  it('answers alike for an address that is known and one that is not', async () => {
    await createBrowser(world).signIn(grace)
    const answers = []
    for (const email of [grace, 'nobody-knows@example.com']) {
      const { status, body, headers } = await createBrowser(world).send('startSignIn', {
        body: { email },
      })
      const names = [...headers.keys()].filter((name) => name !== 'date')
      answers.push({ status, body, names })
    }
    expect(answers[0]).toEqual(answers[1])
  })

  it('puts neither code nor link nor address into an answer or the log', async () => {
    const browser = createBrowser(world)
    const started = await browser.send('startSignIn', { body: { email: grace } })
    const secrets = [codeIn(world), codeIn(world).replace(' ', ''), linkIn(world), grace]
    await browser.refuse('proveSignIn', { body: { code: wrong(codeIn(world)) } })
    await browser.send('proveSignIn', { body: { code: codeIn(world) } })
    const told = JSON.stringify(started.body) + world.log.join('\n')
    for (const secret of [...secrets, ...browser.cookies.values()])
      expect(told).not.toContain(secret)
  })
})

describe('budgets of signing in', () => {
  it('let one browser ask five times an hour for one address', async () => {
    const browser = createBrowser(world)
    for (let count = 0; count < 5; count++) {
      await browser.send('startSignIn', { body: { email: grace } })
    }
    const { status, headers } = await browser.refuse('startSignIn', { body: { email: grace } })
    expect(status).toBe(429)
    expect(Number(headers.get('Retry-After'))).toBe(3600)
    world.clock.advance(60 * minute)
    await browser.send('startSignIn', { body: { email: grace } })
  })

  it('cannot be used up by a stranger for a browser that signed in before', async () => {
    const owner = createBrowser(world)
    await owner.signIn(grace)
    const stranger = createBrowser(world)
    for (let count = 0; count < 4; count++) {
      await stranger.send('startSignIn', { body: { email: grace } })
      for (let guess = 0; guess < 5; guess++) {
        await stranger.refuse('proveSignIn', { body: { code: wrong(codeIn(world)) } })
      }
    }
    await stranger.refuse('startSignIn', { body: { email: grace } })
    await owner.send('signOut')
    const { body } = await owner.signIn(grace)
    expect(body.person?.email).toBe(grace)
  })

  it('leave the link where strangers have used up the codes of an address', async () => {
    const tokens = createTokens('a secret of the tests, 32 bytes long')
    const key = `sign-in codes ${tokens.pseudonym(`${grace} strangers`)}`
    for (let count = 0; count < 500; count++) {
      await world.storage.uses.count(key, { now: world.clock.now, milliseconds: day })
    }
    const browser = createBrowser(world)
    await browser.send('startSignIn', { body: { email: grace } })
    const { status, body } = await browser.refuse('proveSignIn', {
      body: { code: codeIn(world) },
    })
    expect(status).toBe(429)
    expect(body.detail).toContain('The link in the e-mail still works')
    await browser.send('proveSignIn', { body: { link: linkIn(world) } })
  })
})

describe('sessions', () => {
  it('are listed, and each can be ended from another', async () => {
    const one = createBrowser(world)
    await one.signIn(grace)
    world.clock.advance(minute)
    const other = createBrowser(world, 'Mozilla/5.0 (iPhone) AppleWebKit Version/18.0 Safari/604.1')
    await other.signIn('Grace@Example.com')
    const { items } = (await one.send('listSessions')).body
    expect(items.map(({ device, current }) => [device, current])).toEqual([
      ['Safari on iPhone', false],
      ['Firefox on Linux', true],
    ])
    const [first] = items
    await one.send('endSession', { params: { id: first?.id ?? '' } })
    expect((await other.send('getMe')).body.person).toBeNull()
    await createBrowser(world).refuse('listSessions')
    await one.send('signOut')
    expect((await one.send('getMe')).body.person).toBeNull()
  })

  it('of somebody else cannot be ended', async () => {
    const one = createBrowser(world)
    await one.signIn(grace)
    const other = createBrowser(world)
    await other.signIn('ada@example.com')
    const [session] = (await one.send('listSessions')).body.items
    const { status } = await other.refuse('endSession', { params: { id: session?.id ?? '' } })
    expect(status).toBe(404)
    expect((await one.send('getMe')).body.person).not.toBeNull()
  })

  it('end after a week without use and after thirty days at the latest', async () => {
    const idle = createBrowser(world)
    await idle.signIn(grace)
    world.clock.advance(7 * day)
    expect((await idle.send('getMe')).body.person).toBeNull()
    const busy = createBrowser(world)
    await busy.signIn(grace)
    for (let week = 0; week < 5; week++) {
      expect((await busy.send('getMe')).body.person).not.toBeNull()
      world.clock.advance(6 * day)
    }
    expect((await busy.send('getMe')).body.person).toBeNull()
  })

  it('are another one after signing in again', async () => {
    const browser = createBrowser(world)
    await browser.signIn(grace)
    const before = browser.cookies.get('ec')
    await browser.signIn(grace)
    expect(browser.cookies.get('ec')).not.toBe(before)
    expect((await browser.send('listSessions')).body.items).toHaveLength(1)
  })
})

describe('my bookings', () => {
  it('are those made with the proved address, and nobody else’s', async () => {
    const { booking } = await makeBooking(world, tuesdayTen)
    await makeBooking(world, '2027-01-12T11:00:00Z', {
      customer: { name: 'Somebody Else', email: 'else@example.com' },
    })
    const browser = createBrowser(world)
    await browser.refuse('listMyBookings')
    await browser.signIn('GRACE@example.com')
    const { body, headers } = await browser.send('listMyBookings')
    expect(body.items).toEqual([booking])
    expect(headers.get('Cache-Control')).toBe('no-store')
    const { body: read } = await browser.send('getBooking', { params: { id: booking.id } })
    expect(read.booking.customer?.email).toBe(grace)
    const stranger = createBrowser(world)
    await stranger.signIn('else@example.com')
    expect((await stranger.refuse('getBooking', { params: { id: booking.id } })).status).toBe(404)
  })

  it('can be cancelled without the link, and are told apart by scope', async () => {
    const { booking } = await makeBooking(world, tuesdayTen)
    const kept = await makeBooking(world, '2027-01-13T11:00:00Z')
    const browser = createBrowser(world)
    await browser.signIn(grace)
    await browser.send('changeBooking', {
      params: { id: booking.id },
      body: { version: booking.version, status: 'cancelled' },
      key: 'cancel-it-once',
    })
    const idsOf = async (scope: string) =>
      (await browser.send('listMyBookings', { query: { scope } })).body.items.map(({ id }) => id)
    expect(await idsOf('upcoming')).toEqual([kept.booking.id])
    expect(await idsOf('cancelled')).toEqual([booking.id])
    expect(await idsOf('past')).toEqual([])
    world.clock.advance(3 * day)
    expect(await idsOf('past')).toEqual([kept.booking.id])
  })

  it('come in pages', async () => {
    for (const hour of ['10', '11', '12']) await makeBooking(world, `2027-01-12T${hour}:00:00Z`)
    const browser = createBrowser(world)
    await browser.signIn(grace)
    const first = (await browser.send('listMyBookings', { query: { limit: 2 } })).body
    expect(first.items).toHaveLength(2)
    const query = { limit: 2, cursor: first.nextCursor ?? '' }
    const rest = (await browser.send('listMyBookings', { query })).body
    expect([...first.items, ...rest.items].map(({ startsAt }) => startsAt.slice(11, 13))).toEqual([
      '10',
      '11',
      '12',
    ])
    expect(rest.nextCursor).toBeUndefined()
    const { status } = await browser.refuse('listMyBookings', { query: { cursor: 'nonsense' } })
    expect(status).toBe(422)
  })
})

it('a request of another site is refused although the cookie comes along', async () => {
  const browser = createBrowser(world)
  await browser.signIn(grace)
  const headers = { Origin: 'https://evil.example' }
  expect((await browser.refuse('signOut', { headers })).status).toBe(403)
  expect((await browser.send('getMe')).body.person).not.toBeNull()
})
