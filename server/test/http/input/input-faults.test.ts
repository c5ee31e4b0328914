import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newKey, startWorld, type World } from '../../harness.ts'
import { rawRequest, type RawRequest } from '../../raw-request.ts'
import { expectProblem } from '../problem-check.ts'
import { bookingInput, makeBooking, makeHold, readBoard, tuesdayTen } from '../requests.ts'

let world: World
let hold: Awaited<ReturnType<typeof makeHold>>
let made: Awaited<ReturnType<typeof makeBooking>>

const heldAt = '2027-01-14T10:00:00Z'
const bookedAt = '2027-01-15T10:00:00Z'

beforeAll(async () => {
  world = await startWorld()
  hold = await makeHold(world, heldAt)
  made = await makeBooking(world, bookedAt)
})
afterAll(() => world.stop())

type Body = Record<string, unknown>
type Sent = RawRequest & { readonly json?: unknown }

function call(method: string, path: string, { json, ...sent }: Sent = {}) {
  return rawRequest(world.url, `/api/v1${path}`, {
    method,
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    ...sent,
    headers: {
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
      'Idempotency-Key': newKey(),
      ...sent.headers,
    },
  })
}

/** The body with one part replaced by something else; `undefined` leaves it out. */
function spoil(body: Body, pointer: string, value: unknown): Body {
  const [first = '', ...rest] = pointer.replace('#/', '').split('/')
  const inner = body[first]
  const changed = rest.length > 0 ? spoil((inner ?? {}) as Body, rest.join('/'), value) : value
  return { ...body, [first]: changed }
}

const holdInput = { expertId: 'expert-ada', startsAt: tuesdayTen, minutes: 30 }
const faultyIds = [
  undefined,
  null,
  5,
  '',
  'short',
  '../../etc/passwd',
  'x'.repeat(65),
  ['expert-ada'],
]
const faultyInstants = [
  undefined,
  null,
  5,
  '',
  'tomorrow',
  '2027-01-12',
  '2027-01-12T10:00:00',
  '2027-01-12T10:00:00+01:00',
  '2027-02-30T10:00:00Z',
  '2027-01-12T24:00:00Z',
  {},
]
const faultyMinutes = [undefined, null, '30', 30.5, 0, -30, 14, 481, 1e21, [30]]
const faultyZones = [
  undefined,
  null,
  5,
  '',
  'Mars/Olympus',
  '+05:45',
  'Europe/London\n',
  'A'.repeat(65),
]
const faultyEmails = [
  undefined,
  null,
  5,
  '',
  ' ',
  'grace',
  'grace@',
  '@example.com',
  'grace@localhost',
  'grace@example.com,eve@example.com',
  'grace@example.com, eve@example.com',
  'grace@example.com\r\nBcc: eve@example.com',
  'grace@example.com\nX: y',
  'Grace <g@example.com>',
  'grace hopper@example.com',
  'grace@example.com\u0000',
  `${'g'.repeat(250)}@example.com`,
]

