import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBrowser } from '../../browser.ts'
import { newKey, startWorld, type World } from '../../harness.ts'
import { connect } from '../../realtime/listener.ts'
import { bookingInput, later, makeBooking, makeHold, readBoard, tuesdayTen } from '../requests.ts'
import { adaEmail, adminEmail, binaEmail, signedIn, staffedContent } from '../staff.ts'

let world: World
beforeEach(async () => {
  world = await startWorld({ content: staffedContent() })
})
afterEach(() => world.stop())

async function setListed(listed: boolean): Promise<void> {
  const expert = await world.expert('ada-lovelace')
  const next = { ...expert, version: expert.version + 1, listed }
  expect((await world.storage.experts.change({ next })).kind).toBe('done')
}

describe('the profile', () => {
  it('is read at the desk of whoever it is about, and of nobody else', async () => {
    const { body } = await (await signedIn(world, adaEmail)).send('getDesk')
    expect(body).toMatchObject({ id: 'expert-ada', version: 1, listed: true, paused: false })
    const bina = await (await signedIn(world, binaEmail)).send('getDesk')
    expect(bina.body.id).toBe('expert-bina')
    const stranger = await createBrowser(world).refuse('getDesk')
    expect([stranger.status, stranger.body.code]).toEqual([401, 'signed_out'])
    for (const email of ['grace@example.com', adminEmail]) {
      const customer = await signedIn(world, email)
      const refused = await customer.refuse('getDesk')
      expect([refused.status, refused.body.code]).toEqual([403, 'forbidden'])
      const change = { body: { version: 1, name: 'Mine now' } }
      expect((await customer.refuse('changeProfile', change)).body.code).toBe('forbidden')
    }
  })

  it('is changed in part, and found by what it says now', async () => {
    const ada = await signedIn(world, adaEmail)
    const fields = { headline: 'Looms', category: 'music', languages: ['it'], skills: [] }
    const { body } = await ada.send('changeProfile', { body: { version: 1, ...fields } })
    const category = { slug: 'music', name: 'Music' }
    expect(body).toMatchObject({ ...fields, category, version: 2, name: 'Ada Lovelace' })
    const { nextFreeAt: _found, ...own } = body
    expect((await ada.send('getDesk')).body).toMatchObject(own)
    const {
      version: _version,
      listed: _listed,
      paused: _paused,
      meetingUrl: _meetingUrl,
      ...shown
    } = own
    const seen = await world.send('getExpert', { params: { slug: 'ada-lovelace' } })
    expect(seen.body).toMatchObject(shown)
    expect(Object.keys(seen.body)).toHaveLength(Object.keys(shown).length + 1)
    const found = await world.send('searchExperts', { query: { query: 'loom', category: 'music' } })
    expect(found.body.items).toMatchObject([shown])
    const gone = await world.send('searchExperts', { query: { query: 'engines' } })
    expect(gone.body.items).toEqual([])
    const { body: categories } = await world.send('listCategories')
    expect(categories.items.map(({ experts }) => experts)).toEqual([0, 2])
  })

  it('is not changed by whoever looks at an older one, or says nothing, or names no category', async () => {
    const ada = await signedIn(world, adaEmail)
    await ada.send('changeProfile', { body: { version: 1, name: 'Ada' } })
    const stale = await ada.refuse('changeProfile', { body: { version: 1, name: 'Countess' } })
    expect([stale.status, stale.body.code]).toEqual([409, 'stale_version'])
    const empty = await ada.refuse('changeProfile', { body: { version: 2 } })
    expect(empty.body.errors?.map(({ pointer }) => pointer)).toEqual(['#'])
    const lost = { version: 2, category: 'unheard-of' }
    const unknown = await ada.refuse('changeProfile', { body: lost })
    expect(unknown.body.errors?.map(({ pointer }) => pointer)).toEqual(['#/category'])
    // Only an administrator lists.
    const hidden = await ada.send('changeProfile', {
      body: { version: 2, name: 'Ada L.', listed: false },
    })
    expect(hidden.body).toMatchObject({ name: 'Ada L.', listed: true, version: 3 })
  })

  it('changes the price of new bookings alone', async () => {
    const before = await makeBooking(world, tuesdayTen)
    const ada = await signedIn(world, adaEmail)
    await ada.send('changeProfile', { body: { version: 1, hourlyRate: 40_000 } })
    const after = await makeBooking(world, later(tuesdayTen, 60))
    const read = await world.send('getBooking', {
      params: { id: before.booking.id },
      bearer: before.manageToken,
    })
    expect(read.body.booking.price.amount).toBe(9000)
    expect(after.booking.price.amount).toBe(20_000)
  })
})

