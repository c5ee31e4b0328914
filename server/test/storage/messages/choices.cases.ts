import { describe, expect, it } from 'vitest'
import { agendaMessage } from '../../../src/domain/messages/message.ts'
import { day, hour, plus } from '../../../src/domain/time/instant.ts'
import { ada, bina, now } from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

const choices = { unwanted: ['reminder'], agendaAt: '07:30' } as const
const due = plus(now, hour)

export function choiceCases(open: OpenStore): void {
  describe('choices of mails', () => {
    const store = storePerTest(open)

    it('are kept expert by expert, and replaced', async () => {
      const { messages } = store.storage
      expect(await messages.choicesOf(ada)).toBeNull()
      await messages.choose(ada, { ...choices, unwanted: [...choices.unwanted] }, due)
      expect(await messages.choicesOf(ada)).toEqual(choices)
      expect(await messages.choicesOf(bina)).toBeNull()
      const none = { unwanted: [], agendaAt: null }
      await messages.choose(ada, none, null)
      expect(await messages.choicesOf(ada)).toEqual(none)
      expect(await messages.dueAgendas(plus(due, day))).toEqual([])
    })

    it('owe each agenda once, from the millisecond in which it is due', async () => {
      const { messages } = store.storage
      await messages.choose(ada, { unwanted: [], agendaAt: '07:30' }, due)
      expect(await messages.dueAgendas(plus(due, -1))).toEqual([])
      const [found] = await messages.dueAgendas(due)
      if (!found) throw new Error('No agenda is due')
      expect(found).toMatchObject({ expertId: ada, dueAt: due })
      const message = agendaMessage(ada, '2027-01-11', due)
      const next = plus(due, day)
      const owing = Array.from({ length: 3 }, () => messages.oweAgenda(found, message, next))
      await Promise.all(owing)
      expect(await messages.countOf()).toEqual({ waiting: 1, failed: 0 })
      expect(await messages.find(message.id)).toEqual(message)
      expect(await messages.dueAgendas(plus(next, -1))).toEqual([])
      expect(await messages.dueAgendas(next)).toMatchObject([{ dueAt: next }])
    })
  })

  describe('what is settled once', () => {
    const store = storePerTest(open)

    it('stays as whoever came first has settled it', async () => {
      const { installation } = store.storage
      const wanted = ['one.example', 'two.example', 'three.example']
      const kept = new Set(
        await Promise.all(wanted.map((each) => installation.calendarDomain(each))),
      )
      expect(kept.size).toBe(1)
      expect(kept.has(await installation.calendarDomain('four.example'))).toBe(true)
    })
  })
}
