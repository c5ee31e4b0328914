import type { PeopleStorage } from '../../port/people.ts'
import type { Audit } from '../audit/audit.ts'
import type { Feed } from '../engine/feed.ts'
import type { Models } from '../engine/models.ts'
import type { Messages } from '../messages/messages.ts'
import type { createOperations } from '../engine/operations.ts'
import { createChallenges } from './challenges.ts'
import { createList } from './list.ts'
import { createPasskeys } from './passkeys.ts'
import type { People } from './people.ts'
import { createPersonChanges } from './person-changes.ts'
import { createSessions } from './sessions.ts'

export function createPeopleStorage(
  models: Models,
  parts: { readonly people: People; readonly audit: Audit; readonly messages: Messages },
  feed: Feed,
  { bounded, lasting }: Pick<ReturnType<typeof createOperations>, 'bounded' | 'lasting'>,
): PeopleStorage {
  const { people, audit } = parts
  const challenges = createChallenges(models)
  const sessions = createSessions(models, feed)
  const passkeys = createPasskeys(models, people, feed)
  const changes = createPersonChanges(models, parts, feed)

  return {
    ...bounded<Omit<PeopleStorage, 'forgetEnded'>>({
      startChallenge: challenges.start,
      findChallenge: challenges.find,
      tryCode: challenges.tryCode,
      takeLink: challenges.takeLink,

      async signIn(made, opened, tokenHash, beside = {}) {
        const person = await people.findOrInsert(made)
        const session = { ...opened, personId: person.id }
        const { tell: _tell, ...untold } = beside
        await models.sessions.db.transaction(async (within) => {
          const isFirst =
            !(await sessions.hasAny(person.id, within)) &&
            !(await audit.hasSignedIn(person.id, within))
          await sessions.insert(session, tokenHash, within)
          await people.writeBeside(isFirst ? untold : beside, person, within)
        })
        return { session, person }
      },
      findSession: sessions.find,
      touchSession: sessions.touch,
      listSessions: sessions.list,
      endSession: sessions.end,
      endSessions: changes.endSessions,

      listPasskeys: passkeys.list,
      findPasskey: passkeys.find,
      addPasskey: passkeys.add,
      usePasskey: passkeys.use,
      removePasskey: passkeys.remove,
      forgetPasskeys: passkeys.forgetOf,

      find: people.find,
      findByEmail: people.findByEmail,
      list: createList(models),
      setAdmin: (email, isAdmin, made, beside) =>
        people.setAdmin({ ...made, email, isAdmin }, beside),
      changeRole: people.changeRole,
      changeAddress: changes.changeAddress,
      erase: changes.erase,
    }),
    ...lasting({
      forgetEnded: async (before: Parameters<PeopleStorage['forgetEnded']>[0]) =>
        (await challenges.forget(before)) + (await sessions.forget(before)),
    }),
  }
}
