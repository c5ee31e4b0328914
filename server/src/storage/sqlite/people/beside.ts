import { existsSync } from 'node:fs'
import type { Person } from '../../../domain/people/person.ts'
import { entryAbout } from '../../rules/entry-about.ts'
import type { PeopleStorage } from '../../port/people.ts'
import { createAudit } from '../audit/audit.ts'
import { type Database, openDatabase } from '../engine/driver.ts'
import { schemaVersion, storedVersion } from '../engine/migrations.ts'
import { explainFault } from '../engine/faults.ts'
import { applySettings, checkOrigin } from '../engine/open.ts'
import { createMessages } from '../messages/messages.ts'
import { createPasskeys, forgetPasskeysOf } from './passkeys.ts'
import { createPeople } from './people.ts'
import { refuseUnfinished } from '../engine/unfinished-copy.ts'

export type PeopleBeside = Pick<PeopleStorage, 'setAdmin' | 'forgetPasskeys'>

/**
 * Sets a role, or forgets somebody's passkeys, in one short write transaction, beside the server that has the file open. That server reads roles anew with
 * every request; sockets that are open stay so. `null`: there is no such file, or this version has not opened it yet.
 */
export async function openBeside(file: string): Promise<(PeopleBeside & { close(): void }) | null> {
  if (!existsSync(file)) return null
  const db = await openDatabase(file)
  try {
    checkOrigin(db, file)
    refuseUnfinished(db, file)
    if (storedVersion(db) !== schemaVersion) {
      db.close()
      return null
    }
    applySettings(db, file)
  } catch (error) {
    db.close()
    throw explainFault(error, file)
  }
  return {
    setAdmin: setAdminIn(db, file),
    forgetPasskeys: forgetPasskeysIn(db, file),
    close: () => db.close(),
  }
}

function setAdminIn(db: Database, file: string): PeopleStorage['setAdmin'] {
  const people = createPeople(db)
  const audit = createAudit(db)
  const messages = createMessages(db)
  return async (email, isAdmin, made, beside = {}): Promise<Person> => {
    try {
      db.exec('BEGIN IMMEDIATE')
      const { person, granted } = people.setAdmin({ ...made, email, isAdmin })
      if (granted && beside.audit) audit.insert(entryAbout(beside.audit, person))
      if (granted && beside.tell) messages.insert(beside.tell(person))
      db.exec('COMMIT')
      return person
    } catch (error) {
      throw explainFault(error, file)
    }
  }
}

function forgetPasskeysIn(db: Database, file: string): PeopleStorage['forgetPasskeys'] {
  const parts = { people: createPeople(db), passkeys: createPasskeys(db) }
  return async (email) => {
    try {
      db.exec('BEGIN IMMEDIATE')
      const forgotten = forgetPasskeysOf(parts, email)
      db.exec('COMMIT')
      return forgotten
    } catch (error) {
      throw explainFault(error, file)
    }
  }
}
