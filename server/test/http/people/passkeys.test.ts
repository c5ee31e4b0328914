import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeIn, createBrowser, linkIn } from '../../browser.ts'
import { plainContent } from '../../content.ts'
import { mondayMorning, startWorld, type World } from '../../harness.ts'
import { createDevice } from '../../passkey-device.ts'

const minute = 60_000
const root = 'root@example.com'
const ada = 'ada@example.com'

let world: World
beforeEach(async () => {
  const made = { createdAt: mondayMorning }
  const people = [
    { ...made, id: 'person-root', email: root, isAdmin: true, expertId: null },
    { ...made, id: 'person-ada', email: ada, isAdmin: false, expertId: 'expert-ada' },
  ]
  world = await startWorld({ content: { ...plainContent(), people } })
})
afterEach(() => world.stop())

const device = () => createDevice({ origin: world.url })
type Browser = ReturnType<typeof createBrowser>
type Device = ReturnType<typeof device>

async function add(browser: Browser, to: Device, name = 'My phone') {
  const { body } = await browser.send('startPasskey')
  return browser.send('addPasskey', { body: to.make(body, name) })
}

async function signInBy(browser: Browser, by: Device) {
  const { body } = await browser.send('startPasskeySignIn')
  return browser.send('provePasskey', { body: by.sign(body) })
}

async function refusedBy(browser: Browser, by: Device) {
  const { body } = await browser.send('startPasskeySignIn')
  return (await browser.refuse('provePasskey', { body: by.sign(body) })).body.code
}

/** Somebody signed in with a passkey, and what they signed in with. */
async function withPasskey(email: string) {
  const browser = createBrowser(world)
  await browser.signIn(email)
  const theirs = device()
  await add(browser, theirs)
  return { browser, theirs }
}

describe('a passkey', () => {
  it('is added, listed, used by itself and removed', async () => {
    const { browser, theirs } = await withPasskey('grace@example.com')
    const [listed] = (await browser.send('listPasskeys')).body.items
    expect(listed).toMatchObject({ name: 'My phone', usedAt: null })
    world.clock.advance(minute)
    const elsewhere = createBrowser(world)
    const { body } = await signInBy(elsewhere, theirs)
    expect(body.person?.email).toBe('grace@example.com')
    const [used] = (await elsewhere.send('listPasskeys')).body.items
    expect(used?.usedAt).toBe('2027-01-11T08:01:00Z')
    await elsewhere.send('removePasskey', { params: { id: used?.id ?? '' } })
    expect((await elsewhere.send('listPasskeys')).body.items).toEqual([])
    expect(await refusedBy(createBrowser(world), theirs)).toBe('passkey_refused')
  })

  it('is told to its owner when it is added and when it is removed, and is in the log', async () => {
    const { browser } = await withPasskey('grace@example.com')
    const [passkey] = (await browser.send('listPasskeys')).body.items
    world.clock.advance(minute)
    await browser.send('removePasskey', { params: { id: passkey?.id ?? '' } })
    const { items } = await world.storage.messages.list({ show: 'all', limit: 9 })
    expect(items.map(({ kind, about }) => [kind, about])).toMatchObject([
      ['passkey_removed', { to: 'grace@example.com' }],
      ['passkey_added', { to: 'grace@example.com', name: 'My phone' }],
    ])
    const log = await world.storage.audit.list({ kind: 'account', limit: 9 })
    expect(log.items.map(({ action, subject, detail }) => [action, subject.name, detail])).toEqual([
      ['passkey_removed', 'grace@example.com', undefined],
      ['passkey_added', 'grace@example.com', 'My phone'],
    ])
  })

  it('is added and removed only after a fresh sign-in, and by its owner', async () => {
    const { browser } = await withPasskey('grace@example.com')
    const [passkey] = (await browser.send('listPasskeys')).body.items
    const other = createBrowser(world)
    await other.signIn(ada)
    const params = { id: passkey?.id ?? '' }
    expect((await other.refuse('removePasskey', { params })).body.code).toBe('not_found')
    world.clock.advance(11 * minute)
    expect((await browser.refuse('startPasskey')).body.code).toBe('fresh_proof_needed')
    expect((await browser.refuse('removePasskey', { params })).body.code).toBe('fresh_proof_needed')
    const made = device().make({ challenge: 'x' })
    expect((await browser.refuse('addPasskey', { body: made })).body.code).toBe(
      'fresh_proof_needed',
    )
  })

  it('is not made of what was asked for by another session, twice, or long ago', async () => {
    const browser = createBrowser(world)
    await browser.signIn('grace@example.com')
    const { body } = await browser.send('startPasskey')
    const ceremony = browser.cookies.get('ec-passkey') ?? ''
    const made = device().make(body)
    await browser.signIn('grace@example.com')
    expect((await browser.refuse('addPasskey', { body: made })).body.code).toBe('proof_gone')
    const { body: offer } = await browser.send('startPasskey')
    const again = browser.cookies.get('ec-passkey') ?? ''
    expect(again).not.toBe(ceremony)
    await browser.send('addPasskey', { body: device().make(offer) })
    browser.cookies.set('ec-passkey', again)
    expect((await browser.refuse('addPasskey', { body: device().make(offer) })).body.code).toBe(
      'proof_gone',
    )
    const { body: late } = await browser.send('startPasskey')
    world.clock.advance(6 * minute)
    const answer = await browser.refuse('addPasskey', { body: device().make(late) })
    expect(answer.body.code).toBe('proof_gone')
  })

  it('signs in once with what it signed, and by the device that made it alone', async () => {
    const { theirs } = await withPasskey('grace@example.com')
    const browser = createBrowser(world)
    const { body } = await browser.send('startPasskeySignIn')
    const ceremony = browser.cookies.get('ec-passkey') ?? ''
    const proof = theirs.sign(body)
    await browser.send('provePasskey', { body: proof })
    browser.cookies.set('ec-passkey', ceremony)
    expect((await browser.refuse('provePasskey', { body: proof })).body.code).toBe('proof_gone')
    const stranger = createBrowser(world)
    const { body: asked } = await stranger.send('startPasskeySignIn')
    const forged = { ...device().sign(asked), id: proof.id, rawId: proof.rawId }
    expect((await stranger.refuse('provePasskey', { body: forged })).body.code).toBe(
      'passkey_refused',
    )
    // What another site had it sign.
    const { body: once } = await stranger.send('startPasskeySignIn')
    const elsewhere = createDevice({ origin: 'https://evil.example' }).sign(once)
    expect((await stranger.refuse('provePasskey', { body: elsewhere })).body.code).toBe(
      'passkey_refused',
    )
  })

  it('of which there is a copy is refused where its count has not risen', async () => {
    const { theirs } = await withPasskey('grace@example.com')
    await signInBy(createBrowser(world), theirs)
    await signInBy(createBrowser(world), theirs)
    theirs.countsFrom(0)
    expect(await refusedBy(createBrowser(world), theirs)).toBe('passkey_refused')
  })

  it('of a device that does not look who holds it is not taken', async () => {
    const browser = createBrowser(world)
    await browser.signIn('grace@example.com')
    const { body } = await browser.send('startPasskey')
    const careless = createDevice({ origin: world.url, verifies: false })
    expect((await browser.refuse('addPasskey', { body: careless.make(body) })).body.code).toBe(
      'passkey_refused',
    )
  })
})

