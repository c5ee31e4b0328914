import { formatInstant, type Instant, parseInstant } from '../../src/domain/time/instant.ts'
import { newKey, type World } from '../harness.ts'

/** Tuesday of the week in which the tests play, ten o'clock in London. */
export const tuesdayTen = '2027-01-12T10:00:00Z'

export function later(iso: string, minutes: number): string {
  return formatInstant((parseInstant(iso) + minutes * 60_000) as Instant)
}

export function bookingInput(startsAt: string, more: Record<string, unknown> = {}) {
  return {
    expertId: 'expert-ada',
    startsAt,
    minutes: 30,
    customer: { name: 'Grace Hopper', email: 'grace@example.com', phone: '+1 202 555 0101' },
    topic: 'A compiler that nobody believes in',
    timeZone: 'America/New_York',
    ...more,
  }
}

/** A booking that succeeded, with its token. */
export async function makeBooking(
  world: World,
  startsAt: string,
  more: Record<string, unknown> = {},
) {
  const { body } = await world.send('createBooking', {
    body: bookingInput(startsAt, more),
    key: newKey(),
  })
  return body
}

export async function makeHold(world: World, startsAt: string, more: Record<string, unknown> = {}) {
  const { body } = await world.send('createHold', {
    body: { expertId: 'expert-ada', startsAt, minutes: 30, ...more },
    key: newKey(),
  })
  return body
}

/** Ada's board from the Monday to the Friday of the week. */
export async function readBoard(world: World, query: Record<string, string | number> = {}) {
  const { body } = await world.send('getBoard', {
    params: { slug: 'ada-lovelace' },
    query: { from: '2027-01-11', to: '2027-01-15', timeZone: 'Europe/London', ...query },
  })
  return body
}

export async function slotAt(world: World, startsAt: string, query = {}) {
  const board = await readBoard(world, query)
  return board.days.flatMap((day) => day.slots).find((slot) => slot.startsAt === startsAt)
}
