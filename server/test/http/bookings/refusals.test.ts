import type { ProblemCode } from '@expertconnect/contract/problems'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '../../../src/domain/time/instant.ts'
import { mondayMorning, newKey, startWorld, type World } from '../../harness.ts'
import { rawRequest } from '../../raw-request.ts'
import { expectProblem } from '../problem-check.ts'
import { bookingInput, later, makeBooking, makeHold, slotAt, tuesdayTen } from '../requests.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

/** Sends JSON with a new key; what is asked for stands in the path. */
function call(method: string, path: string, json?: unknown, bearer?: string) {
  return rawRequest(world.url, `/api/v1${path}`, {
    method,
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': newKey(),
      ...(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }),
    },
  })
}

interface Wanted {
  readonly expertId?: string
  readonly startsAt: string
  readonly minutes: number
}

/** The four ways to ask for a start. Each of Ada's needs something that is to be moved. */
const ways: readonly [string, (wanted: Wanted) => ReturnType<typeof call>][] = [
  ['holding', (wanted) => call('POST', '/holds', { expertId: 'expert-ada', ...wanted })],
  ['booking', ({ startsAt, ...more }) => call('POST', '/bookings', bookingInput(startsAt, more))],
  [
    'moving a hold',
    async ({ expertId = 'expert-ada', ...wanted }) => {
      const hold = await makeHold(world, freeOf(expertId), { expertId })
      const answer = await call('PATCH', `/holds/${hold.id}`, wanted, hold.token)
      await world.send('releaseHold', { params: { id: hold.id }, bearer: hold.token })
      return answer
    },
  ],
  [
    'moving a booking',
    async ({ expertId = 'expert-ada', ...wanted }) => {
      const { booking, manageToken } = await makeBooking(world, freeOf(expertId), { expertId })
      const path = `/bookings/${booking.id}`
      const answer = await call('PATCH', path, { version: 1, ...wanted }, manageToken)
      await call('PATCH', path, { version: 1, status: 'cancelled' }, manageToken)
      return answer
    },
  ],
]

/** An hour that no test asks for. Kathmandu is at work when London has not begun. */
function freeOf(expertId: string): string {
  return expertId === 'expert-ada' ? '2027-01-15T16:00:00Z' : '2027-01-15T09:15:00Z'
}

