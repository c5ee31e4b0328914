import type { Booking, Hold } from '@expertconnect/contract/bookings/shapes'
import { endpoints } from '@expertconnect/contract/endpoints'
import { bookingInput } from '../http/requests.ts'
import { type Answered, send, type Sent } from '../crash/customer.ts'
import { newKey } from '../harness.ts'
import { startAt } from './shared-store.ts'

export interface Made {
  readonly booking: Booking
  readonly manageToken: string
}

/** Whatever the answer is. */
export async function ask(
  url: string,
  sent: Omit<Sent, 'key'> & { readonly key?: string },
): Promise<Answered> {
  const answer = await send(url, { key: newKey(), ...sent })
  if (!answer) throw new Error(`${sent.path} was left without an answer`)
  return answer
}

async function demand<T>(url: string, sent: Parameters<typeof ask>[1]): Promise<T> {
  const { status, text } = await ask(url, sent)
  if (status >= 300) throw new Error(`${sent.path} answered ${status}: ${text}`)
  return (text === '' ? null : JSON.parse(text)) as T
}

export function holdAt(url: string, startsAt: string): Promise<Hold> {
  const body = { expertId: 'expert-ada', startsAt, minutes: 30 }
  return demand(url, { method: 'POST', path: '/holds', body })
}

export function moveHold(url: string, { id, token }: Hold, startsAt: string): Promise<Hold> {
  const body = { startsAt, minutes: 30 }
  return demand(url, { method: 'PATCH', path: `/holds/${id}`, body, token })
}

export function releaseHold(url: string, { id, token }: Hold): Promise<null> {
  return demand(url, { method: 'DELETE', path: `/holds/${id}`, token })
}

export function bookAt(url: string, startsAt: string, hold?: Hold): Promise<Made> {
  const body = bookingInput(startsAt, hold ? { hold: { id: hold.id, token: hold.token } } : {})
  return demand(url, { method: 'POST', path: '/bookings', body })
}

/** Cancels or moves it; what it is afterwards. */
export async function changeTo(
  url: string,
  { booking, manageToken }: Made,
  change: { readonly status: 'cancelled' } | { readonly startsAt: string },
): Promise<Made> {
  const answer = await demand<Pick<Made, 'booking'>>(url, {
    method: 'PATCH',
    path: `/bookings/${booking.id}`,
    body: { version: booking.version, ...change },
    token: manageToken,
  })
  return { booking: answer.booking, manageToken }
}

/** Ada's board of the days that the tests play on. */
export async function readBoard(url: string, headers: Record<string, string> = {}) {
  const [from, to] = [startAt(0), startAt(48 * 17)].map((at) => at.slice(0, 10))
  const query = `from=${from}&to=${to}&timeZone=UTC&minutes=30`
  const response = await fetch(`${url}/api/v1/experts/ada-lovelace/slots?${query}`, { headers })
  const { status } = response
  const board = status === 200 ? endpoints.getBoard.response.parse(await response.json()) : null
  const slots = board?.days.flatMap((each) => each.slots) ?? []
  return {
    status,
    etag: response.headers.get('etag') ?? '',
    retryAfter: response.headers.get('retry-after'),
    occupied: board?.occupied ?? [],
    stateOf: (startsAt: string) => slots.find((slot) => slot.startsAt === startsAt)?.state,
  }
}
