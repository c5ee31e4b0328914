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

    it('keeps all that are sent under an address, and which of them is proved', async () => {
      const { applications } = store.storage
      const first = anApplication({ email: 'Mary@example.org', proved: true })
      await applications.send(first)
      const again = Array.from({ length: 4 }, (_, index) =>
        anApplication({ email: 'mary@example.org', sentAt: later(now, index) }),
      )
      await Promise.all(again.map((each) => applications.send(each)))
      const { items } = await applications.list({ state: 'waiting', limit: 9 })
      expect(items).toHaveLength(5)
      expect(items).toEqual(expect.arrayContaining([first, ...again]))
      expect(await applications.find(first.id)).toEqual(first)
    })

    it('declines the others of an address with the one that is approved', async () => {
      const { applications, experts } = store.storage
      const [one, two] = [anApplication(), anApplication()]
      const theirs = { ...anApplication(), email: one.email.toUpperCase() }
      for (const each of [one, two, theirs]) await applications.send(each)
      const person = aPerson({ email: one.email })
      await experts.create(aNewExpert({ person, application: { id: one.id, at: now } }))
      expect((await applications.find(one.id))?.state).toBe('approved')
      const other = await applications.find(theirs.id)
      expect(other).toMatchObject({ state: 'declined', decidedAt: now })
      expect(other?.reason).toContain('Another application')
      expect((await applications.find(two.id))?.state).toBe('waiting')
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
