import type { Person } from '../../../domain/people/person.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { Beside, PeopleStorage, RoleOutcome } from '../../port/people.ts'
import { entryAbout } from '../../rules/entry-about.ts'
import type { Applications } from '../applications/applications.ts'
import type { Audit } from '../audit/audit.ts'
import type { Blocks } from '../blocks/blocks.ts'
import type { Notes } from '../notes/notes.ts'
import type { Reviews } from '../reviews/reviews.ts'
import type { Feeds } from '../calendars/feeds.ts'
import type { Records } from '../bookings/records.ts'
import type { Database } from '../engine/driver.ts'
import { emptyLog } from '../engine/empty-log.ts'
import { done, refused, untilDone, type WriteAndTell } from '../engine/write-queue.ts'
import { createChallenges } from './challenges.ts'
import { createList } from './list.ts'
import type { Messages } from '../messages/messages.ts'
import { createPasskeys, forgetPasskeysOf } from './passkeys.ts'
import type { People } from './people.ts'
import { createPersonChanges } from './person-changes.ts'
import { createSessions } from './sessions.ts'

interface Parts {
  readonly people: People
  readonly records: Records
  readonly applications: Applications
  readonly audit: Audit
  readonly messages: Messages
  readonly blocks: Pick<Blocks, 'forgetOf'>
  readonly reviews: Pick<Reviews, 'forgetWriters'>
  readonly notes: Pick<Notes, 'empty'>
  readonly feeds: Pick<Feeds, 'forgetOf'>
}

export function createPeopleStorage(
  db: Database,
  parts: Parts,
  { write, tell }: WriteAndTell,
): PeopleStorage {
  const { people, audit, messages } = parts
  const challenges = createChallenges(db)
  const sessions = createSessions(db)
  const passkeys = createPasskeys(db)
  const list = createList(db)
  const changes = createPersonChanges(db, { ...parts, sessions, passkeys, challenges })

  function tellEnded(ids: readonly string[]): number {
    for (const id of ids) tell((listener) => listener.sessionEnded?.(id))
    return ids.length
  }

  async function forgetEnded(before: Instant): Promise<number> {
    const asked = await untilDone(() => write(() => done(challenges.forget(before))))
    const ended = await untilDone(async () =>
      tellEnded(await write(() => done(sessions.forget(before)))),
    )
    const ofAdmins = tellEnded(await write(() => done(sessions.forgetOfAdmins(before))))
    emptyLog(db)
    return asked + ended + ofAdmins
  }

  async function changeRole(
    personId: string,
    isAdmin: boolean,
    beside: Beside,
  ): Promise<RoleOutcome> {
    let changed = false
    const outcome = await write<RoleOutcome>(() => {
      const before = people.find(personId)
      const person = people.changeRole(personId, isAdmin)
      if (person === null) return refused({ kind: 'not_found' })
      if (person === 'still_needed') return refused({ kind: person })
      changed = before?.isAdmin !== isAdmin
      if (changed) writeBeside(beside, person)
      return done({ kind: 'done', person })
    })
    if (changed) tell((listener) => listener.personChanged?.(personId))
    return outcome
  }

  /** The entry and the message about a person, as they are from then on. */
  function writeBeside({ audit: entry, tell: telling }: Beside, person: Person): void {
    if (entry) audit.insert(entryAbout(entry, person))
    if (telling) messages.insert(telling(person))
  }

  return {
    startChallenge: (challenge) => write(() => challenges.start(challenge)),
    findChallenge: async (id) => challenges.find(id),
    tryCode: (id, codeHash, now) => write(() => challenges.tryCode(id, codeHash, now)),
    takeLink: (linkHash, proof, now) => write(() => challenges.takeLink(linkHash, proof, now)),

    signIn: (made, opened, tokenHash, beside = {}) =>
      write(() => {
        const person = people.findOrInsert(made)
        const session = { ...opened, personId: person.id }
        const isFirst = !sessions.hasAny(person.id) && !audit.hasSignedIn(person.id)
        const { tell: _tell, ...untold } = beside
        writeBeside(isFirst ? untold : beside, person)
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

    listPasskeys: async (personId) => passkeys.list(personId),
    findPasskey: async (credentialId) => passkeys.find(credentialId),
    async addPasskey(passkey, sessionId, beside = {}) {
      const { personId } = passkey
      const added = await write(() => {
        const person = people.find(personId)
        if (!person || passkeys.find(passkey.credentialId)) return refused(false)
        passkeys.insert(passkey)
        sessions.mark(personId, sessionId)
        writeBeside(beside, person)
        return done(true)
      })
      if (added) tell((listener) => listener.personChanged?.(personId))
      return added
    },
    usePasskey: (id, count, usedAt) => write(() => done(passkeys.use(id, count, usedAt))),
    async removePasskey(personId, id, beside = {}) {
      const removed = await write(() => {
        const person = people.find(personId)
        if (!person || !passkeys.remove(personId, id)) return refused(false)
        writeBeside(beside, person)
        return done(true)
      })
      if (removed) tell((listener) => listener.personChanged?.(personId))
      return removed
    },
    forgetPasskeys: (email) => write(() => done(forgetPasskeysOf({ people, passkeys }, email))),

    async endSessions(personId) {
      return tellEnded(await write(() => done(sessions.endAll(personId))))
    },

    find: async (id) => people.find(id),
    findByEmail: async (email) => people.findByEmail(email),
    list: async (asked) => list(asked),
    async setAdmin(email, isAdmin, made, beside = {}) {
      const { person, changed } = await write(() => {
        const set = people.setAdmin({ ...made, email, isAdmin })
        if (set.granted) writeBeside(beside, set.person)
        return done(set)
      })
      if (changed) tell((listener) => listener.personChanged?.(person.id))
      return person
    },

    changeRole,
    async changeAddress(personId, email, now, beside = {}) {
      const { ended, ...outcome } = await write(() =>
        changes.changeAddress(personId, email, now, beside),
      )
      tellEnded(ended)
      if (outcome.kind === 'done') tell((listener) => listener.personChanged?.(personId))
      return outcome
    },
    async erase(personId, unusableEmail, now) {
      const { kind, ended } = await write(() => changes.erase(personId, unusableEmail, now))
      tellEnded(ended)
      // Where somebody reads just now, the sweep of the next hour does it.
      if (kind === 'done') emptyLog(db)
      return kind
    },
    forgetEnded,
  }
}
