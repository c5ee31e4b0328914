import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { settle } from '../../../src/domain/bookings/settlement.ts'
import { eraseCustomer } from '../../../src/domain/bookings/transitions.ts'
import { day, parseInstant, plus } from '../../../src/domain/time/instant.ts'
import type { World } from '../../harness.ts'
import { administrator, type Browser, startDesk } from '../desk-world.ts'
import { later, makeBooking, tuesdayTen } from '../requests.ts'

const settledAt = later(tuesdayTen, 62)
const stay = { from: tuesdayTen, to: later(tuesdayTen, 31) }

let world: World
let id: string
/** The customer's. */
let token: string
let expertToken: string
let root: Browser

beforeEach(async () => {
  world = await startDesk()
  const made = await makeBooking(world, tuesdayTen)
  id = made.booking.id
  token = made.manageToken
  const record = await stored()
  expertToken = world.tokens.forExpert(record)
  world.clock.now = parseInstant(settledAt)
  const stays = {
    customer: [],
    expert: [{ from: parseInstant(stay.from), to: parseInstant(stay.to) }],
  }
  const next = settle(record, { outcome: 'customer_missed', stays }, world.clock.now)
  await world.storage.bookings.change({ next, now: world.clock.now })
  root = await administrator(world)
})
afterEach(() => world.stop())

async function stored() {
  const record = await world.storage.bookings.find(id)
  if (record?.state !== 'booked') throw new Error('Nothing is booked')
  return record
}

const read = async (bearer: string) =>
  (await world.send('getBooking', { params: { id }, bearer })).body.booking
const say = (bearer: string, word: string) =>
  world.send('disputeBooking', { params: { id }, body: { word }, bearer })
const refusal = async (bearer: string, word = 'I was there') =>
  (await world.refuse('disputeBooking', { params: { id }, body: { word }, bearer })).body.code
const listed = async (state: 'open' | 'decided') =>
  (await root.send('listDisputes', { query: { state } })).body.items

describe('what became of a session', () => {
  it('is the same to both sides, and to administrators', async () => {
    const facts = {
      outcome: 'customer_missed',
      stays: { customer: [], expert: [stay] },
      disputes: [],
      disputableUntil: later(settledAt, 7 * 24 * 60),
    }
    const mine = await read(token)
    expect(mine).toMatchObject({ status: 'missed', version: 2, allowedActions: [] })
    expect(mine.attendance).toEqual({ ...facts, disputable: true })
    expect((await read(expertToken)).attendance).toEqual({ ...facts, disputable: true })
    const { body } = await root.send('getBooking', { params: { id } })
    expect(body.booking.attendance).toEqual({ ...facts, disputable: false })
  })

  it('is disputed by each side once, with a word that all of them read', async () => {
    expect(await refusal(token, '')).toBe('reason_needed')
    expect(await listed('open')).toEqual([])
    const { booking } = (await say(token, 'My camera failed')).body
    const first = { by: 'customer', word: 'My camera failed', at: settledAt }
    expect(booking.attendance).toMatchObject({ disputes: [first], disputable: false })
    expect(await refusal(token)).toBe('already_there')
    expect((await read(expertToken)).attendance).toMatchObject({
      disputes: [first],
      disputable: true,
    })
    await say(expertToken, 'Nobody came')
    const second = { by: 'expert', word: 'Nobody came', at: settledAt }
    const [open, ...others] = await listed('open')
    expect(others).toEqual([])
    expect(open).toMatchObject({ id, version: 4, seenAs: 'admin' })
    expect(open?.attendance?.disputes).toEqual([first, second])
    // They see it, and have no side in it.
    expect(
      (await root.refuse('disputeBooking', { params: { id }, body: { word: 'x' } })).body.code,
    ).toBe('forbidden')
  })

  it('is decided once by an administrator, in the log without a word of whoever booked', async () => {
    await say(token, 'My camera failed')
    const params = { id }
    const body = { outcome: 'completed', word: 'They met by telephone' } as const
    const decided = (await root.send('decideDispute', { params, body })).body.booking
    expect(decided).toMatchObject({ status: 'completed', version: 4 })
    const mine = await read(token)
    expect(mine.status).toBe('completed')
    expect(mine.attendance).toMatchObject({
      outcome: 'completed',
      stays: { customer: [], expert: [stay] },
      disputable: false,
      decision: { word: 'They met by telephone', at: settledAt },
    })
    // Who decided is nobody's business but the administrators'.
    expect(JSON.stringify(mine)).not.toContain('admin@example.com')
    expect((await root.refuse('decideDispute', { params, body })).body.code).toBe('already_decided')
    expect(await refusal(expertToken)).toBe('not_changeable')
    expect([await listed('open'), (await listed('decided')).map((each) => each.id)]).toEqual([
      [],
      [id],
    ])
    const { items } = (await root.send('listAudit', { query: { kind: 'administration' } })).body
    expect(items[0]).toMatchObject({
      action: 'dispute_decided',
      by: 'admin@example.com',
      subject: { id },
      detail: 'completed: They met by telephone',
    })
    expect(JSON.stringify(items[0])).not.toMatch(/grace|camera/i)
  })

  it('is disputed within seven days, and not before it is known', async () => {
    world.clock.now = plus(parseInstant(settledAt), 7 * day)
    expect((await read(token)).attendance?.disputable).toBe(true)
    world.clock.now = plus(world.clock.now, 1)
    expect((await read(token)).attendance?.disputable).toBe(false)
    expect(await refusal(token)).toBe('not_changeable')
    const { booking, manageToken } = await makeBooking(world, later(tuesdayTen, 28 * 24 * 60))
    const unsettled = { params: { id: booking.id }, body: { word: 'No' }, bearer: manageToken }
    expect((await world.refuse('disputeBooking', unsettled)).body.code).toBe('not_changeable')
    expect(booking).not.toHaveProperty('attendance')
    const decision = { params: { id: booking.id }, body: { outcome: 'completed' } } as const
    // A week later they have to sign in again.
    root = await administrator(world)
    expect((await root.refuse('decideDispute', decision)).status).toBe(404)
  })

  it('stays when its customer is erased, without what they said of it', async () => {
    await say(token, 'My camera failed')
    await say(expertToken, 'Nobody came')
    const erased = eraseCustomer(await stored(), 'gone@example.org')
    expect(JSON.stringify(erased)).not.toMatch(/camera/)
    expect(erased).toMatchObject({
      settlement: {
        outcome: 'customer_missed',
        disputes: [
          { by: 'customer', word: 'Erased' },
          { by: 'expert', word: 'Nobody came' },
        ],
      },
    })
  })
})
