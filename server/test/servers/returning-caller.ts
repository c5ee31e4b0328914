import { setTimeout as delay } from 'node:timers/promises'
import type { Seats } from '@expertconnect/contract/realtime'
import { connect, type Listener, type Told } from '../realtime/listener.ts'

const pauseMs = 200

export interface Heard {
  readonly bookingId: string
  readonly seats: Seats
  readonly absence?: { readonly role: string; readonly why: string }
}

/** One side of a call as its page is: whenever its line breaks it comes back to its seat, at whichever server is there. */
export class ReturningCaller {
  /** Whatever any of its connections was told, in order. */
  readonly told: Told[] = []
  /** Who sits there, as it was told last. */
  seats: Seats = {}
  readonly seat: string
  /** Where it goes when it comes back. */
  url: string
  private readonly bookingId: string
  private readonly token: string
  private current: Listener | undefined
  private stopped = false

  private constructor(url: string, bookingId: string, token: string, seat: string) {
    this.url = url
    this.bookingId = bookingId
    this.token = token
    this.seat = seat
  }

  static async of(
    url: string,
    call: { readonly id: string; readonly token: string },
    seat: string,
  ): Promise<ReturningCaller> {
    const caller = new ReturningCaller(url, call.id, call.token, seat)
    await caller.come()
    void caller.stay()
    return caller
  }

  isThere(): boolean {
    return this.current?.isConnected() ?? false
  }

  heard(): Heard[] {
    return this.told.filter(({ name }) => name === 'callUpdated').map(({ event }) => event as Heard)
  }

  ends(): string[] {
    return this.told
      .filter(({ name }) => name === 'callEnded')
      .map(({ event }) => (event as { reason: string }).reason)
  }

  bodies(): string[] {
    return this.told
      .filter(({ name }) => name === 'callSignal')
      .map(({ event }) => (event as { body: string }).body)
  }

  /** False where it was not passed on: it is said again by whoever wants it to arrive. */
  async signal(to: string, body: string): Promise<boolean> {
    try {
      const answer = (await this.current?.ask('call:signal', { to, body })) as { ok?: boolean }
      return answer?.ok === true
    } catch {
      return false
    }
  }

  /** Over a line that broke on the way as well. */
  drop(): void {
    this.current?.close()
  }

  /** For good; the server may learn of it. */
  async leave(): Promise<void> {
    this.stopped = true
    await this.current?.ask('call:leave', {})
    this.current?.close()
  }

  close(): void {
    this.stopped = true
    this.current?.close()
  }

  private async come(): Promise<void> {
    const response = await fetch(`${this.url}/api/v1/bookings/${this.bookingId}/call`, {
      headers: { Authorization: `Bearer ${this.token}` },
    })
    const { ticket } = (await response.json()) as { ticket?: string }
    const listener = await connect(this.url)
    listener.onTold((told) => {
      this.told.push(told)
      if (told.name === 'callUpdated') this.seats = (told.event as Heard).seats
    })
    const answer = (await listener.ask('call:join', { ticket, seat: this.seat })) as {
      ok: boolean
      data?: { seats: Seats }
    }
    if (!answer.ok || !answer.data) {
      listener.close()
      throw new Error(`It was not let in: ${JSON.stringify(answer)}`)
    }
    this.seats = answer.data.seats
    this.current = listener
  }

  private async stay(): Promise<void> {
    while (!this.stopped) {
      if (!this.isThere()) await this.come().catch(() => undefined)
      await delay(pauseMs)
    }
  }
}
