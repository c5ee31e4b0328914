import { emailKey } from '../../../domain/people/person.ts'
import type { ExpertsAsked, ExpertWithEmail, Page } from '../../port/applications.ts'
import { pageOf } from '../../rules/look-through.ts'
import type { CacheFreshness } from '../engine/cache-freshness.ts'
import type { Directory } from './directory.ts'
import type { Database } from '../engine/driver.ts'
import { has, members } from './expert-sets.ts'
import type { Experts } from './experts.ts'

/** So many addresses with one beginning are looked at. */
const addressesAtMost = 1000
const afterEveryKey = '\u{10FFFF}'

export function createAdminExperts(
  db: Database,
  {
    experts,
    directory,
    freshness,
  }: { experts: Experts; directory: Directory; freshness: CacheFreshness },
) {
  // CROSS JOIN, or SQLite would go through everyone in order and look each up in the list.
  const bySlug = db.prepare<{ rid: number }>(`
    SELECT rid FROM json_each(?) AS match CROSS JOIN expert ON rid = match.value
    WHERE slug > ? ORDER BY slug LIMIT ?`)
  const byEmail = db.prepare<{ rid: number }>(`
    SELECT rid FROM person INDEXED BY person_expert_by_email
    CROSS JOIN expert ON expert.id = person.expert_id
    WHERE email_key >= ? AND email_key < ? AND expert_id IS NOT NULL
    LIMIT ${addressesAtMost}`)
  const emailOfExpert = db.prepare<{ email: string }>(
    'SELECT email FROM person WHERE expert_id = ?',
  )

  const emailOf = (expertId: string): string | null => emailOfExpert.get(expertId)?.email ?? null

  function list({ words, email, show, after, limit }: ExpertsAsked): Page<ExpertWithEmail, string> {
    freshness.check()
    const set = directory.matching({ words: words ?? [], show })
    const rids =
      email === undefined ? members(set) : withAddress(email).filter((rid) => has(set, rid))
    const items = bySlug
      .all(JSON.stringify(rids), after ?? '', limit + 1)
      .flatMap(({ rid }) => experts.read(rid, false) ?? [])
      .map((expert) => ({ expert, email: emailOf(expert.id) }))
    return pageOf(items, limit, ({ expert }) => expert.slug)
  }

  function withAddress(beginning: string): number[] {
    const key = emailKey(beginning)
    return byEmail.all(key, key + afterEveryKey).map(({ rid }) => rid)
  }

  return { list, emailOf }
}
