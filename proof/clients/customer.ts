import { setTimeout as delay } from 'node:timers/promises'
import { createDice } from '../built.ts'
import type { History, Operation } from '../history.ts'
import type { Answer, Own } from './own.ts'
import { codeOf, send } from './send.ts'
import { createWishes, type Market, type Wish } from './wishes.ts'

/** Between two requests of one person, at most. */
const restMs = 60
const patienceMs = 200
/** A line that was idle may be closed at the moment in which it is used again. */
const settleTries = 3

/** Somebody who holds, books, moves, extends and cancels, and remembers exactly what they were told. */
export class Customer {
  readonly own = new Map<string, Own>()
  readonly name: string
  /** What was sent with a key and never answered. */
  private unanswered: Wish[] = []
  /** Answered requests with a key, of which some are sent once more. */
  private readonly answered: { readonly wish: Wish; readonly operation: Operation }[] = []
  private readonly history: History
  private readonly dice: () => number
  private readonly wishes: ReturnType<typeof createWishes>

  constructor(name: string, seed: string, history: History, market: Market) {
    this.name = name
    this.history = history
    this.dice = createDice(`${seed} ${name}`)
    this.wishes = createWishes(name, this.dice, market)
  }

  /** Goes on until it is stopped. Where an answer stays away it asks again first. */
  async stay(url: string, stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      if (this.unanswered.length > 0) await this.settle(url)
      const wish = this.wishes.next([...this.own.values()])
      const isTwice = wish.key !== undefined && this.dice() < 0.1
      const isAnswered = isTwice ? await this.twice(url, wish) : await this.once(url, wish)
      await delay(isAnswered ? this.dice() * restMs : patienceMs)
    }
  }

  /** Asks again for what was left without an answer, until there is one; then once more, to be told the same. */
  async settle(url: string): Promise<void> {
    for (let tries = 0; tries < settleTries && this.unanswered.length > 0; tries++) {
      for (const wish of this.unanswered.splice(0)) {
        if (await this.once(url, wish)) await this.again(url)
      }
    }
  }

  /** Sends some of what was answered before once more, from the whole run. */
  async repeat(url: string, count: number): Promise<void> {
    for (let index = 0; index < count; index++) await this.again(url, this.dice())
  }

  private async once(url: string, wish: Wish): Promise<boolean> {
    const operation = await send(this.history, this.name, url, wish)
    if (operation.outcome === 'unknown') this.miss(wish)
    else await this.take(url, wish, operation)
    return operation.outcome !== 'unknown'
  }

  /** Somebody whose finger trembles. */
  private async twice(url: string, wish: Wish): Promise<boolean> {
    const [first, second] = await Promise.all([
      send(this.history, this.name, url, wish),
      send(this.history, this.name, url, wish),
    ])
    const known = [first, second].filter(({ outcome }) => outcome !== 'unknown')
    const [one] = known.toSorted((a, b) => (a.status ?? 0) - (b.status ?? 0))
    if (!one) {
      this.miss(wish)
      return false
    }
    // One of them may have been refused before the time became free, and the other one not.
    const [done, also] = known.filter(({ outcome }) => outcome === 'ok')
    if (done && also) this.demandSame(done, also)
    // One was refused, and of the other one nobody knows.
    if (known.length < 2 && one.outcome !== 'ok') {
      this.miss(wish)
      return false
    }
    await this.take(url, wish, one)
    return known.length === 2
  }

  private async take(url: string, wish: Wish, operation: Operation): Promise<void> {
    if ((operation.status ?? 0) >= 500) {
      this.history.violate('I2', 'an answer that nobody should get', operation)
    }
    if (operation.outcome !== 'ok') return this.refused(wish, operation)
    this.remember(wish, operation)
    if (wish.key === undefined) return
    this.answered.push({ wish, operation })
    const chance = this.dice()
    if (chance < 0.12) await this.again(url)
    else if (chance < 0.18) await this.otherwise(url, wish)
  }

  /** The same key once more: the last answer, or one of those before it. */
  private async again(url: string, place = 1): Promise<void> {
    const index = Math.min(Math.floor(place * this.answered.length), this.answered.length - 1)
    const before = this.answered[index]
    if (!before) return
    const operation = await send(this.history, this.name, url, before.wish)
    if (operation.outcome !== 'unknown') this.demandSame(before.operation, operation)
  }

  /** The same key with another wish. */
  private async otherwise(url: string, wish: Wish): Promise<void> {
    const body = { ...(wish.body as object) } as Record<string, unknown>
    if (wish.path === '/holds') body.holder = `${this.name}-other`
    else body.topic = 'Canary of another wish'
    if ('status' in body) return
    const operation = await send(this.history, this.name, url, { ...wish, body })
    const isRefused = operation.status === 422 && codeOf(operation) === 'key_reused'
    // A move with a topic is still the same move.
    if (operation.outcome === 'unknown' || isRefused) return
    if (operation.answer === this.answered.at(-1)?.operation.answer) return
    this.history.violate('I3', 'a key was good for something else', operation)
  }

  private demandSame(first: Operation, second: Operation): void {
    if (first.status === second.status && first.answer === second.answer) return
    this.history.violate('I3', 'the same key was answered otherwise', { first, second })
  }

  private miss(wish: Wish): void {
    if (wish.key !== undefined || wish.method === 'DELETE') this.unanswered.push(wish)
    if (wish.of) this.doubt(wish.of, true)
  }

  private doubt({ id }: Own, isDoubtful: boolean): void {
    const known = this.own.get(id)
    if (known) this.own.set(id, { ...known, isDoubtful })
  }

  /** Nothing has changed. A hold that cannot be changed has run out, and nothing more is done with it. */
  private refused({ of }: Wish, operation: Operation): void {
    if (!of) return
    if (of.state === 'held') return this.doubt(of, operation.status !== 409 || this.isDoubted(of))
    this.doubt(of, false)
    if (codeOf(operation) === 'stale_version') {
      this.history.violate('I2', 'what was acknowledged is not what stands', { of, operation })
    }
  }

  private isDoubted({ id }: Own): boolean {
    return this.own.get(id)?.isDoubtful === true
  }

  private remember(wish: Wish, { answer, life }: Operation): void {
    const told = JSON.parse(answer === '' ? '{}' : (answer ?? '{}')) as Answer
    const { booking } = told
    if (booking) {
      const before = this.own.get(booking.id)
      this.own.set(booking.id, {
        id: booking.id,
        expertId: before?.expertId ?? wish.expertId ?? '',
        token: told.manageToken ?? before?.token ?? '',
        state: booking.status === 'cancelled' ? 'cancelled' : 'booked',
        version: booking.version,
        startsAt: booking.startsAt,
        minutes: booking.minutes,
        ...(booking.status === 'cancelled' ? { cancelledIn: life } : {}),
      })
      return
    }
    if (wish.method === 'DELETE' && wish.of) return this.released(wish.of)
    const { id = '', version = 0, startsAt = '', expiresAt } = told
    const before = this.own.get(id)
    const token = told.token ?? before?.token ?? ''
    const { minutes } = wish.body as { readonly minutes?: number }
    this.own.set(id, {
      id,
      expertId: before?.expertId ?? wish.expertId ?? '',
      token,
      state: 'held',
      version,
      startsAt,
      expiresAt,
      minutes: minutes ?? before?.minutes ?? 0,
    })
  }

  /** Whoever was second learns nothing of the version; it is the one after the hold's. */
  private released({ id }: Own): void {
    const known = this.own.get(id)
    if (known?.state !== 'held') return
    const version = known.version + 1
    this.own.set(id, { ...known, state: 'released', version })
  }
}