describe.each(ways)('%s', (_way, ask) => {
  it.each<[ProblemCode, string, Wanted]>([
    ['outside_hours', 'before nine', { startsAt: '2027-01-12T08:30:00Z', minutes: 30 }],
    ['outside_hours', 'at five', { startsAt: '2027-01-12T17:00:00Z', minutes: 30 }],
    ['outside_hours', 'through five', { startsAt: '2027-01-12T16:30:00Z', minutes: 60 }],
    ['outside_hours', 'on a Saturday', { startsAt: '2027-01-16T10:00:00Z', minutes: 30 }],
    [
      'inside_notice',
      'in less than two hours',
      { expertId: 'expert-bina', startsAt: '2027-01-11T09:45:00Z', minutes: 30 },
    ],
    ['beyond_horizon', 'in 61 days', { startsAt: '2027-03-15T10:00:00Z', minutes: 30 }],
    ['beyond_horizon', 'at the end of time', { startsAt: '9999-12-31T23:59:59Z', minutes: 30 }],
    ['off_grid', 'at ten past', { startsAt: '2027-01-12T10:10:00Z', minutes: 30 }],
    ['off_grid', 'a second late', { startsAt: '2027-01-12T10:00:01Z', minutes: 30 }],
    ['in_the_past', 'half an hour ago', { startsAt: '2027-01-11T07:30:00Z', minutes: 30 }],
    ['in_the_past', 'in the year 0', { startsAt: '0000-01-01T00:00:00Z', minutes: 30 }],
    ['length_not_offered', 'for 45 minutes', { startsAt: tuesdayTen, minutes: 45 }],
  ])('is refused as %s %s', async (code, _when, wanted) => {
    expectProblem(await ask(wanted), code)
  })

  it('is refused where the slot was taken, with three slots that are really free', async () => {
    const made = await makeBooking(world, tuesdayTen, { minutes: 60 })
    const hold = await makeHold(world, later(tuesdayTen, -30))
    const problem = expectProblem(
      await ask({ startsAt: later(tuesdayTen, 30), minutes: 30 }),
      'slot_taken',
    )
    const nearest = [later(tuesdayTen, -60), later(tuesdayTen, 60), later(tuesdayTen, 90)]
    expect(problem.alternatives?.map(({ startsAt }) => startsAt)).toEqual(nearest)
    for (const { startsAt, endsAt, state } of problem.alternatives ?? []) {
      expect([endsAt, state]).toEqual([later(startsAt, 30), 'free'])
      expect(await slotAt(world, startsAt)).toMatchObject({ state: 'free' })
      const { booking, manageToken } = await makeBooking(world, startsAt)
      await cancel(booking.id, manageToken)
    }
    await cancel(made.booking.id, made.manageToken)
    await world.send('releaseHold', { params: { id: hold.id }, bearer: hold.token })
  })

  it('offers no alternatives of which there are none', async () => {
    const quiet = await startWorld()
    const expert = await quiet.expert('ada-lovelace')
    const only = { '2027-01-12': [{ from: 600, to: 630 }] }
    const weekly = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }
    const schedule = { ...expert.schedule, version: 2, weekly, exceptions: only }
    expect(await quiet.storage.schedules.replace(expert.id, schedule)).toBe('done')
    await makeBooking(quiet, tuesdayTen)
    const { body } = await quiet.refuse('createBooking', {
      body: bookingInput(tuesdayTen),
      key: newKey(),
    })
    expect([body.code, body.alternatives]).toEqual(['slot_taken', []])
    await quiet.stop()
  })
})

async function cancel(id: string, token: string, version = 1): Promise<void> {
  const answer = await call('PATCH', `/bookings/${id}`, { version, status: 'cancelled' }, token)
  expect(answer.status).toBe(200)
}

function at(iso: string, minutes = 0): void {
  world.clock.now = Date.parse(later(iso, minutes)) as Instant
}

describe('a change that comes too late', () => {
  it('is refused for a hold of another start or expert', async () => {
    const hold = await makeHold(world, tuesdayTen)
    const other = bookingInput(later(tuesdayTen, 60), { hold })
    expectProblem(await call('POST', '/bookings', other), 'hold_mismatch')
    const elsewhere = bookingInput('2027-01-12T09:15:00Z', { hold, expertId: 'expert-bina' })
    expectProblem(await call('POST', '/bookings', elsewhere), 'hold_mismatch')
    await world.send('releaseHold', { params: { id: hold.id }, bearer: hold.token })
  })

  it('is refused for a hold that has run out, was extended already or is a booking', async () => {
    const hold = await makeHold(world, tuesdayTen)
    const change = (json: unknown) => call('PATCH', `/holds/${hold.id}`, json, hold.token)
    expect((await change({ renew: true })).status).toBe(200)
    expectProblem(await change({ renew: true }), 'not_changeable')
    world.clock.advance(10 * 60_000)
    expectProblem(await change({ renew: true }), 'not_changeable')
    expectProblem(await change({ startsAt: later(tuesdayTen, 30), minutes: 30 }), 'not_changeable')
    world.clock.now = mondayMorning
    const kept = await makeHold(world, later(tuesdayTen, 120))
    const made = await makeBooking(world, later(tuesdayTen, 120), { hold: kept })
    const renewed = await call('PATCH', `/holds/${kept.id}`, { renew: true }, kept.token)
    expectProblem(renewed, 'not_changeable')
    await cancel(made.booking.id, made.manageToken, made.booking.version)
  })

  it('is refused inside the cancellation window, after the end, and with an old version', async () => {
    const { booking, manageToken } = await makeBooking(world, '2027-01-14T10:00:00Z')
    const change = (json: unknown) => call('PATCH', `/bookings/${booking.id}`, json, manageToken)
    const move = { version: 1, startsAt: '2027-01-14T12:00:00Z' }
    expectProblem(await change({ ...move, version: 2 }), 'stale_version')
    at(booking.changeableUntil, 1)
    expectProblem(await change(move), 'too_late')
    expectProblem(await change({ version: 1, status: 'cancelled' }), 'too_late')
    at(booking.endsAt)
    expectProblem(await change(move), 'not_changeable')
    expectProblem(await change({ version: 1, topic: 'Late' }), 'not_changeable')
    world.clock.now = mondayMorning
    await cancel(booking.id, manageToken)
    expectProblem(await change({ ...move, version: 2 }), 'not_changeable')
    expectProblem(await change({ version: 2, status: 'cancelled' }), 'not_changeable')
    expectProblem(await change({ version: 2, topic: 'Late' }), 'not_changeable')
  })
})

