import { setTimeout as delay } from 'node:timers/promises'
import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { bookingInput } from '../http/requests.ts'
import { send, type Sent } from '../crash/customer.ts'
import { newKey } from '../harness.ts'

const pauseMs = 100

type Own = Pick<Booking, 'id' | 'version' | 'status' | 'startsAt'> & { readonly token: string }

/** Somebody who books, moves and cancels, and asks again with the same key until there is an answer that says what happened. */
export class Buyer {
  /** As the last answer has them. */
  readonly own = new Map<string, Own>()
  /** When a change was acknowledged, on the machine's monotonic clock. */
  readonly servedAt: number[] = []
  readonly acknowledgedKeys: string[] = []
  readonly refusedKeys: string[] = []
  /** How often it asked again. */
  retries = 0
  /** Answers that nobody should get. */
  readonly faults: string[] = []
  private readonly url: string
  private readonly starts: readonly string[]

  /** Wants one of `starts` each time, at the server of `url`. */
  constructor(url: string, starts: readonly string[]) {
    this.url = url
    this.starts = starts
  }

  async buy(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      const booked = any([...this.own.values()].filter(({ status }) => status === 'booked'))
      const chance = Math.random()
      if (!booked || chance < 0.4) await this.book()
      else if (chance < 0.7) await this.change(booked, { startsAt: any(this.starts) })
      else await this.change(booked, { status: 'cancelled' })
    }
  }

  private async book(): Promise<void> {
    const body = bookingInput(any(this.starts) ?? '')
    await this.settle({ method: 'POST', path: '/bookings', body, key: newKey() })
  }

  private async change({ id, version, token }: Own, change: object): Promise<void> {
    const body = { version, ...change }
    await this.settle({ method: 'PATCH', path: `/bookings/${id}`, body, key: newKey(), token })
  }

  private async settle(sent: Sent): Promise<void> {
    for (;;) {
      const answer = await send(this.url, sent)
      if (answer && answer.status < 300) return this.take(sent, answer.text)
      if (answer && answer.status < 500) {
        // Somebody else was faster, or it is at this time already.
        if (![409, 422].includes(answer.status)) this.faults.push(answer.text)
        this.refusedKeys.push(sent.key)
        return
      }
      if (answer && !(answer.status === 503 && Number(answer.retryAfter) > 0)) {
        this.faults.push(`${answer.status} ${answer.text}`)
      }
      this.retries++
      await delay(pauseMs)
    }
  }

  private take({ key }: Sent, text: string): void {
    this.servedAt.push(performance.now())
    this.acknowledgedKeys.push(key)
    const { booking, manageToken } = JSON.parse(text) as { booking: Booking; manageToken?: string }
    const token = manageToken ?? this.own.get(booking.id)?.token ?? ''
    this.own.set(booking.id, { ...booking, token })
  }
}

function any<T>(from: readonly T[]): T | undefined {
  return from[Math.floor(Math.random() * from.length)]
}
