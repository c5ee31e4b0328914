import { describe, expect, it } from 'vitest'
import type { BookingRecord } from '../../../src/domain/bookings/booking.ts'
import { cancel, eraseCustomer, readdress } from '../../../src/domain/bookings/transitions.ts'
import type { Content } from '../../../src/storage/port/content.ts'
import { ada, aBooking, aGuard, emptyContent, fresh, later, now, quarterAt } from '../fixtures.ts'
import { anEntry } from '../experts/profile-fixtures.ts'
import { aMessage } from '../messages/message-fixtures.ts'
import { aNote } from '../notes/note-fixtures.ts'
import { anApplication, aPerson, challenge, signIn } from './people-fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

const old = 'Grace@Example.org'
const other = 'Hopper@Example.com'
const expertAda = aPerson({ email: 'Ada@example.com', expertId: ada })
/** When every booking of these tests is over. */
const afterwards = later(quarterAt(40), 0)

function content(): Content {
  return { ...emptyContent(), people: [expertAda] }
}

export function personChangeCases(open: OpenStore): void {
  describe('what changes a person with their bookings', () => {
    const store = storePerTest(open, content)

    async function book(slot: number, email: string, key = fresh('key')) {
      const record = aBooking({
        slot,
        customer: { name: 'Grace Hopper', email, phone: '+1 202 555 0101' },
        topic: 'Compilers',
      })
      const guard = aGuard({ key: { key, fingerprint: 'of the content' } })
      await store.storage.bookings.claim(record, guard)
      return record
    }

    async function cancelled(record: Awaited<ReturnType<typeof book>>, key: string) {
      const next = cancel(record, 'I am ill', now)
      await store.storage.bookings.change({
        next,
        now,
        key: { key, fingerprint: 'f', tokenVersion: 1 },
      })
      return next
    }

    const kept = (id: string) => store.storage.bookings.find(id)

    function listen() {
      const told: string[] = []
      store.storage.listen({
        changed: (changes) =>
          told.push(...changes.map(({ kind, record }) => `${kind} ${record.id}`)),
        personChanged: (id) => told.push(`person ${id}`),
        sessionEnded: (id) => told.push(`ended ${id}`),
      })
      return told
    }

    describe('another address', () => {
      it('is that of the person and of every booking, and kills the links made before', async () => {
        const { people } = store.storage
        const { person, tokenHash, session } = await signIn(store.storage, { email: old })
        const upcoming = await book(0, 'GRACE@example.org')
        const gone = await cancelled(await book(8, old), fresh('key'))
        const elses = await book(16, 'else@example.org')
        const told = listen()

        const moved = { ...person, email: other }
        const keep = { keep: session.id }
        expect(await people.changeAddress(person.id, other, now, keep)).toEqual({
          kind: 'done',
          person: moved,
        })
        expect(await kept(upcoming.id)).toEqual(readdress(upcoming, other))
        expect(await kept(gone.id)).toEqual(readdress(gone, other))
        expect(await kept(elses.id)).toEqual(elses)
        expect(await people.findSession(tokenHash, now)).toEqual({ session, person: moved })
        expect(await people.findByEmail(old)).toBeNull()
        expect(await people.findByEmail('hopper@example.com')).toEqual(moved)
        expect(new Set(told)).toEqual(
          new Set([`corrected ${upcoming.id}`, `corrected ${gone.id}`, `person ${person.id}`]),
        )
        expect(told.at(-1)).toBe(`person ${person.id}`)
        const asked = { email: other, scope: 'upcoming', now, limit: 9 } as const
        const { items: bookings } = await store.storage.bookings.listOfCustomer(asked)
        expect(bookings.map(({ id }) => id)).toEqual([upcoming.id])
      })

      it('merges whoever has it and has no role', async () => {
        const { people } = store.storage
        const { person, session } = await signIn(store.storage, { email: old })
        const merged = await signIn(store.storage, { email: other })
        const theirs = await book(0, other)
        const told = listen()
        const outcome = await people.changeAddress(person.id, 'hopper@example.com', now, {
          keep: session.id,
        })
        expect(outcome).toMatchObject({ kind: 'done', person: { id: person.id } })
        expect(await people.find(merged.person.id)).toBeNull()
        expect(await people.findSession(merged.tokenHash, now)).toBeNull()
        expect(await kept(theirs.id)).toEqual(theirs)
        expect(new Set(told)).toEqual(
          new Set([`ended ${merged.session.id}`, `person ${person.id}`]),
        )
      })

      it('is refused where an expert or an administrator has it, and nothing changes', async () => {
        const { people } = store.storage
        const { person } = await signIn(store.storage, { email: old })
        const booking = await book(0, old)
        const told = listen()
        const refusal = { kind: 'in_use' }
        expect(await people.changeAddress(person.id, 'ADA@example.com', now)).toEqual(refusal)
        expect(await people.find(person.id)).toEqual(person)
        expect(await kept(booking.id)).toEqual(booking)
        expect(await people.changeAddress('nobody', other, now)).toEqual({ kind: 'gone' })
        expect(told).toEqual([])
      })

      it('is one person’s when two ask for it at once', async () => {
        const { people } = store.storage
        const two = await Promise.all(
          ['one@example.org', 'two@example.org'].map((email) => signIn(store.storage, { email })),
        )
        await Promise.allSettled(
          two.map(({ person }) => people.changeAddress(person.id, other, now)),
        )
        const found = await Promise.all(two.map(({ person }) => people.find(person.id)))
        expect(found.filter((each) => each?.email === other)).toHaveLength(1)
      })
    })

    describe('erasing', () => {
      let made = 0
      const unusable = () => `erased-${++made}@erased.invalid`

      it('leaves bookings of nobody, and forgets the rest', async () => {
        const { people } = store.storage
        const { person, tokenHash, session } = await signIn(store.storage, { email: old })
        const asked = await challenge(store.storage, { email: 'GRACE@example.org' })
        const [claimKey, changeKey] = [fresh('key'), fresh('key')]
        const past = await book(0, old, claimKey)
        const gone = await cancelled(await book(8, old), changeKey)
        const elses = await book(16, 'else@example.org')
        const { applications } = store.storage
        const sent = anApplication({ email: 'GRACE@example.org' })
        await applications.send(sent)
        const elsesSent = anApplication({ email: 'else@example.org' })
        await applications.send(elsesSent)
        const entry = anEntry({ subject: { id: sent.id, name: 'Grace Hopper' }, detail: 'Is ill' })
        await applications.decline({ id: sent.id, at: now }, entry, aMessage())
        const others = anEntry({ subject: { id: elsesSent.id, name: 'Else' }, detail: 'Full' })
        await applications.decline({ id: elsesSent.id, at: now }, others, aMessage())
        await people.setAdmin(old, true, person, { audit: anEntry({ id: fresh('role') }) })
        await people.setAdmin(old, false, person)
        const told = listen()

        made = 0
        expect(await people.erase(person.id, unusable, afterwards)).toBe('done')
        const records = [await kept(past.id), await kept(gone.id)] as BookingRecord[]
        const emails = records.map(({ customer }) => customer.email)
        expect(new Set(emails)).toEqual(new Set([1, 2].map((n) => `erased-${n}@erased.invalid`)))
        expect(records).toEqual(
          [past, gone].map((record, index) => eraseCustomer(record, emails[index] ?? '')),
        )
        expect(await kept(elses.id)).toEqual(elses)
        const trail = (await store.storage.audit.list({ limit: 10 })).items
        expect(
          new Set(trail.map(({ by, subject, detail }) => [by, subject.name, detail].join())),
        ).toEqual(new Set(['admin@example.org,Erased,', 'admin@example.org,Else,Full']))
        expect(await people.find(person.id)).toBeNull()
        expect(await people.findSession(tokenHash, now)).toBeNull()
        expect(await people.findChallenge(asked.id)).toBeNull()
        expect(await applications.listOf(old)).toEqual([])
        expect(await applications.listOf('Else@example.org')).toHaveLength(1)
        expect(new Set(told)).toEqual(
          new Set([`corrected ${past.id}`, `corrected ${gone.id}`, `ended ${session.id}`]),
        )
        const answers = [
          await store.storage.bookings.findAnswer({ expertId: ada }, claimKey),
          await store.storage.bookings.findAnswer({ bookingId: gone.id }, changeKey),
        ]
        expect(answers.map((answer) => answer?.record.version)).toEqual([1, 2])
        expect(JSON.stringify([records, answers])).not.toMatch(/Grace|Hopper|Compilers|ill|555/i)
      })

      it('takes their notes along, also one that is on its way, and leaves those of experts', async () => {
        const { people, notes } = store.storage
        const { person } = await signIn(store.storage, { email: old })
        const [noted, bare] = [await book(0, old), await book(8, old)]
        const own = aNote({ bookingId: noted.id, text: 'Ask about her fee' })
        const experts = aNote({ bookingId: noted.id, side: 'expert', text: 'Knows trains' })
        for (const note of [own, experts]) await notes.save(note)
        expect(await people.erase(person.id, unusable, afterwards)).toBe('done')
        const late = [
          { ...own, version: 2, text: 'And her address' },
          aNote({ bookingId: bare.id, text: 'Nothing yet' }),
        ]
        for (const note of late) expect(await notes.save(note)).toBe('stale_version')
        expect((await notes.find(noted.id, 'customer'))?.text).toBe('')
        expect((await notes.find(bare.id, 'customer'))?.text).toBe('')
        expect(await notes.find(noted.id, 'expert')).toEqual(experts)
      })

      it('leaves no note that was saved in that very moment', async () => {
        const { people, notes } = store.storage
        for (let round = 0; round < 8; round++) {
          const email = `round-${round}@example.org`
          const { person } = await signIn(store.storage, { email })
          const booking = await book(round * 4, email)
          const [erased] = await Promise.all([
            people.erase(person.id, unusable, afterwards),
            notes.save(aNote({ bookingId: booking.id, text: 'Gone in a moment' })),
          ])
          expect(erased).toBe('done')
          expect((await notes.find(booking.id, 'customer'))?.text).toBe('')
        }
      })

      it('is refused while a session is upcoming, and to whoever has a role', async () => {
        const { people } = store.storage
        const { person, tokenHash } = await signIn(store.storage, { email: old })
        const booking = await book(0, old)
        expect(await people.erase(person.id, unusable, now)).toBe('upcoming_bookings')
        expect(await people.erase(expertAda.id, unusable, now)).toBe('has_role')
        expect(await people.erase('nobody', unusable, now)).toBe('gone')
        expect(await kept(booking.id)).toEqual(booking)
        expect((await people.findSession(tokenHash, now))?.person).toEqual(person)
        await people.setAdmin(old, true, person)
        expect(await people.erase(person.id, unusable, afterwards)).toBe('has_role')
        expect(await people.find(expertAda.id)).toEqual(expertAda)
      })

      it('happens once, however many ask for it', async () => {
        const { people } = store.storage
        const { person } = await signIn(store.storage, { email: old })
        const booking = await book(0, old)
        const asked = Array.from({ length: 5 }, () => people.erase(person.id, unusable, afterwards))
        expect((await Promise.all(asked)).toSorted()).toEqual([
          'done',
          'gone',
          'gone',
          'gone',
          'gone',
        ])
        expect((await kept(booking.id))?.version).toBe(2)
      })
    })
  })
}
