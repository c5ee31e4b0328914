import { Refused } from '../base/problem.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { Mail } from '../mail/mail.ts'
import type { Transport } from '../mail/transport.ts'

/**
 * Hands a mail over while somebody waits for it. Throws `unavailable` where that did not come about, for whatever
 * reason: whoever asked may ask again, and learns nothing of the address.
 */
export function createSendNow(
  transport: Pick<Transport, 'handOver'>,
  newMessageId: () => string,
  clock: () => Instant,
): (mail: Mail) => Promise<void> {
  return async (mail) => {
    const stamp = { messageId: newMessageId(), date: clock() }
    const { kind } = await transport.handOver(mail, stamp)
    if (kind === 'handed_over') return
    throw new Refused('unavailable', {
      detail: 'Mail cannot be sent at the moment. Please try again in a few minutes.',
      retryAfterSeconds: 60,
    })
  }
}
