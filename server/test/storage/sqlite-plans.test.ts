import { describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../src/storage/sqlite/driver.ts'
import { createAnswers } from '../../src/storage/sqlite/answers.ts'
import { createCacheFreshness } from '../../src/storage/sqlite/cache-freshness.ts'
import { createDirectory } from '../../src/storage/sqlite/directory.ts'
import { createExperts } from '../../src/storage/sqlite/experts.ts'
import { migrate } from '../../src/storage/sqlite/migrations.ts'
import { createRecords } from '../../src/storage/sqlite/records.ts'
import { createReviews } from '../../src/storage/sqlite/reviews.ts'
import { createSchedules } from '../../src/storage/sqlite/schedules.ts'
import { createSweeps } from '../../src/storage/sqlite/sweeps.ts'
import { createUses } from '../../src/storage/sqlite/uses.ts'

/** Small, or meant to be read whole. */
const mayScan = ['FROM category ORDER BY rid', 'json_group_array(rid) AS rids FROM expert']

/** What is prepared while the parts are made, with the tables that SQLite would read from end to end for it. */
async function scans(): Promise<string[]> {
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
  const records = createRecords(recording)
  const freshness = createCacheFreshness(recording)
  createAnswers(recording)
  createSchedules(recording)
  createReviews(recording)
  createUses(recording)
  createDirectory(recording, createExperts(recording, freshness, records), freshness)
  createSweeps(recording, records, () => Promise.reject(new Error('Nothing is written here')))
  return prepared
    .filter((sql) => !sql.startsWith('PRAGMA') && !mayScan.some((part) => sql.endsWith(part)))
    .flatMap((sql) =>
      db
        .prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .filter(({ detail }) => /^SCAN (?!\(|match\b|CONSTANT)/.test(detail))
        .map(({ detail }) => `${detail} for ${sql}`),
    )
}

describe('the plans of SQLite', () => {
  it('go through an index for every statement, however many records there are', async () => {
    expect(await scans()).toEqual([])
  })
})