describe('an administrator', () => {
  it('is told that they have none, until they have one', async () => {
    const browser = createBrowser(world)
    expect((await browser.signIn(root)).body.lacksPasskey).toBe(true)
    expect((await browser.send('getMe')).body.lacksPasskey).toBe(true)
    await add(browser, device())
    expect((await browser.send('getMe')).body).not.toHaveProperty('lacksPasskey')
    // The session that it was added in goes on.
    await browser.send('listAudit')
    const expert = createBrowser(world)
    expect((await expert.signIn(ada)).body).not.toHaveProperty('lacksPasskey')
  })

  it('who has one gets in by nothing that comes by mail', async () => {
    const { theirs } = await withPasskey(root)
    const thief = createBrowser(world)
    await thief.send('startSignIn', { body: { email: root } })
    const code = { body: { code: codeIn(world) } }
    expect((await thief.refuse('proveSignIn', code)).body.code).toBe('passkey_needed')
    expect((await thief.send('getMe')).body).toEqual({ person: null })
    await thief.send('startSignIn', { body: { email: root } })
    const link = { body: { link: linkIn(world), email: root } }
    expect((await createBrowser(world).refuse('proveSignIn', link)).body.code).toBe(
      'passkey_needed',
    )
    const owner = createBrowser(world)
    expect((await signInBy(owner, theirs)).body.person?.roles).toEqual(['admin'])
    await owner.send('listAudit')
  })

  it('has no session of a mail left from when there was no passkey', async () => {
    const old = createBrowser(world)
    await old.signIn(root)
    await withPasskey(root)
    expect((await old.send('getMe')).body).toEqual({ person: null })
    expect((await old.refuse('listAudit')).body.code).toBe('signed_out')
  })

  it('becomes one with the passkeys that they have', async () => {
    const { browser } = await withPasskey(ada)
    const byMail = createBrowser(world)
    await byMail.signIn(ada)
    await byMail.send('getDesk')
    await world.storage.people.changeRole('person-ada', true, {
      audit: { id: 'entry-one', at: mondayMorning, by: root, action: 'admin_made' },
    })
    expect((await byMail.refuse('getDesk')).body.code).toBe('signed_out')
    await browser.send('listAudit')
  })

  it('who has lost them signs in by mail once whoever runs the server has forgotten them', async () => {
    await withPasskey(root)
    expect(await world.storage.people.forgetPasskeys(root)).toBe(1)
    const browser = createBrowser(world)
    expect((await browser.signIn(root)).body.person?.roles).toEqual(['admin'])
  })
})

it('passkeys are in what one takes away, without what they are known by', async () => {
  const { browser } = await withPasskey('grace@example.com')
  const { body } = await browser.send('readMyData')
  expect(body.passkeys).toEqual([
    { id: expect.any(String), name: 'My phone', addedAt: '2027-01-11T08:00:00Z', usedAt: null },
  ])
})
