import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { day, hour, minute, plus } from '../../../src/domain/time/instant.ts'
import type { LeasedMessage } from '../../../src/storage/port/messages.ts'
import { aNewExpert } from '../experts/profile-fixtures.ts'
import { fresh, now } from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'
import { aMessage, asking } from './message-fixtures.ts'

export function messageCases(open: OpenStore): void {
  describe('messages', () => {
    const store = storePerTest(open)

    const owe = async (count = 1, at = now) => {
      const messages = Array.from({ length: count }, (_, index) => aMessage(plus(at, index)))
      for (const message of messages) await store.storage.messages.owe(message)
      return messages
    }
    const lease = (at = now, fields = {}) => store.storage.messages.lease(asking(at, fields))
    const leased = async (at = now, fields = {}): Promise<LeasedMessage> => {
      const found = await lease(at, fields)
      if (!found) throw new Error('Nothing is due')
      return found
    }

    it('are owed once', async () => {
      const message = aMessage()
      const again = { ...message, owedAt: plus(now, hour) }
      await Promise.all([message, message, again].map((each) => store.storage.messages.owe(each)))
      expect(await store.storage.messages.countOf()).toEqual({ waiting: 1, failed: 0 })
      expect(await store.storage.messages.find(message.id)).not.toBeNull()
      expect(await store.storage.messages.find('another')).toBeNull()
    })

    it('are leased to one asker each, the earliest due first, and not before', async () => {
      const owed = await owe(12)
      expect(await lease(plus(now, -1))).toBeNull()
      const askers = Array.from({ length: 20 }, () => lease(plus(now, minute)))
      const given = (await Promise.all(askers)).flatMap((each) => each?.message.id ?? [])
      expect(given.toSorted()).toEqual(owed.map(({ id }) => id).toSorted())
      // Still within the leases of those.
      const [first, second] = await owe(2, plus(now, 2 * minute))
      expect((await leased(plus(now, 3 * minute))).message.id).toBe(first?.id)
      expect((await leased(plus(now, 3 * minute))).message.id).toBe(second?.id)
    })

    it('keep the stamp of their first attempt', async () => {
      const [message] = await owe()
      const first = await leased()
      expect(first.message).toMatchObject({ id: message?.id, crashes: 1 })
      await store.storage.messages.settle(first.message.id, first.lease, {
        kind: 'again',
        dueAt: plus(now, minute),
        costs: 'an attempt',
        reply: '451 greylisted',
      })
      expect(await lease(plus(now, minute - 1))).toBeNull()
      const second = await leased(plus(now, minute))
      expect(second.message.stamp).toEqual(first.message.stamp)
      expect(second.message).toMatchObject({ attempts: 1, crashes: 1, reply: '451 greylisted' })
    })

    it('are given again when a lease has ended, and what comes of that lease then counts no more', async () => {
      const [message] = await owe()
      const first = await leased(now, { forMs: 30 })
      await delay(60)
      const second = await leased(plus(now, 60))
      expect(second.message).toMatchObject({ id: message?.id, crashes: 2 })
      const handedOver = { kind: 'handed_over', at: now, reply: '250 OK' } as const
      const { messages } = store.storage
      expect(await messages.settle(first.message.id, first.lease, handedOver)).toBe(false)
      expect(await messages.find(first.message.id)).toMatchObject({ state: 'waiting' })
      expect(await messages.settle(second.message.id, second.lease, handedOver)).toBe(true)
      expect(await messages.find(first.message.id)).toMatchObject({
        state: 'handed_over',
        settledAt: now,
        reply: '250 OK',
      })
      expect(await messages.settle(second.message.id, second.lease, handedOver)).toBe(false)
    })

    it('are parked when ten attempts broke, and only then', async () => {
      const [broken] = await owe()
      const settle = async (costs: 'nothing' | 'a crash') => {
        const { message, lease: name } = await leased()
        const again = { kind: 'again', dueAt: now, costs, reply: null } as const
        await store.storage.messages.settle(message.id, name, again)
      }
      for (let count = 0; count < 20; count++) await settle('nothing')
      for (let count = 0; count < 10; count++) await settle('a crash')
      const [other] = await owe(1, plus(now, 5))
      expect((await leased(plus(now, minute))).message.id).toBe(other?.id)
      const found = await store.storage.messages.find(broken?.id ?? '')
      expect(found).toMatchObject({ state: 'parked', crashes: 10, settledAt: plus(now, minute) })
    })

    it('of one line are given one after the other', async () => {
      const { messages } = store.storage
      const first = aMessage()
      const second = { ...aMessage(plus(now, 1)), line: first.line }
      await messages.owe(first)
      await messages.owe(second)
      const at = plus(now, minute)
      const one = await leased(at)
      expect(one.message.id).toBe(first.id)
      expect(await lease(at)).toBeNull()
      await messages.settle(first.id, one.lease, { kind: 'handed_over', at, reply: null })
      // Whoever was told to wait is found again a moment later.
      expect((await leased(plus(at, minute))).message.id).toBe(second.id)
    })

    it('have a Message-ID each, also where one was passed over for another', async () => {
      const { messages } = store.storage
      const first = aMessage()
      const behind = { ...aMessage(plus(now, 1)), line: first.line }
      const other = aMessage(plus(now, 2))
      for (const message of [first, behind, other]) await messages.owe(message)
      const at = plus(now, minute)
      const stampOf = (name: string) => ({ messageId: `<${name}@experts.example>`, date: at })
      const one = await leased(at, { stamp: stampOf('one') })
      const two = await leased(at, { stamp: stampOf('two') })
      expect([one.message.id, two.message.id]).toEqual([first.id, other.id])
      await messages.settle(first.id, one.lease, { kind: 'handed_over', at, reply: null })
      const three = await leased(plus(at, minute), { stamp: stampOf('three') })
      expect(three.message).toMatchObject({ id: behind.id, stamp: stampOf('three') })
    })

    it('are tried once more when somebody asks for it: what failed, while it is of use', async () => {
      const { messages } = store.storage
      const states = ['handed_over', 'refused', 'expired', 'dropped'] as const
      const ids: string[] = []
      for (const kind of states) {
        await owe()
        const { message, lease: name } = await leased()
        await messages.settle(message.id, name, { kind, at: now, reply: '550 no' })
        ids.push(message.id)
      }
      expect(await messages.countOf()).toEqual({ waiting: 0, failed: 2 })
      const answers: boolean[] = []
      for (const id of ids) answers.push(await messages.retry(id, plus(now, hour)))
      expect(answers).toEqual([false, true, true, false])
      expect(await messages.countOf()).toEqual({ waiting: 2, failed: 0 })
      expect((await leased(plus(now, hour))).message).toMatchObject({ attempts: 0, crashes: 1 })
      const { message, lease: name } = await leased(plus(now, hour))
      await messages.settle(message.id, name, { kind: 'refused', at: now, reply: null })
      expect(await messages.retry(message.id, plus(now, 5 * day))).toBe(false)
    })

    it('come back by their Message-ID: what was handed over, and nothing else', async () => {
      const { messages } = store.storage
      const later = plus(now, hour)
      const settled: { id: string; messageId: string }[] = []
      for (const kind of ['handed_over', 'handed_over', 'refused', 'expired', 'dropped'] as const) {
        await owe()
        const { message, lease: name } = await leased()
        await messages.settle(message.id, name, { kind, at: now, reply: '250 OK' })
        settled.push({ id: message.id, messageId: message.stamp.messageId })
      }
      await owe()
      const { message: underWay } = await leased()
      const [gone, ...others] = settled
      if (!gone) throw new Error('None was settled')
      const before = await Promise.all(others.map(({ id }) => messages.find(id)))

      const unknown = ['', '<nobody@example.org>', gone.messageId.toUpperCase(), '<%>', gone.id]
      const wrong = [...unknown, underWay.stamp.messageId]
      wrong.push(...others.slice(1).map(({ messageId }) => messageId))
      for (const messageId of wrong) {
        expect(await messages.bounced(messageId, later, '550 no')).toBe(false)
      }
      expect(await messages.find(gone.id)).toMatchObject({ state: 'handed_over', settledAt: now })

      // Told twice at once, it comes back once.
      const told = await Promise.all(
        ['550 one', '550 two'].map((reply) => messages.bounced(gone.messageId, later, reply)),
      )
      expect(told.filter(Boolean)).toHaveLength(1)
      const reply = told[0] ? '550 one' : '550 two'
      expect(await messages.find(gone.id)).toMatchObject({
        state: 'refused',
        settledAt: later,
        reply,
        stamp: { messageId: gone.messageId },
      })
      expect(await Promise.all(others.map(({ id }) => messages.find(id)))).toEqual(before)
      expect(await messages.find(underWay.id)).toMatchObject({ state: 'waiting', reply: null })
      expect(await messages.countOf()).toEqual({ waiting: 1, failed: 3 })
    })

    it('come back again when they were sent again', async () => {
      const { messages } = store.storage
      await owe()
      for (const at of [now, plus(now, hour)]) {
        const { message, lease: name } = await leased(at)
        await messages.settle(message.id, name, { kind: 'handed_over', at, reply: null })
        expect(await messages.bounced(message.stamp.messageId, at, '550 no')).toBe(true)
        expect(await messages.retry(message.id, plus(now, hour))).toBe(true)
      }
    })

    it('are listed by what became of them, the latest first, page by page', async () => {
      const { messages } = store.storage
      const owed = await owe(5)
      const { message, lease: name } = await leased()
      await messages.settle(message.id, name, { kind: 'refused', at: now, reply: '550 no' })
      const idsOf = async (show: 'all' | 'waiting' | 'failed') => {
        const pages: string[] = []
        let after
        do {
          const page = await messages.list({ show, after, limit: 2 })
          pages.push(...page.items.map(({ id }) => id))
          after = page.next
        } while (after)
        return pages
      }
      const latest = owed.map(({ id }) => id).toReversed()
      expect(await idsOf('all')).toEqual(latest)
      expect(await idsOf('waiting')).toEqual(latest.filter((id) => id !== message.id))
      expect(await idsOf('failed')).toEqual([message.id])
    })

    it('are forgotten when they were settled long ago', async () => {
      const { messages } = store.storage
      const [, kept] = await owe(2)
      const { message, lease: name } = await leased()
      await messages.settle(message.id, name, { kind: 'handed_over', at: now, reply: null })
      expect(await messages.forgetSettled(now)).toBe(0)
      expect(await messages.forgetSettled(plus(now, 1))).toBe(1)
      expect(await messages.find(message.id)).toBeNull()
      expect(await messages.find(kept?.id ?? '')).not.toBeNull()
    })

    it('outlive the process', async () => {
      if (!store.reopen) return
      const [message] = await owe()
      const again = await store.reopen()
      expect(await again.messages.find(message?.id ?? '')).toEqual(message)
    })

    it('of a new expert and of a decision are committed with them, or not at all', async () => {
      const { experts, messages } = store.storage
      const made = aNewExpert()
      expect((await experts.create(made)).kind).toBe('done')
      expect(await messages.find(made.message.id)).toEqual(made.message)
      const refused = aNewExpert({ expert: { ...made.expert, id: fresh('expert') } })
      expect((await experts.create(refused)).kind).toBe('slug_taken')
      expect(await messages.find(refused.message.id)).toBeNull()
    })
  })
}
