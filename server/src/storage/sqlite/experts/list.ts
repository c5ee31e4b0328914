import type { ExpertsAsked, ExpertWithEmail } from '../../port/experts.ts'
import type { Page } from '../../port/page.ts'
import { addressesAtMost, addressesBeginningWith } from '../../rules/beginnings.ts'
import { pageOf } from '../../rules/page-of.ts'
import type { CacheFreshness } from '../engine/cache-freshness.ts'
import type { Database } from '../engine/driver.ts'
import { type ExpertSets, has, members } from './expert-sets.ts'
import type { Experts } from './experts.ts'

/** Whoever is listed or not, for administrators. */
export function createList(
  db: Database,
  {
    experts,
    matching,
    freshness,
  }: { experts: Experts; matching: ExpertSets; freshness: CacheFreshness },
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
    const set = matching({ words: words ?? [], show })
    const rids =
      email === undefined ? members(set) : withAddress(email).filter((rid) => has(set, rid))
    const items = bySlug
      .all(JSON.stringify(rids), after ?? '', limit + 1)
      .flatMap(({ rid }) => experts.read(rid, false) ?? [])
      .map((expert) => ({ expert, email: emailOf(expert.id) }))
    return pageOf(items, limit, ({ expert }) => expert.slug)
  }

  function withAddress(beginning: string): number[] {
    return byEmail.all(...addressesBeginningWith(beginning)).map(({ rid }) => rid)
  }

  return { list, emailOf }
}
