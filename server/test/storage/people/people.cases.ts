import { describe, expect, it } from 'vitest'
import { minute, plus } from '../../../src/domain/time/instant.ts'
import type { Content } from '../../../src/storage/port/content.ts'
import { ada, emptyContent, fresh, now } from '../fixtures.ts'
import { aPerson, aSession, challenge, signIn } from './people-fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

const expertAda = aPerson({ email: 'Ada@example.com', expertId: ada })

function content(): Content {
  return { ...emptyContent(), people: [expertAda] }
}

export function peopleCases(open: OpenStore): void {
  describe('who signs in', () => {
    const store = storePerTest(open, content)

    function listen() {
      const told: string[] = []
      store.storage.listen({ personChanged: (id) => told.push(id) })
      return told
    }

    describe('people', () => {
      it('are there who came with the content', async () => {
        const { people } = store.storage
        expect(await people.findByEmail('aDa@example.com')).toEqual(expertAda)
        expect(await people.find(expertAda.id)).toEqual(expertAda)
        const { person } = await signIn(store.storage, { email: 'ada@EXAMPLE.com' })
        expect(person).toEqual(expertAda)
      })

      it('are made at their first sign-in, with the address as it was typed then', async () => {
        const { people } = store.storage
        const made = aPerson({ email: 'Grace@Example.org' })
        const opened = aSession()
        const first = await people.signIn(made, opened, fresh('token'))
        expect(first).toEqual({ person: made, session: { ...opened, personId: made.id } })
        const again = await signIn(store.storage, { email: 'grace@example.org', isAdmin: true })
        expect(again.person).toEqual(made)
        expect(again.session.personId).toBe(made.id)
        expect(await people.findByEmail('GRACE@example.org')).toEqual(made)
        expect(await people.find(made.id)).toEqual(made)
      })

      it('are made once when many sign in with one address at once', async () => {
        const emails = ['grace@example.org', 'Grace@Example.org']
        const signedIn = await Promise.all(
          Array.from({ length: 10 }, (_, index) => {
            return signIn(store.storage, { email: emails[index % 2] ?? '' })
          }),
        )
        const [one] = signedIn
        expect(new Set(signedIn.map(({ person }) => person.id)).size).toBe(1)
        for (const { tokenHash, session } of signedIn) {
          const found = await store.storage.people.findSession(tokenHash, now)
          expect(found).toEqual({ session, person: one?.person })
        }
      })

      it('are not there who never came', async () => {
        const { people } = store.storage
        expect(await people.find('unknown')).toBeNull()
        expect(await people.findByEmail('unknown@example.org')).toBeNull()
        expect(await people.listSessions('unknown', now)).toEqual([])
      })

      it('do not share an id', async () => {
        await expect(signIn(store.storage, { id: expertAda.id })).rejects.toThrow()
        expect(await store.storage.people.find(expertAda.id)).toEqual(expertAda)
      })

      it('leave a store without content empty', async () => {
        const { storage, dispose } = await open()
        const { person } = await signIn(storage)
        expect(await storage.isEmpty()).toBe(true)
        await storage.fill(content())
        expect(await storage.people.find(person.id)).toEqual(person)
        expect(await storage.people.find(expertAda.id)).toEqual(expertAda)
        await storage.close()
        await dispose()
      })
    })

    describe('an administrator', () => {
      it('is made of a person, whatever the case of the address, and can be made one no longer', async () => {
        const told = listen()
        const { people } = store.storage
        const { tokenHash, person, session } = await signIn(store.storage, {
          email: 'grace@example.org',
        })
        const roleNow = async () => (await people.findSession(tokenHash, now))?.person.isAdmin
        expect(await roleNow()).toBe(false)
        const made = aPerson({ email: 'Grace@Example.org' })
        const admin = { ...person, isAdmin: true }
        expect(await people.setAdmin('GRACE@example.org', true, made)).toEqual(admin)
        expect(await people.findSession(tokenHash, now)).toEqual({ session, person: admin })
        expect(told).toEqual([person.id])
        expect(await people.setAdmin('grace@example.org', false, made)).toEqual(person)
        expect(await roleNow()).toBe(false)
        expect(told).toEqual([person.id, person.id])
        expect(await people.find(made.id)).toBeNull()
      })

      it('is made of nobody as well, whom nobody hears of', async () => {
        const told = listen()
        const { people } = store.storage
        const made = aPerson({ email: 'Grace@Example.org', isAdmin: false })
        const admin = { ...made, isAdmin: true }
        expect(await people.setAdmin(made.email, true, made)).toEqual(admin)
        expect(await people.findByEmail('grace@example.org')).toEqual(admin)
        expect((await signIn(store.storage, { email: 'grace@example.org' })).person).toEqual(admin)
        expect(told).toEqual([])
      })

      it('is told of once, however often and by however many it is asked for', async () => {
        const told = listen()
        const made = aPerson({ email: expertAda.email })
        const ask = () => store.storage.people.setAdmin(expertAda.email, true, made)
        const admins = await Promise.all(Array.from({ length: 10 }, ask))
        expect(new Set(admins.map(({ id }) => id))).toEqual(new Set([expertAda.id]))
        expect(admins.every(({ isAdmin }) => isAdmin)).toBe(true)
        await ask()
        expect(told).toEqual([expertAda.id])
      })

      it('is told of after the commit', async () => {
        const { people } = store.storage
        const seen: Promise<boolean | undefined>[] = []
        store.storage.listen({
          personChanged: (id) => seen.push(people.find(id).then((found) => found?.isAdmin)),
        })
        await people.setAdmin(expertAda.email, true, expertAda)
        expect(await Promise.all(seen)).toEqual([true])
      })
    })

    describe('what is known of people', () => {
      it('outlives the process', async ({ skip }) => {
        const { storage, reopen } = store
        if (!reopen) return skip('nothing outlives this store')
        const started = await challenge(storage)
        await storage.people.tryCode(started.id, 'wrong', now)
        const kept = await signIn(storage)
        const ended = await signIn(storage, { email: kept.person.email })
        await storage.people.endSession(kept.person.id, ended.session.id)
        await storage.people.touchSession(kept.session.id, plus(now, minute))
        await storage.people.setAdmin(kept.person.email, true, aPerson())

        const again = await reopen()
        const { people } = again
        expect(await people.findChallenge(started.id)).toEqual({ ...started, triesLeft: 4 })
        expect(await people.findSession(kept.tokenHash, plus(now, minute))).toEqual({
          session: { ...kept.session, seenAt: plus(now, minute) },
          person: { ...kept.person, isAdmin: true },
        })
        expect(await people.findSession(ended.tokenHash, now)).toBeNull()
        expect(await people.findByEmail(expertAda.email)).toEqual(expertAda)
        await again.close()
      })
    })
  })
}
