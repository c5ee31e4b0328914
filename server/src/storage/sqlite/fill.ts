import type { Content } from '../port/content.ts'
import { ratedExperts } from '../rules/reviews.ts'
import type { Database } from './engine/driver.ts'
import type { ExpertRows } from './experts/expert-rows.ts'
import type { People } from './people/people.ts'
import type { Records } from './bookings/records.ts'
import type { Reviews } from './reviews/reviews.ts'

interface Parts {
  readonly records: Records
  readonly experts: ExpertRows
  readonly reviews: Pick<Reviews, 'insert'>
  readonly people: People
}

export function createFill(db: Database, { records, experts, reviews, people }: Parts) {
  const anything = db.prepare<{ found: number }>(`
    SELECT EXISTS (SELECT 1 FROM category) OR EXISTS (SELECT 1 FROM expert)
      OR EXISTS (SELECT 1 FROM record) AS found`)
  const insertCategory = db.prepare('INSERT INTO category (slug, name, icon) VALUES (?, ?, ?)')
  function isEmpty(): boolean {
    return anything.get()?.found === 0
  }

  /** The caller runs it in one transaction. */
  function fill(content: Content): void {
    if (!isEmpty()) throw new Error('The store is not empty: it is filled only once')
    for (const { slug, name, icon } of content.categories) insertCategory.run(slug, name, icon)

    for (const expert of ratedExperts(content)) experts.insert(expert, null)
    for (const review of content.reviews) reviews.insert(review)
    for (const person of content.people) people.insert(person)
    for (const booking of content.bookings) {
      records.insert(booking, booking.bookedAt)
      if (booking.state === 'booked' && !records.takeCells(booking)) {
        throw new Error(`Booking ${booking.id} overlaps another one`)
      }
    }
  }

  return { isEmpty, fill }
}
