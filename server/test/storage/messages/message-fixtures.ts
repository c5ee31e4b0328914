import { type Message, personMessage } from '../../../src/domain/messages/message.ts'
import { type Instant, minute } from '../../../src/domain/time/instant.ts'
import type { LeaseAsked } from '../../../src/storage/port/messages.ts'
import type { Storage } from '../../../src/storage/port/storage.ts'
import { fresh, now } from '../fixtures.ts'

/** To an address of its own, so that no two wait for each other. */
export function aMessage(owedAt: Instant = now): Message {
  const to = `${fresh('olga')}@example.org`
  return personMessage(fresh('application'), 'decline', { to, name: 'Olga' }, owedAt)
}

export function asking(at: Instant, fields: Partial<LeaseAsked> = {}): LeaseAsked {
  const messageId = `<${fresh('mail')}@example.org>`
  return {
    now: at,
    forMs: 10 * minute,
    name: fresh('lease'),
    stamp: { messageId, date: at },
    ...fields,
  }
}

/** Leases what is due one after the other, and hands it over. */
export async function handOverAll(storage: Storage, at: Instant): Promise<Message[]> {
  while ((await storage.messages.takeUp(at)) > 0);
  const sent: Message[] = []
  for (;;) {
    const leased = await storage.messages.lease(asking(at))
    if (!leased) return sent
    sent.push(leased.message)
    const settlement = { kind: 'handed_over', at, reply: '250 OK' } as const
    await storage.messages.settle(leased.message.id, leased.lease, settlement)
  }
}

/** `booked to customer`. */
export function told(messages: readonly Message[]): string[] {
  return messages.map(({ kind, about }) => {
    if (about.of === 'booking') return `${kind} to ${about.recipient}`
    return `${kind} to ${about.of === 'person' ? about.to : about.expertId}`
  })
}

/** The id of one that the server of mail refused for good. */
export async function failedMessage(storage: Storage, at: Instant): Promise<string> {
  const message: Message = {
    ...aMessage(at),
    state: 'refused',
    settledAt: at,
    reply: '550 no such user',
  }
  await storage.messages.owe(message)
  return message.id
}
