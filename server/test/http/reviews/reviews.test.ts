import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { day, type Instant } from '../../../src/domain/time/instant.ts'
import { createBrowser } from '../../browser.ts'
import { newKey, startWorld, type World } from '../../harness.ts'
import { connect } from '../../realtime/listener.ts'
import { later, makeBooking, tuesdayTen } from '../requests.ts'
import { adaEmail, adminEmail, binaEmail, signedIn, staffedContent } from '../staff.ts'

let world: World
beforeEach(async () => {
  world = await startWorld({ content: staffedContent() })
})
afterEach(() => world.stop())

const words = { rating: 4, text: 'It works now.', author: 'Grace H.' }
const rating = async () =>
  (await world.send('getExpert', { params: { slug: 'ada-lovelace' } })).body.rating
const listed = async () =>
  (await world.send('listReviews', { params: { slug: 'ada-lovelace' } })).body

/** A session that is over, with the link of its customer. */
async function sessionOver(startsAt = tuesdayTen) {
  const { booking, manageToken } = await makeBooking(world, startsAt)
  world.clock.now = Date.parse(later(startsAt, 30)) as Instant
  return { params: { id: booking.id }, bearer: manageToken }
}

describe('a review', () => {
  it('is written once by whoever has the link, and makes the rating at once', async () => {
    const of = await sessionOver()
    const before = await rating()
    const asked = await world.send('getBookingReview', of)
    expect(asked.body).toEqual({ allowedActions: ['write'] })
    const written = await world.send('writeReview', { ...of, body: words })
    expect(written.status).toBe(201)
    expect(written.body).toMatchObject({
      ...words,
      version: 1,
      writtenAt: '2027-01-12T10:30:00Z',
      editableUntil: '2027-01-26T10:30:00Z',
    })
    const count = before.count + 1
    const average = Math.round((100 * (before.average * before.count + 4)) / count) / 100
    expect(await rating()).toEqual({ average, count })
    const { items } = await listed()
    const { version: _version, editableUntil: _until, ...shown } = written.body
    expect(items[0]).toEqual(shown)
    const again = await world.send('writeReview', { ...of, body: words })
    expect(again.body).toEqual(written.body)
    const another = await world.refuse('writeReview', { ...of, body: { ...words, rating: 1 } })
    expect([another.status, another.body.code]).toEqual([409, 'already_there'])
    expect(await rating()).toEqual({ average, count })
  })

  it('is of a session that took place: not of one to come, running or cancelled', async () => {
    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    const of = { params: { id: booking.id }, bearer: manageToken }
    for (const minutes of [-10, 29]) {
      world.clock.now = Date.parse(later(tuesdayTen, minutes)) as Instant
      const refused = await world.refuse('writeReview', { ...of, body: words })
      expect([refused.status, refused.body.code]).toEqual([422, 'not_completed'])
      expect((await world.send('getBookingReview', of)).body).toEqual({ allowedActions: [] })
    }
    const later2 = await makeBooking(world, later(tuesdayTen, 2 * 24 * 60))
    const cancelled = { params: { id: later2.booking.id }, bearer: later2.manageToken }
    await world.send('changeBooking', {
      ...cancelled,
      body: { version: 1, status: 'cancelled' },
      key: newKey(),
    })
    world.clock.advance(3 * day)
    const refused = await world.refuse('writeReview', { ...cancelled, body: words })
    expect(refused.body.code).toBe('not_completed')
  })

  it('says what is wrong beside each field, and takes stars alone', async () => {
    const of = await sessionOver()
    const body = { rating: 6, text: 'x'.repeat(2001), author: ' \u200b' }
    const { body: problem } = await world.refuse('writeReview', { ...of, body })
    expect(problem.errors?.map(({ pointer }) => pointer).toSorted()).toEqual([
      '#/author',
      '#/rating',
      '#/text',
    ])
    const sent = { ...of, body: { rating: 5, text: '  ', author: 'G.' } }
    const { body: review } = await world.send('writeReview', sent)
    expect(review).not.toHaveProperty('text')
  })

  it('is changed for 14 days by whoever saw it last', async () => {
    const of = await sessionOver()
    await world.send('writeReview', { ...of, body: words })
    world.clock.advance(14 * day)
    const change = { version: 1, rating: 2, author: 'Somebody' }
    const { body } = await world.send('changeReview', { ...of, body: change })
    expect(body).toMatchObject({ version: 2, rating: 2, author: 'Somebody' })
    expect(body.editedAt).toBe('2027-01-26T10:30:00Z')
    expect(body).not.toHaveProperty('text')
    // The answer was lost.
    const again = await world.send('changeReview', { ...of, body: change })
    expect(again.body.version).toBe(2)
    const stale = await world.refuse('changeReview', { ...of, body: { ...change, rating: 5 } })
    expect(stale.body.code).toBe('stale_version')
    world.clock.advance(1)
    const late = await world.refuse('changeReview', { ...of, body: { ...change, version: 2 } })
    expect([late.status, late.body.code]).toEqual([422, 'review_settled'])
    expect((await world.send('getBookingReview', of)).body.allowedActions).toEqual([])
  })

  it('is read by both sides, and written by the customer alone', async () => {
    const of = await sessionOver()
    const ada = await signedIn(world, adaEmail)
    const refused = await ada.refuse('writeReview', { params: of.params, body: words })
    expect([refused.status, refused.body.code]).toEqual([403, 'forbidden'])
    const stranger = createBrowser(world)
    expect((await stranger.refuse('writeReview', { params: of.params, body: words })).status).toBe(
      404,
    )
    await world.send('writeReview', { ...of, body: words })
    const { body } = await ada.send('getBookingReview', { params: of.params })
    expect([body.review?.text, body.allowedActions]).toEqual([words.text, []])
    expect(JSON.stringify(await listed())).not.toMatch(/hopper|grace@/i)
  })

  it('is answered once by its expert', async () => {
    const of = await sessionOver()
    const { body: review } = await world.send('writeReview', { ...of, body: words })
    const params = { id: review.id }
    const body = { text: 'Thank you, Grace.' }
    const bina = await signedIn(world, binaEmail)
    expect((await bina.refuse('answerReview', { params, body })).status).toBe(404)
    const ada = await signedIn(world, adaEmail)
    const answered = await ada.send('answerReview', { params, body })
    expect(answered.body.answer).toEqual({ ...body, writtenAt: '2027-01-12T10:30:00Z' })
    expect((await ada.send('answerReview', { params, body })).body).toEqual(answered.body)
    const second = await ada.refuse('answerReview', { params, body: { text: 'And another' } })
    expect(second.body.code).toBe('already_there')
    expect((await listed()).items[0]?.answer?.text).toBe(body.text)
    const own = (await ada.send('listDeskReviews', { query: {} })).body.items
    expect(own[0]).toEqual(answered.body)
    expect((await bina.send('listDeskReviews', { query: {} })).body.items).toEqual([])
  })

  it('is reported by anybody, hidden with a reason, and shown again; each time in the log', async () => {
    const of = await sessionOver()
    const before = await rating()
    const { body: review } = await world.send('writeReview', { ...of, body: words })
    const params = { id: review.id }
    for (const reason of ['Names a third person', 'Me too']) {
      await world.send('reportReview', { params, body: { reason } })
    }
    const admin = await signedIn(world, adminEmail)
    const reported = async () => (await admin.send('listAdminReviews', { query: {} })).body.items
    const [found] = await reported()
    expect(found).toMatchObject({
      id: review.id,
      bookingId: of.params.id,
      expert: { slug: 'ada-lovelace' },
      report: { reason: 'Names a third person', count: 2 },
    })
    const version = found?.version ?? 0
    const silent = { params, body: { version, state: 'hidden' } }
    expect((await admin.refuse('decideReview', silent)).body.code).toBe('reason_needed')
    const reason = 'Please leave other people out of it.'
    const hide = { params, body: { version, state: 'hidden', reason } }
    const hidden = await admin.send('decideReview', hide)
    expect(hidden.body.hidden).toMatchObject({ reason, by: adminEmail })
    expect((await admin.refuse('decideReview', hide)).body.code).toBe('stale_version')
    expect(await reported()).toEqual([])
    expect(await rating()).toEqual(before)
    expect((await listed()).items.map(({ id }) => id)).not.toContain(review.id)
    const own = await world.send('getBookingReview', of)
    expect([own.body.review?.hidden, own.body.allowedActions]).toEqual([{ reason }, []])
    const change = { ...words, version: hidden.body.version }
    const refused = await world.refuse('changeReview', { ...of, body: change })
    expect(refused.body.code).toBe('review_settled')
    const nobody = await world.refuse('reportReview', { params, body: { reason } })
    expect(nobody.status).toBe(404)

    const show = { params, body: { version: hidden.body.version, state: 'shown' } }
    expect((await admin.send('decideReview', show)).body).not.toHaveProperty('hidden')
    expect((await rating()).count).toBe(before.count + 1)
    const { items } = (await admin.send('listAudit', { query: { kind: 'administration' } })).body
    expect(items.map(({ action, detail }) => [action, detail])).toEqual([
      ['review_shown', undefined],
      ['review_hidden', reason],
    ])
    expect(JSON.stringify(items)).not.toMatch(/grace/i)
  })

  it('is in the copy of one’s data, and without its words once one is erased', async () => {
    const of = await sessionOver()
    const { body: review } = await world.send('writeReview', { ...of, body: words })
    const grace = await signedIn(world, 'grace@example.com')
    const { body: data } = await grace.send('readMyData', {})
    expect(data.reviews).toEqual([review])
    const before = await rating()
    await grace.send('eraseMe', {})
    expect(await rating()).toEqual(before)
    const left = (await listed()).items.find(({ id }) => id === review.id)
    expect(left).toMatchObject({ rating: 4, author: 'A former customer' })
    expect(JSON.stringify(await listed())).not.toMatch(/Grace|works now/)
  })
})

it('two of one booking at once are one, and many of one expert all count', async () => {
  const of = await sessionOver()
  const before = await rating()
  const bodies = [1, 2, 3, 4, 5].map((stars) => ({ ...words, rating: stars }))
  const outcomes = await Promise.allSettled(
    bodies.map((body) => world.send('writeReview', { ...of, body })),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await rating()).count).toBe(before.count + 1)
})

it('whoever looks at the expert hears that what they see is stale', async () => {
  const of = await sessionOver()
  const visitor = await connect(world.url)
  await visitor.ask('board:watch', { expertId: 'expert-ada' })
  await world.send('writeReview', { ...of, body: words })
  const stale = { name: 'boardStale', event: { expertId: 'expert-ada' } }
  await vi.waitFor(() => expect(visitor.told).toEqual([stale]))
  visitor.close()
})
