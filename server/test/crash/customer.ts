import { newKey } from '../harness.ts'

export interface Target {
  readonly expertId: string
  readonly starts: readonly string[]
  readonly minutes: number
}

export interface Sent {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  readonly key: string
  readonly token?: string | undefined
}

/** A record as the last answer that arrived has it. */
export interface Own {
  readonly id: string
  readonly token: string
  readonly status: 'held' | 'booked' | 'cancelled'
  readonly version: number
  readonly startsAt: string
}

export interface Answered {
  readonly status: number
  readonly text: string
  readonly retryAfter: string | null
}

/** `null` where no answer came. */
export async function send(url: string, sent: Sent): Promise<Answered | null> {
  try {
    const response = await fetch(`${url}/api/v1${sent.path}`, {
      method: sent.method,
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': sent.key,
        ...(sent.token === undefined ? {} : { Authorization: `Bearer ${sent.token}` }),
      },
      ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
    })
    return {
      status: response.status,
      text: await response.text(),
      retryAfter: response.headers.get('retry-after'),
    }
  } catch {
    return null
  }
}

interface Body {
  readonly id?: string
  readonly token?: string
  readonly version?: number
  readonly startsAt?: string
  readonly manageToken?: string
  readonly booking?: {
    readonly id: string
    readonly version: number
    readonly status: string
    readonly startsAt: string
  }
}

/** Somebody who holds, books, moves and cancels, and remembers exactly what they were told. */
export class Customer {
  readonly own = new Map<string, Own>()
  /** What was sent and never answered. */
  readonly unanswered: Sent[] = []
  /** Records that an unanswered change of a hold may have changed: those are not retried. */
  readonly doubtful = new Set<string>()
  acknowledged = 0
  readonly faults: string[] = []
  private readonly name: string
  private readonly target: Target

  constructor(name: string, target: Target) {
    this.name = name
    this.target = target
  }

  /** Goes on until an answer stays away. */
  async visit(url: string): Promise<void> {
    for (;;) {
      const sent = this.wish()
      const answer = await send(url, sent)
      if (!answer) return this.miss(sent)
      this.take(sent, answer)
    }
  }

  /** The answer to a request, the first one or that of a retry. */
  take(sent: Sent, { status, text }: Answered): void {
    if (status >= 500) this.faults.push(`${status} ${text}`)
    if (status >= 300) return
    this.acknowledged++
    const body = JSON.parse(text) as Body
    const { booking } = body
    const before = this.own.get(booking?.id ?? body.id ?? '')
    const token = body.manageToken ?? body.token ?? before?.token ?? ''
    if (booking) {
      const bookingStatus = booking.status === 'cancelled' ? 'cancelled' : 'booked'
      this.own.set(booking.id, { ...booking, status: bookingStatus, token })
    } else if (body.id && body.version && body.startsAt) {
      const { id, version, startsAt } = body
      this.own.set(id, { id, version, startsAt, status: 'held', token })
    }
    const id = booking?.id ?? body.id ?? ''
    if (sent.path.startsWith('/holds/')) this.doubtful.delete(id)
  }

  private miss(sent: Sent): void {
    const hold = /^\/holds\/(.+)$/.exec(sent.path)?.[1]
    if (hold) this.doubtful.add(hold)
    else this.unanswered.push(sent)
  }

  private wish(): Sent {
    const chance = Math.random()
    const holds = [...this.own.values()].filter(
      ({ id, status }) => status === 'held' && !this.doubtful.has(id),
    )
    const hold = any(holds)
    if (hold && (chance < 0.4 || holds.length > 2)) return this.booking(hold)
    if (hold && chance < 0.5) return this.change(hold, '/holds/', { renew: true })
    const booked = any([...this.own.values()].filter(({ status }) => status === 'booked'))
    if (booked && chance > 0.6) return this.change(booked, '/bookings/', this.anyChange(booked))
    return chance < 0.3 ? this.booking() : this.holding()
  }

  private anyChange({ version }: Own): unknown {
    const chance = Math.random()
    if (chance < 0.3) return { version, status: 'cancelled' }
    return chance < 0.5 ? { version, topic: newKey() } : { version, startsAt: this.anyStart() }
  }

  private holding(): Sent {
    const { expertId, minutes } = this.target
    const body = { expertId, startsAt: this.anyStart(), minutes, holder: this.name }
    return { method: 'POST', path: '/holds', body, key: this.key() }
  }

  private booking(hold?: Own): Sent {
    const { expertId, minutes } = this.target
    const body = {
      expertId,
      startsAt: hold?.startsAt ?? this.anyStart(),
      minutes,
      ...(hold ? { hold: { id: hold.id, token: hold.token } } : {}),
      customer: { name: this.name, email: `${this.name}@example.com` },
      timeZone: 'UTC',
    }
    return { method: 'POST', path: '/bookings', body, key: this.key() }
  }

  private change({ id, token }: Own, folder: '/holds/' | '/bookings/', body: unknown): Sent {
    return { method: 'PATCH', path: folder + id, body, key: this.key(), token }
  }

  private anyStart(): string {
    return any(this.target.starts) ?? ''
  }

  private key(): string {
    return `${this.name}-${newKey()}`
  }
}

function any<T>(from: readonly T[]): T | undefined {
  return from[Math.floor(Math.random() * from.length)]
}
