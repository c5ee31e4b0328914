import type { PeopleStorage } from '../../port/people.ts'
import { createBookingsOf } from '../bookings/of-customer.ts'
import { createChallenges } from './challenges.ts'
import type { Feed } from '../engine/feed.ts'
import type { Models } from '../engine/models.ts'
import type { createOperations } from '../engine/operations.ts'
import type { createPeople } from './people.ts'
import { createPersonChanges } from './person-changes.ts'
import { createSessions } from './sessions.ts'

export function createPeopleStorage(
  models: Models,
  people: ReturnType<typeof createPeople>,
  feed: Feed,
  { run, runLong }: Pick<ReturnType<typeof createOperations>, 'run' | 'runLong'>,
): PeopleStorage {
  const challenges = createChallenges(models)
  const sessions = createSessions(models, feed)
  const bookingsOf = createBookingsOf(models)
  const changes = createPersonChanges(models, feed)

  return {
    startChallenge: (challenge) => run(() => challenges.start(challenge)),
    findChallenge: (id) => run(() => challenges.find(id)),
    tryCode: (id, codeHash, now) => run(() => challenges.tryCode(id, codeHash, now)),
    takeLink: (linkHash, proof, now) => run(() => challenges.takeLink(linkHash, proof, now)),

    signIn: (made, opened, tokenHash) =>
      run(async () => {
        const person = await people.findOrInsert(made)
        const session = { ...opened, personId: person.id }
        await sessions.insert(session, tokenHash)
        return { session, person }
      }),
    findSession: (tokenHash, now) => run(() => sessions.find(tokenHash, now)),
    touchSession: (id, seenAt) => run(() => sessions.touch(id, seenAt)),
    listSessions: (personId, now) => run(() => sessions.list(personId, now)),
    endSession: (personId, id) => run(() => sessions.end(personId, id)),

    findPerson: (id) => run(() => people.findById(id)),
    findPersonByEmail: (email) => run(() => people.findByEmail(email)),
    setAdmin: (email, isAdmin, made, audit) =>
      run(() => people.setAdmin({ ...made, email, isAdmin }, audit)),

    listBookingsOf: (asked) => run(() => bookingsOf(asked)),
    changeAddress: (personId, email, now) => run(() => changes.changeAddress(personId, email, now)),
    erasePerson: (personId, unusableEmail, now) =>
      run(() => changes.erase(personId, unusableEmail, now)),
    forgetEnded: (before) =>
      runLong(async () => (await challenges.forget(before)) + (await sessions.forget(before))),
  }
}
