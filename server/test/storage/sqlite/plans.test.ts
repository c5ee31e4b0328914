import { describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../../src/storage/sqlite/engine/driver.ts'
import { createAnswers } from '../../../src/storage/sqlite/bookings/answers.ts'
import { createApplications } from '../../../src/storage/sqlite/applications/applications.ts'
import { createAudit } from '../../../src/storage/sqlite/audit/audit.ts'
import { createBlocks } from '../../../src/storage/sqlite/blocks/blocks.ts'
import { createReports } from '../../../src/storage/sqlite/blocks/reports.ts'
import { createListAlike, createListHolds } from '../../../src/storage/sqlite/bookings/alike.ts'
import { createListOfCustomer } from '../../../src/storage/sqlite/bookings/of-customer.ts'
import { createFeeds } from '../../../src/storage/sqlite/calendars/feeds.ts'
import { createCacheFreshness } from '../../../src/storage/sqlite/engine/cache-freshness.ts'
import { createDirectory } from '../../../src/storage/sqlite/experts/directory.ts'
import { createExpertRows } from '../../../src/storage/sqlite/experts/expert-rows.ts'
import { createCategories } from '../../../src/storage/sqlite/experts/categories.ts'
import { createExpertSets } from '../../../src/storage/sqlite/experts/expert-sets.ts'
import { createList } from '../../../src/storage/sqlite/experts/list.ts'
import { createNextFree } from '../../../src/storage/sqlite/experts/next-free.ts'
import { createPhotos } from '../../../src/storage/sqlite/experts/photos.ts'
import { createPeopleStorage } from '../../../src/storage/sqlite/people/storage.ts'
import { createSearch } from '../../../src/storage/sqlite/bookings/search.ts'
import { createExperts } from '../../../src/storage/sqlite/experts/experts.ts'
import { migrate } from '../../../src/storage/sqlite/engine/migrations.ts'
import { createInstallation } from '../../../src/storage/sqlite/installation/installation.ts'
import { createChoices } from '../../../src/storage/sqlite/messages/choices.ts'
import { createMessages } from '../../../src/storage/sqlite/messages/messages.ts'
import { createTally } from '../../../src/storage/sqlite/bookings/tally.ts'
import { createTakeUp } from '../../../src/storage/sqlite/bookings/owing.ts'
import { createNotes } from '../../../src/storage/sqlite/notes/notes.ts'
import { createPeople } from '../../../src/storage/sqlite/people/people.ts'
import { createProfiles } from '../../../src/storage/sqlite/experts/profiles.ts'
import { createRecords } from '../../../src/storage/sqlite/bookings/records.ts'
import { createReviews } from '../../../src/storage/sqlite/reviews/reviews.ts'
import { createSchedules } from '../../../src/storage/sqlite/schedules/schedules.ts'
import { createListOfExpert } from '../../../src/storage/sqlite/bookings/of-expert.ts'
import { createSweeps } from '../../../src/storage/sqlite/bookings/sweeps.ts'
import { createUses } from '../../../src/storage/sqlite/uses/uses.ts'

/** Small, or meant to be read whole. */
const mayScan = [
  'FROM category ORDER BY rid',
  'json_group_array(rid) AS rids FROM expert',
  // Each word once; kept for a minute.
  'SELECT DISTINCT word FROM expert_word)',
  // Indexes of nothing but what waits, has failed or is owed.
  'AS failed',
]

/** Little enough to be sorted: the time of one expert, matches, stars, the bookings of an address, administrators. */
const maySort = [
  'expires_at > ?) ORDER BY starts_at',
  'json_each(?)',
  'GROUP BY rating',
  'INDEXED BY record_of_email',
  'is_admin = 1 ORDER BY email_key',
]

/** What is prepared while the parts are made, with the steps that SQLite would take for it. */
async function steps(): Promise<{ sql: string; detail: string }[]> {
  const db = await openDatabase(':memory:')
  migrate(db)
  const prepared: string[] = []
  const recording: Database = {
    ...db,
    prepare(sql) {
      prepared.push(sql.replaceAll(/\s+/g, ' ').trim())
      return db.prepare(sql)
    },
  }
  const never = () => Promise.reject(new Error('Nothing is written here'))
  const untold = { write: never, tell: () => undefined }
  const records = createRecords(recording)
  const freshness = createCacheFreshness(recording)
  const audit = createAudit(recording)
  const people = createPeople(recording)
  const applications = createApplications(recording)
  createAnswers(recording)
  const reviews = createReviews(recording)
  createUses(recording, never)
  const messages = createMessages(recording)
  createTakeUp(recording, messages)
  createChoices(recording, messages)
  const blocks = createBlocks(recording)
  createReports(recording)
  createListAlike(recording)
  createTally(recording)
  createListHolds(recording)
  const notes = createNotes(recording)
  const feeds = createFeeds(recording)
  const ofPeople = { people, records, applications, audit, messages, blocks, reviews, notes, feeds }
  createPeopleStorage(recording, ofPeople, untold)
  createInstallation(recording, never)
  createListOfCustomer(recording)
  createListOfExpert(recording)
  createSearch(recording)
  const parts = {
    records,
    experts: createExperts(recording, freshness),
    rows: createExpertRows(recording, createSchedules(recording)),
    matching: createExpertSets(recording, freshness),
    photos: createPhotos(recording),
    people,
    applications,
    audit,
    messages,
    freshness,
  }
  createDirectory(recording, parts)
  createList(recording, parts)
  createNextFree(recording, parts, never)
  createProfiles(recording, parts, untold)
  createCategories(recording, parts, never)
  createSweeps(recording, records, never)
  return prepared
    .filter((sql) => !sql.startsWith('PRAGMA'))
    .flatMap((sql) =>
      db
        .prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => ({ sql, detail })),
    )
}

describe('the plans of SQLite', () => {
  it('go through an index for every statement, however many records there are', async () => {
    const scans = (await steps())
      .filter(({ sql }) => !mayScan.some((part) => sql.endsWith(part)))
      .filter(({ detail }) => /^SCAN (?!\(|match\b|CONSTANT)/.test(detail))
    expect(scans).toEqual([])
  })

  it('sort only what is small, so that a page costs no more than its rows', async () => {
    const sorts = (await steps())
      .filter(({ sql }) => !maySort.some((part) => sql.includes(part)))
      .filter(({ detail }) => detail.includes('TEMP B-TREE'))
    expect(sorts).toEqual([])
  })
})
