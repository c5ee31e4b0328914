import type { Deps } from '../../base/deps.ts'
import { readBounce } from '../../mail/bounce.ts'

/** Reports of other servers that a mail, once handed over, could not be delivered. */
export function createBounces({ storage, clock }: Pick<Deps, 'storage' | 'clock'>) {
  return {
    /**
     * Marks the message that failed. What reports no failure, or one of a mail that is none of ours, changes nothing:
     * anybody can write such a report, so it is believed for no more than that.
     */
    async receive(report: Uint8Array): Promise<void> {
      const bounce = await readBounce(report)
      if (!bounce) return
      for (const messageId of bounce.messageIds) {
        if (await storage.messages.bounced(messageId, clock(), bounce.reply)) return
      }
    },
  }
}