describe('a faulty field is named, and only it', () => {
  const start: [string, unknown[]][] = [
    ['#/expertId', faultyIds],
    ['#/startsAt', faultyInstants],
    ['#/minutes', faultyMinutes],
  ]

  it.each([...start, ['#/holder', [null, 5, '', 'short', 'x'.repeat(65)]]] as typeof start)(
    'POST /holds, %s',
    async (pointer, values) => {
      for (const value of values) {
        const answer = await call('POST', '/holds', { json: spoil(holdInput, pointer, value) })
        expectProblem(answer, 'invalid_input', [pointer])
      }
    },
  )

  it.each([
    ...start,
    ['#/hold', [null, 'id', 5]],
    ['#/hold/id', [undefined, 5, 'short']],
    ['#/hold/token', [undefined, 5, 'x'.repeat(201)]],
    ['#/customer', [undefined, null, 'Grace', 5]],
    ['#/customer/name', [undefined, null, 5, '', '  ', '\r\n\u0000', 'x'.repeat(121)]],
    ['#/customer/email', faultyEmails],
    ['#/customer/phone', [null, 5, '', 'call me', '1234', '+1 202 <555> 0101', '1'.repeat(40)]],
    ['#/topic', [null, 5, 'x'.repeat(2001)]],
    ['#/timeZone', faultyZones],
  ] as typeof start)('POST /bookings, %s', async (pointer, values) => {
    const input = { ...bookingInput(tuesdayTen), hold: { id: 'unknown-hold', token: 'x' } }
    for (const value of values) {
      const answer = await call('POST', '/bookings', { json: spoil(input, pointer, value) })
      expectProblem(answer, 'invalid_input', [pointer])
    }
  })

  it.each<[Body, string[]]>([
    [{ renew: false }, ['#/renew']],
    [{ renew: 'yes' }, ['#/renew']],
    [{ startsAt: 'noon', minutes: 30 }, ['#/startsAt']],
    [{ startsAt: 'noon', minutes: '30' }, ['#/startsAt', '#/minutes']],
  ])('PATCH /holds/{id} with %j', async (json, pointers) => {
    const headers = { Authorization: `Bearer ${hold.token}` }
    const answer = await call('PATCH', `/holds/${hold.id}`, { json, headers })
    expectProblem(answer, 'invalid_input', pointers)
  })

  it.each<[Body, string[]]>([
    [{}, ['#/version']],
    [{ version: 1 }, ['#']],
    [{ version: 1, customer: {} }, ['#']],
    [{ topic: 'Mine' }, ['#/version']],
    [{ version: 0, status: 'cancelled' }, ['#/version']],
    [{ version: '1', startsAt: tuesdayTen }, ['#/version']],
    [{ version: 1, status: 'booked' }, ['#/status']],
    [{ version: 1, status: 'cancelled', startsAt: tuesdayTen }, ['#/startsAt']],
    [{ version: 1, status: 'cancelled', reason: 'x'.repeat(501) }, ['#/reason']],
    [{ version: 1, startsAt: 'noon' }, ['#/startsAt']],
    [{ version: 1, startsAt: tuesdayTen, minutes: 7 }, ['#/minutes']],
    [{ version: 1, startsAt: bookedAt }, ['#/startsAt']],
    [{ version: 1, startsAt: bookedAt, minutes: 30 }, ['#/startsAt']],
    [{ version: 1, customer: { name: '' } }, ['#/customer/name']],
    [
      { version: 1, customer: { email: 'grace@example.com,eve@example.com' } },
      ['#/customer/email'],
    ],
    [{ version: 1, customer: { phone: 'call me' } }, ['#/customer/phone']],
    [{ version: 1, topic: 'x'.repeat(2001) }, ['#/topic']],
    [{ version: 1, topic: 5, customer: { name: 5 } }, ['#/topic', '#/customer/name']],
  ])('PATCH /bookings/{id} with %j', async (json, pointers) => {
    const headers = { Authorization: `Bearer ${made.manageToken}` }
    const answer = await call('PATCH', `/bookings/${made.booking.id}`, { json, headers })
    expectProblem(answer, 'invalid_input', pointers)
  })

  const slots = '/experts/ada-lovelace/slots'
  const week = 'from=2027-01-11&to=2027-01-15'
  const cursors = ['x', 'bm8', 'W10', 'WzEsMl0', 'e30', 'x'.repeat(201)]
  it.each<[string, string[]]>([
    [slots, ['#/from', '#/to', '#/timeZone']],
    [`${slots}?from=2027-01-11&timeZone=UTC`, ['#/to']],
    [`${slots}?from=2027-13-01&to=2027-01-15&timeZone=UTC`, ['#/from']],
    [`${slots}?from=2027-01-11&from=2027-01-12&to=2027-01-15&timeZone=UTC`, ['#/from']],
    [`${slots}?from=2027-01-15&to=2027-01-14&timeZone=UTC`, ['#/to']],
    [`${slots}?from=2027-01-01&to=2027-03-04&timeZone=UTC`, ['#/to']],
    ...['14', '481', 'abc', '30.5', ''].map((minutes): [string, string[]] => [
      `${slots}?${week}&timeZone=UTC&minutes=${minutes}`,
      ['#/minutes'],
    ]),
    ...['', 'Mars%2FOlympus', '%2B05%3A45', 'UTC%00'].map((zone): [string, string[]] => [
      `${slots}?${week}&timeZone=${zone}`,
      ['#/timeZone'],
    ]),
    [`/experts?query=${'x'.repeat(201)}`, ['#/query']],
    ['/experts?category=No%20Slug', ['#/category']],
    ['/experts?language=12', ['#/language']],
    ['/experts?maxPrice=-1', ['#/maxPrice']],
    ['/experts?maxPrice=1.5', ['#/maxPrice']],
    ['/experts?sort=name', ['#/sort']],
    ['/experts?limit=0', ['#/limit']],
    ['/experts?limit=61&sort=name&maxPrice=free', ['#/limit', '#/sort', '#/maxPrice']],
    ...cursors.map((cursor): [string, string[]] => [`/experts?cursor=${cursor}`, ['#/cursor']]),
    ['/experts/ada-lovelace/reviews?limit=51', ['#/limit']],
    ...cursors.map((cursor): [string, string[]] => [
      `/experts/ada-lovelace/reviews?cursor=${cursor}`,
      ['#/cursor'],
    ]),
  ])('GET %s', async (path, pointers) => {
    expectProblem(await call('GET', path), 'invalid_input', pointers)
  })

  it('62 days at once are no fault, not even the last ones of the calendar', async () => {
    await readBoard(world, { from: '2027-01-01', to: '2027-03-03' })
    const { days } = await readBoard(world, { from: '9999-10-31', to: '9999-12-31' })
    expect(days.map(({ reason }) => reason)).toEqual(Array(62).fill('beyond_horizon'))
  })
})

