import { describe, expect, it } from 'vitest'
import { day, hour, type Instant, minute, plus } from '../../../src/domain/time/instant.ts'
import { addressLine, personMessage } from '../../../src/domain/messages/message.ts'
import { anEntry } from '../experts/profile-fixtures.ts'
import { fresh, now } from '../fixtures.ts'
import { aPerson, aSession, challenge, signIn } from './people-fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

export function sessionCases(open: OpenStore): void {
  describe('staying signed in', () => {
    const store = storePerTest(open)
    const isOpen = async (tokenHash: string, at: Instant) =>
      (await store.storage.people.findSession(tokenHash, at)) !== null

    function listen() {
      const told: string[] = []
      store.storage.listen({ sessionEnded: (id) => told.push(id) })
      return told
    }

    /** The last moment in which it is open must be the one before it ends. */
    async function expectEnd(tokenHash: string, end: Instant): Promise<void> {
      expect([await isOpen(tokenHash, plus(end, -1)), await isOpen(tokenHash, end)]).toEqual([
        true,
        false,
      ])
    }

    describe('of whoever signs in', () => {
      const audit = (id: string) => {
        const { subject: _subject, ...entry } = anEntry({ action: 'signed_in', id })
        return entry
      }
      const told = async () => (await store.storage.messages.list({ show: 'all', limit: 9 })).items
      const tell = ({ id, email }: { id: string; email: string }) =>
        personMessage(fresh(id), 'signed_in', { to: email, name: '' }, now)

      it('the log tells, and they are told but for the first time', async () => {
        const { people } = store.storage
        const invited = await people.setAdmin('Mary@example.org', true, aPerson())
        await people.signIn(invited, aSession(), fresh('token'), { audit: audit('entry-1'), tell })
        expect(await told()).toEqual([])
        await people.endSessions(invited.id)
        await people.signIn(invited, aSession(), fresh('token'), { audit: audit('entry-2'), tell })
        expect((await told()).map(({ line }) => line)).toEqual([addressLine(invited.email)])
        const { items } = await store.storage.audit.list({ kind: 'sign_in', limit: 9 })
        const subject = { id: invited.id, name: invited.email }
        expect(items.map((entry) => entry.subject)).toEqual([subject, subject])
      })

      it('all sessions end at once, and those of nobody else', async () => {
        const { people } = store.storage
        const heard = listen()
        const one = await signIn(store.storage)
        const two = await signIn(store.storage, one.person)
        const other = await signIn(store.storage)
        expect(await people.endSessions(one.person.id)).toBe(2)
        expect(heard.toSorted()).toEqual([one.session.id, two.session.id].toSorted())
        expect(await isOpen(other.tokenHash, now)).toBe(true)
        expect(await people.endSessions(one.person.id)).toBe(0)
      })

      it('another address ends all but the one to keep, and the address before is told', async () => {
        const { people } = store.storage
        const one = await signIn(store.storage)
        const two = await signIn(store.storage, one.person)
        const next = `${fresh('next')}@example.org`
        const beside = { keep: one.session.id, audit: audit('entry-3'), tell }
        await people.changeAddress(one.person.id, next, now, beside)
        expect([await isOpen(one.tokenHash, now), await isOpen(two.tokenHash, now)]).toEqual([
          true,
          false,
        ])
        expect((await told()).map(({ line }) => line)).toEqual([addressLine(one.person.email)])
      })

      it('nothing of it is left in the log of whoever is erased', async () => {
        const { people } = store.storage
        const { person } = await signIn(store.storage)
        await people.signIn(person, aSession(), fresh('token'), { audit: audit('entry-4') })
        await people.erase(person.id, () => `${fresh('erased')}@erased.invalid`, now)
        expect((await store.storage.audit.list({ limit: 9 })).items).toEqual([])
      })
    })

    describe('sessions', () => {
      it('are found by the hash of their token alone', async () => {
        const { people } = store.storage
        const { session, person, tokenHash } = await signIn(store.storage, {}, { device: '' })
        await signIn(store.storage)
        expect(await people.findSession(tokenHash, now)).toEqual({ session, person })
        for (const other of ['', session.id, person.id, tokenHash.toUpperCase()]) {
          expect(await people.findSession(other, now)).toBeNull()
        }
      })

      it('end a week after they were last in use, those of administrators after eight hours', async () => {
        const { people } = store.storage
        const { tokenHash, session, person } = await signIn(store.storage)
        await expectEnd(tokenHash, plus(now, 7 * day))
        await people.touchSession(session.id, plus(now, hour))
        await expectEnd(tokenHash, plus(now, 7 * day + hour))
        await people.setAdmin(person.email, true, person)
        await expectEnd(tokenHash, plus(now, 9 * hour))
        await people.touchSession(session.id, plus(now, 9 * hour - 1))
        await expectEnd(tokenHash, plus(now, 17 * hour - 1))
      })

      it('end after thirty days however much they are used', async () => {
        const { people } = store.storage
        const plain = await signIn(store.storage)
        const admin = await signIn(store.storage, { isAdmin: true })
        for (let at = now; at < plus(now, 30 * day); at = plus(at, 6 * hour)) {
          await people.touchSession(plain.session.id, at)
          await people.touchSession(admin.session.id, at)
        }
        await expectEnd(plain.tokenHash, plus(now, 30 * day))
        await expectEnd(admin.tokenHash, plus(now, 30 * day))
      })

      it('are neither set back nor opened again by what comes late', async () => {
        const { people } = store.storage
        const { session, tokenHash, person } = await signIn(store.storage)
        await people.touchSession(session.id, plus(now, hour))
        await people.touchSession(session.id, plus(now, minute))
        await people.touchSession(session.id, plus(now, 7 * day + hour))
        await people.touchSession('unknown', plus(now, hour))
        const seen = { ...session, seenAt: plus(now, hour) }
        expect(await people.findSession(tokenHash, plus(now, hour))).toEqual({
          session: seen,
          person,
        })
        await expectEnd(tokenHash, plus(now, 7 * day + hour))
      })

      it('are listed for their owner, the last seen first, without those that have ended', async () => {
        const { people } = store.storage
        const email = 'grace@example.org'
        const first = await signIn(store.storage, { email }, { seenAt: plus(now, -6 * day) })
        const second = await signIn(store.storage, { email }, { seenAt: plus(now, -hour) })
        const third = await signIn(store.storage, { email })
        await signIn(store.storage, { email }, { seenAt: plus(now, -7 * day) })
        await signIn(store.storage)
        const list = async () => {
          const sessions = await people.listSessions(first.person.id, now)
          return sessions.map(({ id }) => id)
        }
        expect(await people.listSessions(first.person.id, now)).toEqual(
          [third, second, first].map(({ session }) => session),
        )
        await people.touchSession(first.session.id, plus(now, 1))
        expect(await list()).toEqual([first, third, second].map(({ session }) => session.id))
        await people.setAdmin(email, true, first.person)
        await people.touchSession(second.session.id, plus(now, -1))
        expect(await list()).toEqual([first, third, second].map(({ session }) => session.id))
        await people.endSession(first.person.id, third.session.id)
        expect(await list()).toEqual([first, second].map(({ session }) => session.id))
      })

      it('are ended by their owner alone, and whoever listens hears of it', async () => {
        const told = listen()
        const { people } = store.storage
        const mine = await signIn(store.storage)
        const other = await signIn(store.storage)
        const kept = await signIn(store.storage, { email: mine.person.email })
        expect(await people.endSession(other.person.id, mine.session.id)).toBe(false)
        expect(await people.endSession(mine.person.id, 'unknown')).toBe(false)
        expect(told).toEqual([])
        expect(await people.endSession(mine.person.id, mine.session.id)).toBe(true)
        expect(told).toEqual([mine.session.id])
        expect(await people.endSession(mine.person.id, mine.session.id)).toBe(false)
        expect(told).toEqual([mine.session.id])
        expect(await isOpen(mine.tokenHash, now)).toBe(false)
        expect(await isOpen(kept.tokenHash, now)).toBe(true)
        expect(await isOpen(other.tokenHash, now)).toBe(true)
      })

      it('are ended once when many ask for it at once', async () => {
        const told = listen()
        const { session, person } = await signIn(store.storage)
        const ended = await Promise.all(
          Array.from({ length: 10 }, () => store.storage.people.endSession(person.id, session.id)),
        )
        expect(ended.filter(Boolean)).toHaveLength(1)
        expect(told).toEqual([session.id])
      })
    })

    describe('what has ended', () => {
      it('is forgotten, and nothing before its end', async () => {
        const told = listen()
        const { people } = store.storage
        const asked = await challenge(store.storage, { expiresAt: plus(now, hour) })
        const plain = await signIn(store.storage)
        const admin = await signIn(store.storage, { isAdmin: true })
        const worn = await signIn(store.storage, {}, { startedAt: plus(now, -29 * day) })

        expect(await people.forgetEnded(plus(now, hour))).toBe(0)
        expect(await people.forgetEnded(plus(now, hour + 1))).toBe(1)
        expect(await people.findChallenge(asked.id)).toBeNull()
        expect(await people.forgetEnded(plus(now, 8 * hour))).toBe(0)
        expect(await people.forgetEnded(plus(now, 8 * hour + 1))).toBe(1)
        expect(await people.forgetEnded(plus(now, day))).toBe(0)
        expect(await people.forgetEnded(plus(now, day + 1))).toBe(1)
        expect(await people.forgetEnded(plus(now, 7 * day))).toBe(0)
        expect(await people.forgetEnded(plus(now, 7 * day + 1))).toBe(1)
        expect(await people.forgetEnded(plus(now, 100 * day))).toBe(0)
        await expect.poll(() => told).toEqual([admin, worn, plain].map(({ session }) => session.id))
        expect(await people.find(plain.person.id)).toEqual(plain.person)
      })

      it('is kept as long as it was in use', async () => {
        const { people } = store.storage
        const { session, tokenHash } = await signIn(store.storage)
        const { session: ofAdmin, tokenHash: another } = await signIn(store.storage, {
          isAdmin: true,
        })
        await people.touchSession(session.id, plus(now, 6 * day))
        await people.touchSession(ofAdmin.id, plus(now, 7 * hour))
        expect(await people.forgetEnded(plus(now, 15 * hour))).toBe(0)
        expect(await isOpen(another, plus(now, 15 * hour - 1))).toBe(true)
        expect(await people.forgetEnded(plus(now, 13 * day))).toBe(1)
        expect(await isOpen(tokenHash, plus(now, 13 * day - 1))).toBe(true)
        expect(await people.forgetEnded(plus(now, 13 * day + 1))).toBe(1)
      })

      it('is forgotten even if there is more than fits into one commit', async () => {
        const { storage } = store
        const email = aPerson().email
        await Promise.all(
          Array.from({ length: 225 }, async () => {
            await challenge(storage)
            await signIn(storage, { email })
          }),
        )
        expect(await storage.people.forgetEnded(plus(now, 8 * day))).toBe(450)
      })
    })
  })
}
