import type { Database } from './driver.ts'
import { first } from './migrations/001-first.ts'
import { dueOnlyIfTaken } from './migrations/002-due-only-if-taken.ts'
import { usesAreCounted } from './migrations/003-uses-are-counted.ts'
import { peopleSignIn } from './migrations/004-people-sign-in.ts'
import { desk } from './migrations/005-desk.ts'
import { expertsAreListed } from './migrations/006-experts-are-listed.ts'
import { administration } from './migrations/007-administration.ts'
import { meetingLinks } from './migrations/008-meeting-links.ts'
import { messages } from './migrations/009-messages.ts'
import { telling } from './migrations/010-telling.ts'
import { erasing } from './migrations/011-erasing.ts'
import { origins } from './migrations/012-origins.ts'
import { hardToAbuse } from './migrations/013-hard-to-abuse.ts'
import { blocks } from './migrations/014-blocks.ts'
import { reviews } from './migrations/015-reviews.ts'
import { synonyms } from './migrations/016-synonyms.ts'
import { attendance } from './migrations/017-attendance.ts'
import { correctionsAndOffers } from './migrations/018-corrections-and-offers.ts'
import { notes } from './migrations/019-notes.ts'
import { calendars } from './migrations/020-calendars.ts'
import { accounts } from './migrations/later/021-accounts.ts'
import { receiving } from './migrations/later/022-receiving.ts'

/** Never edited once released: a database remembers how many of them it went through. */
const migrations: readonly string[] = [
  first,
  dueOnlyIfTaken,
  usesAreCounted,
  peopleSignIn,
  desk,
  expertsAreListed,
  administration,
  meetingLinks,
  messages,
  telling,
  erasing,
  origins,
  hardToAbuse,
  blocks,
  reviews,
  synonyms,
  attendance,
  correctionsAndOffers,
  notes,
  calendars,
  accounts,
  receiving,
]

/** "ExpC", so that a database of another program is not taken for ours. */
export const applicationId = 0x45787043

export const schemaVersion = migrations.length

/** From this version on deleted bytes are filled with zeros. */
export const zeroesDeleted = 11

export function storedVersion(db: Database): number {
  return db.prepare<{ user_version: number }>('PRAGMA user_version').get()?.user_version ?? 0
}

/** Each step is one transaction with its number, so that a crash leaves a whole version behind. `to`: and no further. */
export function migrate(db: Database, to = schemaVersion): void {
  for (const [index, sql] of migrations.slice(0, to).entries()) {
    if (index < storedVersion(db)) continue
    db.exec('BEGIN IMMEDIATE')
    try {
      db.exec(sql)
      db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${index + 1}`)
      db.exec('COMMIT')
    } catch (error) {
      db.exec('ROLLBACK')
      throw error
    }
  }
}
