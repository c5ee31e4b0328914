import { longestNotes } from '@expertconnect/contract/notes/routes'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBrowser } from '../../browser.ts'
import { startWorld, type World } from '../../harness.ts'
import { connect } from '../../realtime/listener.ts'
import { later, makeBooking, tuesdayTen } from '../requests.ts'
import { adaEmail, adminEmail, signedIn, staffedContent } from '../staff.ts'

let world: World
beforeEach(async () => {
  world = await startWorld({ content: staffedContent() })
})
afterEach(() => world.stop())

async function booked(startsAt = tuesdayTen) {
  const { booking, manageToken } = await makeBooking(world, startsAt)
  return { params: { id: booking.id }, bearer: manageToken }
}

const version = (body: { readonly version: number }) => body.version

describe('notes on a session', () => {
  it('are empty at first, and each side has its own, by link and signed in', async () => {
    const of = await booked()
    const ada = await signedIn(world, adaEmail)
    const grace = await signedIn(world, 'grace@example.com')
    const { params } = of
    expect((await world.send('getNotes', of)).body).toEqual({ text: '', version: 0 })
    const own = { version: 0, text: 'Ask about her fee\n\n  – and trains' }
    const saved = (await world.send('saveNotes', { ...of, body: own })).body
    const savedAt = new Date(world.clock.now).toISOString().replace('.000', '')
    expect(saved).toEqual({ ...own, version: 1, savedAt })
    expect((await ada.send('getNotes', { params })).body).toEqual({ text: '', version: 0 })
    await ada.send('saveNotes', { params, body: { version: 0, text: 'Knows the basics' } })
    expect((await grace.send('getNotes', { params })).body).toEqual(saved)
    const { manageToken } = (await ada.send('getDeskBooking', { params })).body
    const byExpertsLink = await world.send('getNotes', { params, bearer: manageToken })
    expect(byExpertsLink.body).toMatchObject({ version: 1, text: 'Knows the basics' })
  })

  it('replace what their writer saw, and nothing else; a retry is no change', async () => {
    const of = await booked()
    const save = (body: { version: number; text: string }) =>
      world.send('saveNotes', { ...of, body })
    const first = (await save({ version: 0, text: 'One' })).body
    expect((await save({ version: 0, text: 'One' })).body).toEqual(first)
    const late = { ...of, body: { version: 0, text: 'Two' } }
    expect((await world.refuse('saveNotes', late)).body.code).toBe('stale_version')
    expect((await world.send('getNotes', of)).body).toEqual(first)
    expect(version((await save({ version: 1, text: '' })).body)).toBe(2)
    expect((await world.send('getNotes', of)).body.text).toBe('')
  })

  it('are lost by none of many tabs that save at once: one wins, the others are told', async () => {
    const of = await booked()
    const texts = Array.from({ length: 6 }, (_, index) => `Of tab ${index}`)
    const saved = await Promise.allSettled(
      texts.map((text) => world.send('saveNotes', { ...of, body: { version: 0, text } })),
    )
    expect(saved.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { text } = (await world.send('getNotes', of)).body
    expect(text).toBe(texts[saved.findIndex(({ status }) => status === 'fulfilled')])
  })

  it('may be kept before, during, after and of a cancelled session, and have an end', async () => {
    const of = await booked()
    for (const [index, minutes] of [-30, 10, 300].entries()) {
      world.clock.advance(Date.parse(later(tuesdayTen, minutes)) - world.clock.now)
      const body = { version: index, text: `At ${minutes}` }
      expect(version((await world.send('saveNotes', { ...of, body })).body)).toBe(index + 1)
    }
    const longest = { version: 3, text: '\u{1F600}'.repeat(longestNotes / 2) }
    expect((await world.send('saveNotes', { ...of, body: longest })).body.text).toBe(longest.text)
    const tooLong = { ...of, body: { version: 4, text: 'x'.repeat(longestNotes + 1) } }
    const refused = await world.refuse('saveNotes', tooLong)
    expect(refused.body.errors?.map(({ pointer }) => pointer)).toEqual(['#/text'])
  })
})

describe('the privacy of notes', () => {
  const words = ['Quagga', 'Sapphire']
  const secret = /quagga|sapphire/i

  it('holds against the other side, administrators and strangers, in answers, events, mails and the log', async () => {
    const of = await booked()
    const { params, bearer } = of
    const ada = await signedIn(world, adaEmail)
    const admin = await signedIn(world, adminEmail)
    const stranger = createBrowser(world)
    const listener = await connect(world.url)
    await listener.ask('bookings:watch', { id: params.id, token: bearer })
    await world.send('saveNotes', { ...of, body: { version: 0, text: words[0] ?? '' } })
    await ada.send('saveNotes', { params, body: { version: 0, text: words[1] ?? '' } })

    const heard: unknown[] = [
      (await world.send('getBooking', of)).body,
      (await world.send('getBookingReview', of)).body,
      (await ada.send('getDeskBooking', { params })).body,
      (await ada.send('listDeskBookings', { query: { scope: 'upcoming' } })).body,
      (await admin.send('getBooking', { params })).body,
      (await admin.send('findBookings', { query: { scope: 'all' } })).body,
      (await admin.send('listAudit')).body,
      (await admin.send('readMyData')).body,
      (await admin.refuse('getNotes', { params })).body,
      (await stranger.refuse('getNotes', { params })).body,
      (await stranger.refuse('saveNotes', { params, body: { version: 0, text: 'x' } })).body,
    ]
    await world.send('changeBooking', {
      ...of,
      key: 'a-key-to-cancel-it-with',
      body: { version: 1, status: 'cancelled' },
    })
    await expect.poll(() => listener.told.length).toBeGreaterThan(0)
    heard.push(...listener.told, ...world.mails)
    listener.close()
    expect(heard.length).toBeGreaterThan(12)
    expect(heard.filter((each) => secret.test(JSON.stringify(each)))).toEqual([])
    expect(world.log.filter((line) => secret.test(line))).toEqual([])
    // The test would see it if there were something to see.
    const own = [await world.send('getNotes', of), await ada.send('getNotes', { params })]
    expect(own.map(({ body }) => body.text)).toEqual(words)
  })

  it('lets everybody take along their own, of both sides of what they do here, and goes with them', async () => {
    const of = await booked()
    const ada = await signedIn(world, adaEmail)
    await world.send('saveNotes', { ...of, body: { version: 0, text: 'Quagga' } })
    await ada.send('saveNotes', { params: of.params, body: { version: 0, text: 'Sapphire' } })
    const empty = await booked('2027-01-12T12:00:00Z')
    await world.send('saveNotes', { ...empty, body: { version: 0, text: 'Nothing' } })
    await world.send('saveNotes', { ...empty, body: { version: 1, text: '' } })
    const bookingId = of.params.id
    const kept = { bookingId, savedAt: expect.any(String) }
    const grace = await signedIn(world, 'grace@example.com')
    expect((await grace.send('readMyData')).body.notes).toEqual([
      { ...kept, side: 'customer', text: 'Quagga' },
    ])
    expect((await ada.send('readMyData')).body.notes).toEqual([
      { ...kept, side: 'expert', text: 'Sapphire' },
    ])

    world.clock.advance(3 * 24 * 3_600_000)
    const again = await signedIn(world, 'grace@example.com')
    await again.send('eraseMe')
    expect((await world.storage.notes.find(bookingId, 'customer'))?.text).toBe('')
    // What the expert wrote is the expert's.
    expect((await ada.send('getNotes', { params: of.params })).body.text).toBe('Sapphire')
  })
})
