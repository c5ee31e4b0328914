import type { Expert } from '../../../domain/experts/expert.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import { wordsOfExpert } from '../../../domain/experts/search-words.ts'
import { spokenLanguages } from '../../rules/languages.ts'
import type { Database, SqlValue } from '../engine/driver.ts'
import type { Schedules } from '../schedules/schedules.ts'

export type ExpertRows = ReturnType<typeof createExpertRows>

export function createExpertRows(db: Database, schedules: Schedules) {
  const insertExpert = db.prepare(`
    INSERT INTO expert (id, slug, name, headline, bio, bring, category, skills, languages,
      hourly_rate, photo_url, meeting_url, listed, profile_version, rating_average, rating_count, next_free_at,
      next_free_until)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const updateExpert = db.prepare(`
    UPDATE expert
    SET (name, headline, bio, bring, category, skills, languages, hourly_rate, photo_url,
      meeting_url, listed, profile_version) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    WHERE id = ? AND profile_version = ?`)
  const insertWord = db.prepare(
    'INSERT INTO expert_word (word, expert) SELECT ?, rid FROM expert WHERE id = ?',
  )
  const insertLanguage = db.prepare(
    'INSERT INTO expert_language (language, expert) SELECT ?, rid FROM expert WHERE id = ?',
  )

  const deleteWord = db.prepare(
    'DELETE FROM expert_word WHERE word = ? AND expert = (SELECT rid FROM expert WHERE id = ?)',
  )
  const deleteLanguage = db.prepare(
    'DELETE FROM expert_language WHERE language = ? AND expert = (SELECT rid FROM expert WHERE id = ?)',
  )

  /** With all that searches need. The next free start is due for a refresh at once. */
  function insert(expert: Expert, nextFreeUntil: Instant | null): void {
    insertExpert.run(
      expert.id,
      expert.slug,
      ...profileOf(expert),
      expert.rating.average,
      expert.rating.count,
      expert.nextFreeAt,
      nextFreeUntil,
    )
    for (const word of wordsOfExpert(expert)) insertWord.run(word, expert.id)
    for (const language of spokenLanguages(expert.languages))
      insertLanguage.run(language, expert.id)
    schedules.insert(expert.id, expert.schedule)
  }

  /** Profile and listing. False if the stored version is not one below. */
  function update(before: Expert, next: Expert): boolean {
    if (updateExpert.run(...profileOf(next), next.id, next.version - 1) === 0) return false
    findBy(before, next)
    return true
  }

  /** What searches compare, as a change makes it: a common word is not looked through for the expert. */
  function findBy(before: Expert, next: Expert): void {
    const { id } = next
    for (const word of wordsOfExpert(before)) deleteWord.run(word, id)
    for (const word of wordsOfExpert(next)) insertWord.run(word, id)
    for (const language of spokenLanguages(before.languages)) deleteLanguage.run(language, id)
    for (const language of spokenLanguages(next.languages)) insertLanguage.run(language, id)
  }

  return { insert, update, findBy }
}

function profileOf(expert: Expert): SqlValue[] {
  return [
    expert.name,
    expert.headline,
    expert.bio,
    JSON.stringify(expert.bring),
    expert.category.slug,
    JSON.stringify(expert.skills),
    JSON.stringify(expert.languages),
    expert.hourlyRate,
    expert.photoUrl,
    expert.meetingUrl,
    Number(expert.listed),
    expert.version,
  ]
}
