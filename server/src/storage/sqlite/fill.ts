import { wordsOfExpert } from '../../domain/search-words.ts'
import type { Content } from '../port.ts'
import { primarySubtag } from '../primary-subtag.ts'
import { ratingOf } from '../rating.ts'
import type { Database } from './driver.ts'
import type { Records } from './records.ts'
import type { createReviews } from './reviews.ts'
import type { Schedules } from './schedules.ts'

interface Parts {
  readonly records: Records
  readonly schedules: Schedules
  readonly reviews: ReturnType<typeof createReviews>
}

export function createFill(db: Database, { records, schedules, reviews }: Parts) {
  const anything = db.prepare<{ found: number }>(`
    SELECT EXISTS (SELECT 1 FROM category) OR EXISTS (SELECT 1 FROM expert)
      OR EXISTS (SELECT 1 FROM record) AS found`)
  const insertCategory = db.prepare('INSERT INTO category (slug, name, icon) VALUES (?, ?, ?)')
  const insertExpert = db.prepare(`
    INSERT INTO expert (id, slug, name, headline, bio, bring, category, skills, languages,
      hourly_rate, photo_url, rating_average, rating_count, next_free_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const insertWord = db.prepare(
    'INSERT INTO expert_word (word, expert) SELECT ?, rid FROM expert WHERE id = ?',
  )
  const insertLanguage = db.prepare(
    'INSERT INTO expert_language (language, expert) SELECT ?, rid FROM expert WHERE id = ?',
  )

  function isEmpty(): boolean {
    return anything.get()?.found === 0
  }

  /** The caller runs it in one transaction. */
  function fill(content: Content): void {
    if (!isEmpty()) throw new Error('The store is not empty: it is filled only once')
    for (const { slug, name, icon } of content.categories) insertCategory.run(slug, name, icon)

    const starsOf = new Map<string, number[]>()
    for (const { expertId, rating } of content.reviews) {
      const stars = starsOf.get(expertId)
      if (stars) stars.push(rating)
      else starsOf.set(expertId, [rating])
    }
    for (const expert of content.experts) addExpert(expert, starsOf.get(expert.id) ?? [])
    for (const review of content.reviews) reviews.insert(review.expertId, review)
    for (const booking of content.bookings) {
      records.insert(booking, booking.bookedAt)
      if (booking.state === 'booked' && !records.takeCells(booking)) {
        throw new Error(`Booking ${booking.id} overlaps another one`)
      }
    }
  }

  function addExpert(expert: Content['experts'][number], stars: readonly number[]): void {
    const rating = ratingOf(stars)
    insertExpert.run(
      expert.id,
      expert.slug,
      expert.name,
      expert.headline,
      expert.bio,
      JSON.stringify(expert.bring),
      expert.category.slug,
      JSON.stringify(expert.skills),
      JSON.stringify(expert.languages),
      expert.hourlyRate,
      expert.photoUrl,
      rating.average,
      rating.count,
      expert.nextFreeAt,
    )
    for (const word of wordsOfExpert(expert)) insertWord.run(word, expert.id)
    for (const language of new Set(expert.languages.map(primarySubtag))) {
      insertLanguage.run(language, expert.id)
    }
    schedules.insert(expert.id, expert.schedule)
  }

  return { isEmpty, fill }
}