describe('what does not exist', () => {
  const range = 'from=2027-01-11&to=2027-01-15&timeZone=UTC'

  it.each([
    '/experts/nobody',
    `/experts/nobody/slots?${range}`,
    '/experts/nobody/reviews',
    '/experts/No%20Slug',
    '/experts/%00',
    `/experts/..%2f..%2fetc%2fpasswd/slots?${range}`,
    '/bookings/id-999999',
    '/bookings/x',
    '/bookings/%F0%9F%98%80%F0%9F%98%80',
    '/bookings/id-999999/calendar.ics',
    '/nothing',
    '/',
    '/experts/ada-lovelace/nothing',
    '/__proto__',
  ])('GET %s', async (path) => {
    expectProblem(await call('GET', path), 'not_found')
  })

  it('is an unknown expert, also where something is claimed', async () => {
    const unknown = { expertId: 'expert-nobody' }
    const hold = { ...unknown, startsAt: tuesdayTen, minutes: 30 }
    expectProblem(await call('POST', '/holds', hold), 'not_found')
    expectProblem(await call('POST', '/bookings', bookingInput(tuesdayTen, unknown)), 'not_found')
  })

  it('is what a token does not open, in whatever way it is wrong', async () => {
    const { booking, manageToken } = await makeBooking(world, '2027-01-13T10:00:00Z')
    const hold = await makeHold(world, '2027-01-13T11:00:00Z')
    const wrong = ['', 'x', 'x'.repeat(43), hold.token, `${manageToken}x`, manageToken.slice(1)]
    for (const token of [undefined, ...wrong, 'x'.repeat(5000)]) {
      const answers = await Promise.all([
        call('GET', `/bookings/${booking.id}`, undefined, token),
        call('PATCH', `/bookings/${booking.id}`, { version: 1, status: 'cancelled' }, token),
        call('POST', `/bookings/${booking.id}/calendar-ticket`, undefined, token),
      ])
      for (const answer of answers) expectProblem(answer, 'not_found')
    }
    for (const token of [undefined, '', 'x'.repeat(43), manageToken, `${hold.token}=`]) {
      const path = `/holds/${hold.id}`
      expectProblem(await call('PATCH', path, { renew: true }, token), 'not_found')
      expectProblem(await call('DELETE', path, undefined, token), 'not_found')
    }
    expect((await call('GET', `/bookings/${booking.id}`, undefined, manageToken)).status).toBe(200)
    expect(await slotAt(world, '2027-01-13T11:00:00Z')).toMatchObject({ state: 'held' })
  })

  it.each([
    ['DELETE', '/bookings/id-000001', 'GET, HEAD, PATCH'],
    ['PUT', '/holds/id-000001', 'PATCH, DELETE'],
    ['POST', '/experts', 'GET, HEAD'],
    ['GET', '/holds', 'POST'],
    ['OPTIONS', '/bookings', 'POST, GET, HEAD'],
    ['PATCH', '/experts/ada-lovelace/slots', 'GET, HEAD'],
  ])('is the method %s of %s', async (method, path, allowed) => {
    const answer = await call(method, path)
    expectProblem(answer, 'method_not_allowed')
    expect(answer.headers['allow']).toBe(allowed)
  })
})
