import type { Instant } from '../../domain/instant.ts'
import type { createListeners } from '../listeners.ts'
import type { PeopleStorage } from '../people-port.ts'
import { createBookingsOf } from './bookings-of.ts'
import { createChallenges } from './challenges.ts'
import type { Database } from './driver.ts'
import type { People } from './people.ts'
import { createSessions } from './sessions.ts'
import { untilDone } from './sweeps.ts'
import { done, refused } from './write-queue.ts'
import type { Write } from './write-queue.ts'

export function createPeopleStorage(
  db: Database,
  people: People,
  write: Write,
  tell: ReturnType<typeof createListeners>['tell'],
): PeopleStorage {
  const challenges = createChallenges(db)
  const sessions = createSessions(db)
  const bookingsOf = createBookingsOf(db)

  function tellEnded(ids: readonly string[]): number {
    for (const id of ids) tell((listener) => listener.sessionEnded?.(id))
    return ids.length
  }

  async function forgetEnded(before: Instant): Promise<number> {
    const asked = await untilDone(() => write(() => done(challenges.forget(before))))
    const ended = await untilDone(async () =>
      tellEnded(await write(() => done(sessions.forget(before)))),
    )
    return asked + ended + tellEnded(await write(() => done(sessions.forgetOfAdmins(before))))
  }

  return {
    startChallenge: (challenge) => write(() => challenges.start(challenge)),
    findChallenge: async (id) => challenges.find(id),
    tryCode: (id, codeHash, now) => write(() => challenges.tryCode(id, codeHash, now)),
    takeLink: (linkHash, proof, now) => write(() => challenges.takeLink(linkHash, proof, now)),

    signIn: (made, opened, tokenHash) =>
      write(() => {
        const person = people.findOrInsert(made)
        const session = { ...opened, personId: person.id }
        sessions.insert(session, tokenHash)
        return done({ session, person })
      }),
    findSession: async (tokenHash, now) => sessions.find(tokenHash, now),
    touchSession: (id, seenAt) => write(() => done(sessions.touch(id, seenAt))),
    listSessions: async (personId, now) => sessions.list(personId, now),
    async endSession(personId, id) {
      const ended = await write(() => (sessions.end(personId, id) ? done(true) : refused(false)))
      if (ended) tellEnded([id])
      return ended
    },

    findPerson: async (id) => people.findById(id),
    findPersonByEmail: async (email) => people.findByEmail(email),
    async setAdmin(email, isAdmin, made) {
      const { person, changed } = await write(() =>
        done(people.setAdmin({ ...made, email, isAdmin })),
      )
      if (changed) tell((listener) => listener.personChanged?.(person.id))
      return person
    },

    listBookingsOf: async (asked) => bookingsOf(asked),
    forgetEnded,
  }
}
