import { setTimeout as delay } from 'node:timers/promises'
import type { Booking } from '@expertconnect/contract/bookings'
import { send, type Sent, type Target } from '../crash/customer.ts'
import { newKey } from '../harness.ts'

/** Somebody who books and moves, and asks again with the same key until there is an answer that says what happened. */
export class Buyer {
  /** As the last answer has them. */
  readonly bookings = new Map<string, Pick<Booking, 'id' | 'version' | 'startsAt'>>()
  /** When a change was acknowledged, on the machine's monotonic clock. */
  readonly servedAt: number[] = []
  /** Answers that nobody should get. */
  readonly faults: string[] = []
  private readonly tokens = new Map<string, string>()
  private readonly name: string
  private readonly target: Target

  constructor(name: string, target: Target) {
    this.name = name
    this.target = target
  }

  async buy(url: string, stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      const own = [...this.bookings.values()].at(-1)
      if (own && Math.random() < 0.3) await this.move(url, own)
      else await this.buyOne(url)
    }
  }

  /** Tries until a slot was free. */
  async buyOne(url: string): Promise<void> {
    const { expertId, minutes } = this.target
    const customer = { name: this.name, email: `${this.name}@example.com` }
    for (;;) {
      const body = { expertId, startsAt: this.anyStart(), minutes, customer, timeZone: 'UTC' }
      if (await this.ask(url, { method: 'POST', path: '/bookings', body, key: newKey() })) return
    }
  }

  private async move(url: string, { id, version }: Pick<Booking, 'id' | 'version'>): Promise<void> {
    const body = { version, startsAt: this.anyStart() }
    const token = this.tokens.get(id)
    await this.ask(url, { method: 'PATCH', path: `/bookings/${id}`, body, key: newKey(), token })
  }

  /** True if it was done. */
  private async ask(url: string, sent: Sent): Promise<boolean> {
    for (;;) {
      const answer = await send(url, sent)
      if (answer && answer.status < 300) {
        this.servedAt.push(performance.now())
        const { booking, manageToken } = JSON.parse(answer.text) as {
          booking: Booking
          manageToken?: string
        }
        this.bookings.set(booking.id, booking)
        if (manageToken) this.tokens.set(booking.id, manageToken)
        return true
      }
      if (answer && answer.status < 500) {
        // Somebody else was faster, or it is at this time already.
        if (answer.status !== 409 && answer.status !== 422) this.faults.push(answer.text)
        return false
      }
      if (answer && answer.status !== 503) this.faults.push(`${answer.status} ${answer.text}`)
      await delay(100)
    }
  }

  private anyStart(): string {
    const { starts } = this.target
    return starts[Math.floor(Math.random() * starts.length)] ?? ''
  }
}
