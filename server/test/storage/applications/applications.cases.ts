import { describe, expect, it } from 'vitest'
import type { Content } from '../../../src/storage/port/content.ts'
import { ada, emptyContent, later, now } from '../fixtures.ts'
import { anApplication, aPerson } from '../people/people-fixtures.ts'
import { aNewExpert, anEntry } from '../experts/profile-fixtures.ts'
import { aMessage } from '../messages/message-fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

const expertAda = aPerson({ email: 'Ada@example.org', expertId: ada })

function content(): Content {
  return { ...emptyContent(), people: [expertAda] }
}

export function applicationCases(open: OpenStore): void {
  describe('applications', () => {
    const store = storePerTest(open, content)
    const trail = async () => (await store.storage.audit.list({ limit: 100 })).items

    it('keeps the newest that waits under an address', async () => {
      const { applications } = store.storage
      const first = anApplication({ email: 'Mary@example.org' })
      await applications.send(first)
      const again = Array.from({ length: 4 }, (_, index) =>
        anApplication({ email: 'mary@example.org', sentAt: later(now, index) }),
      )
      await Promise.all(again.map((each) => applications.send(each)))
      const { items } = await applications.list({ state: 'waiting', limit: 9 })
      expect(items).toHaveLength(1)
      expect(again).toContainEqual(items[0])
      expect(await applications.find(first.id)).toBeNull()
    })

    it('lists them, the latest first', async () => {
      const { applications } = store.storage
      const sent = [0, 1, 1, 2].map((minutes, index) =>
        anApplication({ sentAt: later(now, minutes), name: `Mary Number${index}` }),
      )
      for (const each of sent) await applications.send(each)
      const [one, two, three, four] = sent.map(({ id }) => id)
      const first = await applications.list({ limit: 3 })
      expect(first.items.map(({ id }) => id)).toEqual([four, three, two])
      const rest = await applications.list({ limit: 3, after: first.next })
      expect(rest.items).toEqual([sent[0]])
      const by = async (asked: object) =>
        (await applications.list({ limit: 9, ...asked })).items.map(({ id }) => id)
      expect(await by({ words: ['mary', 'number1'] })).toEqual([two])
      expect(await by({ email: sent[0]?.email ?? '' })).toEqual([one])
      expect(await by({ state: 'declined' })).toEqual([])
    })

    it('decides each once', async () => {
      const { applications, experts } = store.storage
      const sent = anApplication()
      await applications.send(sent)
      const approving = () => {
        const person = aPerson({ email: sent.email })
        return experts.create(aNewExpert({ person, application: { id: sent.id, at: now } }))
      }
      const declining = () =>
        applications.decline({ id: sent.id, at: now, reason: 'Not now' }, anEntry(), aMessage())
      const outcomes = await Promise.all([declining(), approving(), declining(), approving()])
      const kinds = outcomes.map(({ kind }) => kind).toSorted()
      expect(kinds).toEqual([...Array.from({ length: 3 }, () => 'already_decided'), 'done'])
      expect(await trail()).toHaveLength(1)
      const found = await applications.find(sent.id)
      expect(found?.state).toMatch(/approved|declined/)
      expect(found?.decidedAt).toBe(now)
      const unknown = { id: 'application-unknown', at: now }
      expect(await applications.decline(unknown, anEntry(), aMessage())).toEqual({
        kind: 'not_found',
      })
    })

    it('leaves one waiting that could not be approved', async () => {
      const { applications, experts } = store.storage
      const sent = anApplication({ email: expertAda.email })
      await applications.send(sent)
      const person = aPerson({ email: sent.email })
      const made = aNewExpert({ person, application: { id: sent.id, at: now } })
      expect(await experts.create(made)).toEqual({ kind: 'address_in_use' })
      expect(await applications.find(sent.id)).toEqual(sent)
      await applications.decline(
        { id: sent.id, at: now, reason: 'You are here' },
        anEntry(),
        aMessage(),
      )
      const declined = { state: 'declined', decidedAt: now, reason: 'You are here' }
      expect(await applications.find(sent.id)).toEqual({ ...sent, ...declined })
    })
  })
}
