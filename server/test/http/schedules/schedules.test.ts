import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refreshNextFree } from '../../../src/jobs/refresh-next-free.ts'
import { createBrowser } from '../../browser.ts'
import { type World, newKey } from '../../harness.ts'
import { type Browser, expectCode, signedIn, startDesk } from '../desk-world.ts'
import { bookingInput, makeBooking, makeHold, readBoard, slotAt, tuesdayTen } from '../requests.ts'

const nineToFive = [{ from: '09:00', to: '17:00' }]
const closed = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }

let world: World
let ada: Browser
beforeEach(async () => {
  world = await startDesk()
  ada = await signedIn(world, 'ada-lovelace@example.com')
})
afterEach(() => world.stop())

const read = async (browser = ada) => (await browser.send('getSchedule')).body
const change = async (body: Record<string, unknown>) =>
  (await ada.send('changeSchedule', { body })).body
const refuse = (body: Record<string, unknown>) => ada.refuse('changeSchedule', { body })

describe('an expert’s schedule', () => {
  it('is read and changed by the expert, part by part', async () => {
    expect(await read()).toEqual({
      version: 1,
      timeZone: 'Europe/London',
      weekly: {
        ...closed,
        1: nineToFive,
        2: nineToFive,
        3: nineToFive,
        4: nineToFive,
        5: nineToFive,
      },
      exceptions: [],
      sessionLengths: [30, 60],
      policy: {
        noticeMinutes: 0,
        horizonDays: 60,
        gapMinutes: 0,
        stepMinutes: 30,
        cancellationMinutes: 1440,
      },
      paused: false,
    })
    const weekly = {
      ...closed,
      2: [
        { from: '20:00', to: '24:00' },
        { from: '09:00', to: '12:30' },
      ],
    }
    const policy = { gapMinutes: 15, stepMinutes: 60 }
    const changed = await change({ version: 1, weekly, policy, sessionLengths: [90, 45, 90] })
    expect(changed).toMatchObject({
      version: 2,
      weekly: {
        ...closed,
        2: [
          { from: '09:00', to: '12:30' },
          { from: '20:00', to: '24:00' },
        ],
      },
      sessionLengths: [45, 90],
      policy: { noticeMinutes: 0, gapMinutes: 15, stepMinutes: 60 },
    })
    expect(await read()).toEqual(changed)
    const board = await readBoard(world)
    const starts = board.days.flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt))
    expect(starts).toEqual([
      '2027-01-12T09:00:00Z',
      '2027-01-12T10:00:00Z',
      '2027-01-12T11:00:00Z',
      '2027-01-12T20:00:00Z',
      '2027-01-12T21:00:00Z',
      '2027-01-12T22:00:00Z',
      '2027-01-12T23:00:00Z',
    ])
  })

  it('takes exceptions in any order, drops those that have passed, and keeps yesterday’s', async () => {
    const exceptions = ['2027-02-01', '2027-01-12', '2027-01-10', '2027-01-09'].map((date) => {
      return { date, hours: [] }
    })
    const changed = await change({ version: 1, exceptions })
    expect(changed.exceptions.map(({ date }) => date)).toEqual([
      '2027-01-10',
      '2027-01-12',
      '2027-02-01',
    ])
    const tuesday = (await readBoard(world)).days.find(({ date }) => date === '2027-01-12')
    expect(tuesday).toEqual({ date: '2027-01-12', reason: 'time_off', slots: [] })
    expect((await change({ version: 2, exceptions: [] })).exceptions).toEqual([])
  })

  it('is refused with every fault and where it is', async () => {
    const weekly = {
      ...closed,
      1: [{ from: '17:00', to: '09:00' }],
      3: [nineToFive[0], { from: '16:45', to: '18:00' }, { from: '18:00', to: '19:00' }],
      4: [{ from: '12:00', to: '13:00' }, nineToFive[0]],
    }
    const exceptions = [
      { date: '2027-02-01', hours: [] },
      { date: '2027-02-02', hours: [nineToFive[0], nineToFive[0]] },
      { date: '2027-02-01', hours: [{ from: '09:00', to: '09:00' }] },
    ]
    const { body } = await refuse({ version: 1, weekly, exceptions })
    expect(body.code).toBe('invalid_input')
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual([
      '#/weekly/1/0/to',
      '#/weekly/3/1/from',
      '#/weekly/4/0/from',
      '#/exceptions/1/hours/1/from',
      '#/exceptions/2/date',
      '#/exceptions/2/hours/0/to',
    ])
    const shapes = [
      [{ weekly: { ...closed, 1: [{ from: '09:10', to: '10:00' }] } }, '#/weekly/1/0/from'],
      [{ exceptions: [{ date: '2027-02-30', hours: [] }] }, '#/exceptions/0/date'],
      [{ sessionLengths: [] }, '#/sessionLengths'],
      [{ sessionLengths: [50] }, '#/sessionLengths/0'],
      [{ policy: { gapMinutes: 10 } }, '#/policy/gapMinutes'],
      [{ policy: { horizonDays: 91 } }, '#/policy/horizonDays'],
      [{ timeZone: 'Mars/Olympus' }, '#/timeZone'],
      [{}, '#'],
    ] as const
    for (const [part, pointer] of shapes) {
      const answer = await refuse({ version: 1, ...part })
      expect(answer.body).toMatchObject({ code: 'invalid_input', errors: [{ pointer }] })
    }
    expect((await read()).version).toBe(1)
  })

  it('is changed by one of two who saw the same', async () => {
    const both = await Promise.allSettled(
      [15, 30].map((gapMinutes) => change({ version: 1, policy: { gapMinutes } })),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expectCode(await refuse({ version: 1, paused: true }), 'stale_version')
    expect((await read()).version).toBe(2)
  })

  it('is nobody’s who is not signed in as an expert', async () => {
    const customer = await signedIn(world, 'grace@example.com')
    const body = { version: 1, paused: true }
    expectCode(await createBrowser(world).refuse('getSchedule'), 'signed_out')
    expectCode(await createBrowser(world).refuse('changeSchedule', { body }), 'signed_out')
    expectCode(await customer.refuse('getSchedule'), 'forbidden')
    expectCode(await customer.refuse('changeSchedule', { body }), 'forbidden')
  })

  it('leaves what is booked as it is', async () => {
    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    await change({ version: 1, weekly: closed, sessionLengths: [45], paused: true })
    const asked = { params: { id: booking.id }, bearer: manageToken }
    const { expert: _expert, ...kept } = (await world.send('getBooking', asked)).body.booking
    expect(booking).toMatchObject(kept)
    expect((await readBoard(world)).occupied).toHaveLength(1)
  })
})