it('tells all faults of a form at once', async () => {
  const json = {
    expertId: 'x',
    startsAt: 'noon',
    minutes: 7,
    hold: { id: 'x' },
    customer: { name: ' ', email: 'grace', phone: 'call me' },
    topic: 'x'.repeat(2001),
    timeZone: 'Mars/Olympus',
  }
  expectProblem(await call('POST', '/bookings', { json }), 'invalid_input', [
    '#/expertId',
    '#/startsAt',
    '#/minutes',
    '#/hold/id',
    '#/hold/token',
    '#/customer/name',
    '#/customer/email',
    '#/customer/phone',
    '#/topic',
    '#/timeZone',
  ])
})

it('strips control characters from one-line fields and keeps the lines of a topic', async () => {
  const { booking } = await makeBooking(world, '2027-01-13T10:00:00Z', {
    customer: {
      name: '  Grace\r\nBcc: eve@example.com\u0000\u2028Hopper\u007F ',
      email: ' grace@example.com\r\n',
    },
    topic: ' One\r\ntwo\u0007\rthree\tfour\u0000 ',
  })
  expect(await world.storage.bookings.find(booking.id)).toMatchObject({
    customer: { name: 'Grace Bcc: eve@example.com Hopper', email: 'grace@example.com' },
    topic: 'One\ntwo\nthree\tfour',
  })
})

it('refuses a name of which nothing is seen, and text with half a character', async () => {
  const email = 'grace@example.com'
  for (const name of ['\u3164', '\u200B\u200D', '\u2800 \u00AD', '\u{E0041}', 'Grace\uD83D']) {
    const { status, body } = await world.refuse('createBooking', {
      body: bookingInput('2027-01-13T11:00:00Z', { customer: { name, email } }),
      key: newKey(),
    })
    expect([status, body.errors?.map(({ pointer }) => pointer)]).toEqual([422, ['#/customer/name']])
  }
})

it('nothing of all this has left a trace', async () => {
  const { occupied } = await readBoard(world)
  const starts = occupied.map(({ startsAt, version }) => `${startsAt} ${version}`)
  expect(starts).toEqual(['2027-01-13T10:00:00Z 1', `${heldAt} 1`, `${bookedAt} 1`])
})
