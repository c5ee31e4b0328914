import { setTimeout as delay } from 'node:timers/promises'
import type { Call } from '@expertconnect/contract/calls/shapes'
import type { Ack, Seats } from '@expertconnect/contract/realtime'
import type { BookingRecord } from '../../server/src/domain/bookings/booking.ts'
import { connect, type Listener, type Told } from '../../server/test/realtime/listener.ts'
import { createTokens } from '../built.ts'
import type { History } from '../history.ts'
import { send } from './send.ts'

const restMs = 120
const signalsEach = 3

const sides = ['customer', 'expert'] as const
type Side = (typeof sides)[number]

type Answered<T> = Parameters<Ack<T>>[0]

/** Two people who meet again and again in whatever session is under way, and a stranger who tries to come in. */
export class Callers {
  /** How often somebody came in. */
  joined = 0
  private readonly history: History
  private readonly bookings: readonly BookingRecord[]
  private readonly tokens: ReturnType<typeof createTokens>
  private readonly now: () => number
  private readonly seats = new Set<string>()
  private readonly signals = new Set<string>()
  private count = 0

  constructor(
    history: History,
    bookings: readonly BookingRecord[],
    secret: string,
    now: () => number,
  ) {
    this.history = history
    this.bookings = bookings
    this.tokens = createTokens(secret)
    this.now = now
  }

  async stay(url: string, stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      const now = this.now()
      const booking = this.bookings.find(({ startsAt, endsAt }) => startsAt <= now && now < endsAt)
      // A server that is killed breaks off whatever is said.
      if (booking) await this.meet(url, booking).catch(() => undefined)
      await delay(restMs)
    }
  }

  private async meet(url: string, booking: BookingRecord): Promise<void> {
    const tokenOf = {
      customer: this.tokens.forCustomer(booking),
      expert: this.tokens.forExpert(booking),
    }
    await this.refuseStranger(url, booking.id)
    const lines: Listener[] = []
    try {
      const seats: string[] = []
      for (const side of sides) {
        const ticket = await this.ticketOf(url, booking.id, side, tokenOf[side])
        if (ticket === undefined) return
        const line = await connect(url)
        lines.push(line)
        line.onTold((told) => this.hear(told, booking.id))
        const seat = `seat-${side}-${++this.count}`
        this.seats.add(seat)
        const answer = (await line.ask('call:join', { ticket, seat })) as Answered<{ seats: Seats }>
        if (!answer.ok) return
        this.joined++
        if (answer.data.seats[side] !== seat) {
          this.history.violate('I5', 'who came in does not sit there', { seat, answer })
        }
        seats.push(seat)
      }
      await this.talk(lines, seats)
      await Promise.all(lines.map((line) => line.ask('call:leave', {})))
    } finally {
      for (const line of lines) line.close()
    }
  }

  private async talk(lines: readonly Listener[], seats: readonly string[]): Promise<void> {
    for (let index = 0; index < signalsEach; index++) {
      for (const [from, line] of lines.entries()) {
        const body = `signal ${++this.count}`
        this.signals.add(body)
        await line.ask('call:signal', { to: seats[1 - from], body })
      }
    }
  }

  private async ticketOf(
    url: string,
    id: string,
    who: Side,
    token: string,
  ): Promise<string | undefined> {
    const asked = { method: 'GET', path: `/bookings/${id}/call`, token } as const
    const { outcome, answer = '' } = await send(this.history, who, url, asked)
    return outcome === 'ok' ? (JSON.parse(answer) as Call).ticket : undefined
  }

  private async refuseStranger(url: string, id: string): Promise<void> {
    const asked = { method: 'GET', path: `/bookings/${id}/call`, token: 'x'.repeat(43) } as const
    const operation = await send(this.history, 'stranger', url, asked)
    if (operation.outcome === 'unknown' || operation.status === 404) return
    this.history.violate('I7', 'a stranger was let into a room', operation)
  }

  /** Nobody hears of a seat that nobody took, or of what nobody said. */
  private hear({ name, event }: Told, bookingId: string): void {
    const told = event as { bookingId?: string; seats?: Seats; body?: string }
    const seats = Object.values(told.seats ?? {})
    const isKnown =
      (told.bookingId === undefined || told.bookingId === bookingId) &&
      seats.every((seat) => seat === undefined || this.seats.has(seat)) &&
      (told.body === undefined || this.signals.has(told.body))
    if (!isKnown) this.history.violate('I5', `${name} tells of what never was`, event)
  }
}