describe('a pause', () => {
  it('ends booking, moving and holding until it is over', async () => {
    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    const startsAt = '2027-01-13T10:00:00Z'
    await change({ version: 1, paused: true })
    const board = await readBoard(world)
    expect(board.days.map(({ reason, slots }) => [reason, slots.length])).toEqual(
      board.days.map(() => ['paused', 0]),
    )
    const hold = { expertId: 'expert-ada', startsAt, minutes: 30 }
    expectCode(await world.refuse('createHold', { body: hold, key: newKey() }), 'paused')
    const input = bookingInput(startsAt)
    expectCode(await world.refuse('createBooking', { body: input, key: newKey() }), 'paused')
    const params = { id: booking.id }
    const move = { params, bearer: manageToken, key: newKey(), body: { version: 1, startsAt } }
    expectCode(await world.refuse('changeBooking', move), 'paused')
    await refreshNextFree({ storage: world.storage, clock: () => world.clock.now })
    const { body } = await world.send('getExpert', { params: { slug: 'ada-lovelace' } })
    expect(body.nextFreeAt).toBeNull()
    await change({ version: 2, paused: false })
    expect(await slotAt(world, startsAt)).toMatchObject({ state: 'free' })
    await makeBooking(world, startsAt)
  })

  it('takes from nobody what was kept for them before', async () => {
    const hold = await makeHold(world, tuesdayTen)
    await change({ version: 1, paused: true })
    const made = await makeBooking(world, tuesdayTen, { hold: { id: hold.id, token: hold.token } })
    expect(made.booking).toMatchObject({ id: hold.id, status: 'booked' })
  })
})
