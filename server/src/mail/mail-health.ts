import type { Logger } from 'pino'
import { formatInstant, type Instant, minute } from '../domain/time/instant.ts'
import type { Handover, Transport } from './transport.ts'

export interface MailState {
  /** `none`: no mail server is configured, mail is kept on this machine. */
  readonly status: 'none' | 'unchecked' | 'working' | 'unreachable'
  /** As ISO 8601. */
  readonly since: string
  /** For whoever hosts it, where it is unreachable. */
  readonly reason?: string
}

/** While all is well, a sign-in each minute would cost whoever runs the mail server more than it tells us. */
const staleAfter = 10 * minute

export type MailHealth = ReturnType<typeof createMailHealth>

/** Whether mails can be handed over, by the last attempt or the last question. The log hears of changes, once. */
export function createMailHealth(
  transport: Transport,
  isServer: boolean,
  clock: () => Instant,
  logger: Logger,
) {
  let state: MailState = {
    status: isServer ? 'unchecked' : 'none',
    since: formatInstant(clock()),
  }
  let heardAt: Instant | null = null

  function hear(reason: string | null): void {
    heardAt = clock()
    const before = state
    const status = reason !== null ? 'unreachable' : isServer ? 'working' : 'none'
    const since = status === before.status ? before.since : formatInstant(heardAt)
    state = { status, since, ...(reason === null ? {} : { reason }) }
    if (status === before.status) return
    if (reason !== null) {
      logger.warn({ mail: status, reason }, 'no mail can be handed over: it waits (docs/mail.md)')
    } else if (before.status === 'unreachable') {
      logger.info({ mail: status }, 'mail can be handed over again')
    }
  }

  function learnFrom(handover: Handover): void {
    switch (handover.kind) {
      case 'handed_over':
      case 'refused':
      case 'deferred':
        return hear(null)
      case 'unreachable':
        return hear(handover.reason)
      case 'unknown':
        // The line broke: the next question will tell whether for longer.
        heardAt = null
    }
  }

  return {
    read: (): MailState => state,

    /** Asks, unless it was reachable and that was heard a while ago at most. Answers why not, or null. */
    async check(): Promise<string | null> {
      const isFresh = heardAt !== null && clock() - heardAt < staleAfter
      if (!isFresh || state.status === 'unreachable') hear(await transport.check())
      return state.reason ?? null
    },

    /** The transport, from whose attempts this learns. */
    transport: {
      check: () => transport.check(),
      close: () => transport.close(),
      async handOver(mail, stamp) {
        const handover = await transport.handOver(mail, stamp)
        learnFrom(handover)
        return handover
      },
    } satisfies Transport as Transport,
  }
}
