import { beforeEach, describe, expect, it } from 'vitest'
import type { Committed } from '../../../src/domain/bookings/booking.ts'
import { type Database, openDatabase } from '../../../src/storage/sqlite/engine/driver.ts'
import {
  createWriteQueue,
  done,
  refused,
  type WriteQueue,
} from '../../../src/storage/sqlite/engine/write-queue.ts'
import { aBooking } from '../fixtures.ts'

let db: Database
let commits: number
let log: string[]
let commitFails: boolean
let queue: WriteQueue
beforeEach(async () => {
  db = await openDatabase(':memory:')
  db.exec('CREATE TABLE note (id INTEGER PRIMARY KEY) STRICT')
  commits = 0
  log = []
  commitFails = false
  queue = createWriteQueue({ ...db, prepare: watchedPrepare }, (changes) => {
    log.push(`told ${changes.map(({ record }) => record.id).join(' ')}`)
  })
})

/** Counts commits, and lets them fail as a full disk would. */
const watchedPrepare: Database['prepare'] = (sql) => {
  const statement = db.prepare<never>(sql)
  if (sql !== 'COMMIT') return statement
  const run = (): number => {
    if (commitFails) throw new Error('The disk is full')
    commits++
    log.push('committed')
    return statement.run()
  }
  return { ...statement, run }
}

function insert(id: number): void {
  db.prepare('INSERT INTO note VALUES (?)').run(id)
}

function write(id: number): Promise<number> {
  const change: Committed = { kind: 'booked', record: aBooking({ id: `b${id}` }) }
  const answer = queue.write(() => {
    log.push(`run ${id}`)
    insert(id)
    return done(id, [change])
  })
  void answer.then(() => log.push(`answered ${id}`)).catch(() => {})
  return answer
}

function stored(): number[] {
  return db
    .prepare<{ id: number }>('SELECT id FROM note ORDER BY id')
    .all()
    .map(({ id }) => id)
}

describe('the write queue', () => {
  it('makes one commit of what is asked for in one turn, tells of it and then answers', async () => {
    await Promise.all([write(1), write(2), write(3)])
    expect(log).toEqual(
      'run 1,run 2,run 3,committed,told b1 b2 b3,answered 1,answered 2,answered 3'.split(','),
    )
    await write(4)
    expect(commits).toBe(2)
  })

  it('answers a batch, and lets others have a turn, before the next one runs', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => index)
    const answers = ids.map(write)
    void answers[0]?.then(() => setImmediate(() => log.push('another turn')))
    await Promise.all(answers)
    expect(commits).toBe(3)
    expect(log.indexOf('answered 7')).toBeLessThan(log.indexOf('run 8'))
    expect(log.indexOf('another turn')).toBeLessThan(log.indexOf('run 16'))
    expect(stored()).toEqual(ids)
  })

  it('takes back what was refused or failed, and nothing else of the batch', async () => {
    const refusal = queue.write(() => {
      insert(10)
      return refused('no')
    })
    const failure = queue.write(() => {
      insert(11)
      throw new Error('a bug')
    })
    const [first, second, third, last] = await Promise.allSettled([
      write(1),
      refusal,
      failure,
      write(2),
    ])
    expect(first).toMatchObject({ value: 1 })
    expect(second).toMatchObject({ value: 'no' })
    expect(third).toMatchObject({ reason: { message: 'a bug' } })
    expect(last).toMatchObject({ value: 2 })
    expect(stored()).toEqual([1, 2])
    expect(log).toContain('told b1 b2')
    expect(commits).toBe(1)
  })

  it('fails all of a batch whose commit fails, tells nobody, and goes on', async () => {
    commitFails = true
    const results = await Promise.allSettled([write(1), write(2)])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(stored()).toEqual([])
    commitFails = false
    await write(3)
    expect(stored()).toEqual([3])
    expect(log.filter((line) => line.startsWith('told'))).toEqual(['told b3'])
  })

  it('fails all of a batch when SQLite ends the transaction under it', async () => {
    const broken = queue.write(() => {
      db.exec('ROLLBACK')
      throw new Error('The disk is full')
    })
    const results = await Promise.allSettled([write(1), broken, write(2)])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(stored()).toEqual([])
    await write(3)
    expect(stored()).toEqual([3])
  })

  it('drains what is waiting and takes nothing more', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => index)
    const answers = ids.map(write)
    await queue.drain()
    expect(await Promise.all(answers)).toEqual(ids)
    await expect(write(99)).rejects.toThrow('closed')
    await queue.drain()
  })
})
