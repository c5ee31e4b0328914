import { createTokens } from '../../../src/base/tokens.ts'
import { type Instant, plus } from '../../../src/domain/time/instant.ts'
import type { Mail } from '../../../src/mail/mail.ts'
import type { Handover, Transport } from '../../../src/mail/transport.ts'
import { createDelivery } from '../../../src/services/messages/delivery.ts'
import { createLetters } from '../../../src/services/messages/letters.ts'
import { createMailPause } from '../../../src/services/messages/pause.ts'
import type { Storage } from '../../../src/storage/port/storage.ts'
import { fresh, now } from '../../storage/fixtures.ts'

export interface HandedOver {
  readonly mail: Mail
  readonly messageId: string
  readonly at: Instant
}

/** The delivery over a store, with a clock that tests move and a server of mail that does as it is told. */
export function openMailRoom(storage: Storage) {
  const handedOver: HandedOver[] = []
  const clock = {
    now,
    advance(milliseconds: number) {
      clock.now = plus(clock.now, milliseconds)
    },
  }
  const server = { answer: (_mail: Mail): Handover => ({ kind: 'handed_over', reply: '250 OK' }) }
  const transport: Transport = {
    async handOver(mail, { messageId }) {
      const answer = server.answer(mail)
      if (answer.kind === 'handed_over') handedOver.push({ mail, messageId, at: clock.now })
      return answer
    },
    check: async () => null,
    close: async () => undefined,
  }
  const deps = {
    storage,
    clock: () => clock.now,
    newId: () => fresh('lease'),
    tokens: createTokens('a secret of the tests, 32 bytes long'),
    transport,
    newMessageId: () => `<${fresh('mail')}@experts.example>`,
    sender: () => 'no-reply@experts.example',
    calendarDomain: 'experts.example',
  }
  const pause = createMailPause(deps.clock)
  const delivery = createDelivery(
    deps,
    createLetters(deps, () => 'https://experts.example'),
    pause,
  )

  return {
    clock,
    server,
    pause,
    handedOver,
    /** As the job does: what is owed, then all that is due. Answers what was handed over. */
    async deliverAll(): Promise<readonly HandedOver[]> {
      const before = handedOver.length
      while ((await storage.messages.takeUp(clock.now)) > 0);
      while ((await delivery.deliverNext()) === 'went on');
      return handedOver.slice(before)
    },
  }
}