describe('the link to a room of one’s own', () => {
  const link = 'https://meet.example/ada?room=1'

  it('is set and removed at the desk, and stays where it is left out', async () => {
    const ada = await signedIn(world, adaEmail)
    expect((await ada.send('getDesk')).body.meetingUrl).toBeNull()
    const set = await ada.send('changeProfile', { body: { version: 1, meetingUrl: ` ${link} ` } })
    expect(set.body.meetingUrl).toBe(link)
    await ada.send('changeProfile', { body: { version: 2, name: 'Ada' } })
    expect((await ada.send('getDesk')).body.meetingUrl).toBe(link)
    const empty = await ada.send('changeProfile', { body: { version: 3, meetingUrl: '' } })
    expect(empty.body.meetingUrl).toBeNull()
    expect((await ada.send('getDesk')).body.meetingUrl).toBeNull()
  })

  it.each([
    'http://meet.example/ada',
    'meet.example/ada',
    'javascript:alert(1)',
    'https://',
    'https:///ada',
    'https://meet.example/a b',
    'https://ada:secret@meet.example/',
    'https://meet.example\\@evil.example/',
    'https://meet.example/\u202Eada',
    `https://meet.example/${'a'.repeat(480)}`,
  ])('is refused where it is none: %s', async (meetingUrl) => {
    const ada = await signedIn(world, adaEmail)
    const refused = await ada.refuse('changeProfile', { body: { version: 1, meetingUrl } })
    expect(refused.body.errors?.map(({ pointer }) => pointer)).toEqual(['#/meetingUrl'])
  })

  it('is not for administrators to read or to set', async () => {
    const ada = await signedIn(world, adaEmail)
    await ada.send('changeProfile', { body: { version: 1, meetingUrl: link } })
    const admin = await signedIn(world, adminEmail)
    const listed = await admin.send('listAdminExperts')
    const change = { version: 2, name: 'Ada', meetingUrl: 'https://evil.example/' }
    const params = { id: 'expert-ada' }
    const changed = await admin.send('changeExpert', { params, body: change })
    expect(JSON.stringify([listed.body, changed.body])).not.toMatch(/meetingUrl|meet\.example/)
    expect((await ada.send('getDesk')).body).toMatchObject({ name: 'Ada', meetingUrl: link })
  })
})

describe('who looks at the board', () => {
  it('is told to look again when the profile or the listing changes', async () => {
    const watcher = await connect(world.url)
    await watcher.ask('board:watch', { expertId: 'expert-ada' })
    const ada = await signedIn(world, adaEmail)
    await ada.send('changeProfile', { body: { version: 1, name: 'Ada' } })
    await setListed(false)
    const stale = { name: 'boardStale', event: { expertId: 'expert-ada' } }
    await vi.waitFor(() => expect(watcher.told).toEqual([stale, stale]))
    watcher.close()
  })
})

describe('an expert who is not listed', () => {
  it('does not exist for strangers', async () => {
    await readBoard(world)
    await setListed(false)
    const params = { slug: 'ada-lovelace' }
    const range = { from: '2027-01-11', to: '2027-01-15', timeZone: 'Europe/London' }
    const claim = { expertId: 'expert-ada', startsAt: tuesdayTen, minutes: 30 }
    const refused = [
      await world.refuse('getExpert', { params }),
      await world.refuse('getBoard', { params, query: range }),
      await world.refuse('listReviews', { params }),
      await world.refuse('createHold', { body: claim, key: newKey() }),
      await world.refuse('createBooking', { body: bookingInput(tuesdayTen), key: newKey() }),
    ]
    expect(refused.map(({ body }) => body.code)).toEqual(refused.map(() => 'not_found'))
    const { body } = await world.send('searchExperts')
    expect([body.total, body.items.map(({ slug }) => slug)]).toEqual([1, ['bina-gurung']])
    await setListed(true)
    await world.send('getExpert', { params })
    await readBoard(world)
  })

  it('keeps what is booked, which can be looked at, moved and cancelled', async () => {
    const made = await makeBooking(world, tuesdayTen)
    const held = await makeHold(world, later(tuesdayTen, 120))
    await setListed(false)
    const own = { params: { id: made.booking.id }, bearer: made.manageToken }
    const { body } = await world.send('getBooking', own)
    expect(body.booking.expert).toMatchObject({ name: 'Ada Lovelace', slug: 'ada-lovelace' })
    const move = { version: 1, startsAt: later(tuesdayTen, 60) }
    await world.send('changeBooking', { ...own, body: move, key: newKey() })
    await world.send('changeBooking', {
      ...own,
      body: { version: 2, status: 'cancelled' },
      key: newKey(),
    })
    const hold = { params: { id: held.id }, bearer: held.token }
    const other = { startsAt: later(tuesdayTen, 180), minutes: 30 }
    expect((await world.refuse('changeHold', { ...hold, body: other })).body.code).toBe('not_found')
    await world.send('releaseHold', hold)
  })

  it('is still answered to whoever repeats a booking that was confirmed before', async () => {
    const key = newKey()
    const body = bookingInput(tuesdayTen)
    const first = await world.send('createBooking', { body, key })
    await setListed(false)
    expect((await world.send('createBooking', { body, key })).body).toEqual(first.body)
  })
})
