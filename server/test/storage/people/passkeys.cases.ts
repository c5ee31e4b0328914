import { describe, expect, it } from 'vitest'
import { fresh, later, now } from '../fixtures.ts'
import { personMessage } from '../../../src/domain/messages/message.ts'
import { anEntry } from '../experts/profile-fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'
import { aPasskey, signIn } from './people-fixtures.ts'

export function passkeyCases(open: OpenStore): void {
  describe('passkeys', () => {
    const store = storePerTest(open)

    it('are found by their credential and their person, the first first', async () => {
      const { people } = store.storage
      const { person, session } = await signIn(store.storage)
      const second = aPasskey(person.id, { addedAt: later(now, 1) })
      const first = aPasskey(person.id)
      expect(await people.addPasskey(second, session.id)).toBe(true)
      expect(await people.addPasskey(first, session.id)).toBe(true)
      expect(await people.listPasskeys(person.id)).toEqual([first, second])
      expect(await people.findPasskey(first.credentialId)).toEqual(first)
      expect(await people.findPasskey('unknown')).toBeNull()
    })

    it('mark the session that they were added in, and listeners hear of each', async () => {
      const { people } = store.storage
      const told: string[] = []
      store.storage.listen({ personChanged: (id) => told.push(id) })
      const { person, session, tokenHash } = await signIn(store.storage)
      const other = await signIn(store.storage, person)
      const passkey = aPasskey(person.id)
      await people.addPasskey(passkey, session.id)
      expect((await people.findSession(tokenHash, now))?.session.withPasskey).toBe(true)
      const unmarked = await people.findSession(other.tokenHash, now)
      expect(unmarked?.session).not.toHaveProperty('withPasskey')
      expect(await people.removePasskey(other.person.id, 'another-one')).toBe(false)
      expect(await people.removePasskey(person.id, passkey.id)).toBe(true)
      expect(await people.removePasskey(person.id, passkey.id)).toBe(false)
      expect(told).toEqual([person.id, person.id])
    })

    it('are in the log and told of in the same commit, and only where something changed', async () => {
      const { people } = store.storage
      const { person, session } = await signIn(store.storage)
      const passkey = aPasskey(person.id)
      const beside = (action: 'passkey_added' | 'passkey_removed') => {
        const { subject: _subject, ...audit } = anEntry({ action, id: fresh('entry') })
        const tell = ({ email }: { email: string }) =>
          personMessage(fresh('passkey'), action, { to: email, name: '' }, now)
        return { audit, tell }
      }
      for (const expected of [true, false]) {
        const added = await people.addPasskey(passkey, session.id, beside('passkey_added'))
        expect(added).toBe(expected)
      }
      for (const expected of [true, false]) {
        const removed = await people.removePasskey(person.id, passkey.id, beside('passkey_removed'))
        expect(removed).toBe(expected)
      }
      const told = (await store.storage.messages.list({ show: 'all', limit: 9 })).items
      expect(told.map(({ kind }) => kind).toSorted()).toEqual(['passkey_added', 'passkey_removed'])
      const log = (await store.storage.audit.list({ limit: 9 })).items
      expect(log.map(({ action }) => action).toSorted()).toEqual([
        'passkey_added',
        'passkey_removed',
      ])
      expect(log.map(({ subject }) => subject.id)).toEqual([person.id, person.id])
    })

    it('belong to one person alone, and to none that is not there', async () => {
      const { people } = store.storage
      const one = await signIn(store.storage)
      const other = await signIn(store.storage)
      const passkey = aPasskey(one.person.id)
      await people.addPasskey(passkey, one.session.id)
      const same = aPasskey(other.person.id, { credentialId: passkey.credentialId })
      expect(await people.addPasskey(same, other.session.id)).toBe(false)
      expect(await people.addPasskey(aPasskey('person-unknown'), one.session.id)).toBe(false)
      expect(await people.removePasskey(other.person.id, passkey.id)).toBe(false)
    })

    it('count on from where they were, and no two uses from the same', async () => {
      const { people } = store.storage
      const { person, session } = await signIn(store.storage)
      const passkey = aPasskey(person.id)
      await people.addPasskey(passkey, session.id)
      const used = await Promise.all(
        [1, 2, 3].map((to) => people.usePasskey(passkey.id, { from: 0, to }, later(now, to))),
      )
      expect(used.filter(Boolean)).toHaveLength(1)
      const [left] = await people.listPasskeys(person.id)
      expect(left?.counter).toBeGreaterThan(0)
      expect(left?.usedAt).toBe(later(now, left?.counter ?? 0))
    })

    it('go with their person, and by the address of their person', async () => {
      const { people } = store.storage
      const { person, session } = await signIn(store.storage)
      const passkey = aPasskey(person.id)
      await people.addPasskey(passkey, session.id)
      expect(await people.forgetPasskeys('nobody@example.org')).toBe(0)
      expect(await people.forgetPasskeys(person.email.toUpperCase())).toBe(1)
      await people.addPasskey(passkey, session.id)
      expect(await people.erase(person.id, () => fresh('erased'), now)).toBe('done')
      expect(await people.findPasskey(passkey.credentialId)).toBeNull()
      const merged = await signIn(store.storage)
      const theirs = aPasskey(merged.person.id)
      await people.addPasskey(theirs, merged.session.id)
      const other = await signIn(store.storage)
      await people.changeAddress(other.person.id, merged.person.email, now)
      expect(await people.findPasskey(theirs.credentialId)).toBeNull()
    })
  })
}
