import { expect, it } from 'vitest'
import { createAnswers } from '../../../src/storage/sqlite/bookings/answers.ts'
import { createFeeds } from '../../../src/storage/sqlite/calendars/feeds.ts'
import { openDatabase } from '../../../src/storage/sqlite/engine/driver.ts'
import { migrate } from '../../../src/storage/sqlite/engine/migrations.ts'
import { createRecords } from '../../../src/storage/sqlite/bookings/records.ts'
import { allOf } from '../calendars/feed-fixtures.ts'

it('a database from before the desk knows that its customers cancelled, and that nobody had paused', async () => {
  const db = await openDatabase(':memory:')
  migrate(db, 4)
  db.exec(`
    INSERT INTO category (slug, name, icon) VALUES ('law', 'Law', 'scale');
    INSERT INTO expert (id, slug, name, headline, bio, bring, category, skills, languages,
      hourly_rate, rating_average, rating_count)
    VALUES ('expert-1', 'ada', 'Ada', '', '', '[]', 'law', '[]', '[]', 100, 0, 0);
    INSERT INTO schedule VALUES ('expert-1', 1, 'UTC', '{}', '{}', '[30]', '{}', '[]');
    INSERT INTO record (id, expert_id, state, version, starts_at, ends_at, until, minutes,
      created_at, booked_at, customer_name, customer_email, time_zone, hourly_rate, currency,
      token_version, cancellation_minutes, cancelled_at)
    VALUES
      ('gone-1', 'expert-1', 'cancelled', 2, 0, 1, 1, 30, 0, 0, 'A', 'a@b', 'UTC', 1, 'USD', 1, 0, 7),
      ('kept-1', 'expert-1', 'booked', 1, 0, 1, 1, 30, 0, 3, 'A', 'a@b', 'UTC', 1, 'USD', 1, 0, NULL);
    INSERT INTO answer VALUES
      ('booking:gone-1', 'key', 'print', 0, 1, 0, '{"id":"gone-1","state":"cancelled"}'),
      ('expert:expert-1', 'key', 'print', 0, 1, 0, '{"id":"kept-1","state":"booked"}');
  `)
  migrate(db)
  const records = createRecords(db)
  expect(records.find('gone-1')).toMatchObject({ state: 'cancelled', cancelledBy: 'customer' })
  expect(records.find('kept-1')).not.toHaveProperty('cancelledBy')
  const answers = createAnswers(db)
  const answered = { id: 'gone-1', state: 'cancelled', cancelledBy: 'customer' }
  expect(answers.find({ bookingId: 'gone-1' }, 'key')?.record).toEqual(answered)
  const untouched = { id: 'kept-1', state: 'booked' }
  expect(answers.find({ expertId: 'expert-1' }, 'key')?.record).toEqual(untouched)
  expect(db.prepare('SELECT paused FROM schedule').all()).toEqual([{ paused: 0 }])
  expect(db.prepare('SELECT meeting_url AS url FROM expert').all()).toEqual([{ url: null }])
  const dated = createFeeds(db).listBookings(allOf({ expertId: 'expert-1' }))
  expect(dated.map(({ booking, changedAt }) => [booking.id, changedAt])).toEqual([
    ['kept-1', 3],
    ['gone-1', 7],
  ])
  db.close()
})
