import type { Expert } from '../../domain/expert.ts'
import type { Instant } from '../../domain/instant.ts'
import { wordsOfExpert } from '../../domain/search-words.ts'
import { primarySubtag } from '../primary-subtag.ts'
import type { Database } from './driver.ts'
import type { Schedules } from './schedules.ts'

export type ExpertRows = ReturnType<typeof createExpertRows>

export function createExpertRows(db: Database, schedules: Schedules) {
  const insertExpert = db.prepare(`
    INSERT INTO expert (id, slug, name, headline, bio, bring, category, skills, languages,
      hourly_rate, photo_url, rating_average, rating_count, next_free_at, next_free_until)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const insertWord = db.prepare(
    'INSERT INTO expert_word (word, expert) SELECT ?, rid FROM expert WHERE id = ?',
  )
  const insertLanguage = db.prepare(
    'INSERT INTO expert_language (language, expert) SELECT ?, rid FROM expert WHERE id = ?',
  )

  /** With all that searches need. The next free start is due for a refresh at once. */
  function insert(expert: Expert, nextFreeUntil: Instant | null): void {
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
      expert.rating.average,
      expert.rating.count,
      expert.nextFreeAt,
      nextFreeUntil,
    )
    for (const word of wordsOfExpert(expert)) insertWord.run(word, expert.id)
    for (const language of new Set(expert.languages.map(primarySubtag))) {
      insertLanguage.run(language, expert.id)
    }
    schedules.insert(expert.id, expert.schedule)
  }

  return { insert }
}
