import type { Expert } from '../../../domain/experts/expert.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import { createExpertMemory } from '../../rules/expert-memory.ts'
import type { CacheFreshness } from '../engine/cache-freshness.ts'
import type { Database } from '../engine/driver.ts'
import { scheduleOf, type ScheduleColumns } from '../schedules/schedules.ts'

export interface ExpertRow extends ScheduleColumns {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly headline: string
  readonly bio: string
  readonly bring: string
  readonly category: string
  readonly category_name: string
  readonly skills: string
  readonly languages: string
  readonly hourly_rate: number
  readonly photo_url: string | null
  readonly meeting_url: string | null
  readonly rating_average: number
  readonly rating_count: number
  readonly next_free_at: Instant | null
  readonly profile_version: number
  readonly listed: number
}

export type Experts = ReturnType<typeof createExperts>

export function createExperts(db: Database, freshness: CacheFreshness) {
  const byRid = db.prepare<ExpertRow>(`
    SELECT expert.*, category.name AS category_name, schedule.*
    FROM expert
    JOIN category ON category.slug = expert.category
    JOIN schedule ON schedule.expert_id = expert.id
    WHERE expert.rid = ?`)
  const ridOfId = db.prepare<{ rid: number }>('SELECT rid FROM expert WHERE id = ?')
  const ridOfSlug = db.prepare<{ rid: number }>('SELECT rid FROM expert WHERE slug = ?')

  const memory = createExpertMemory<number>()
  freshness.onStale(memory.clear)

  /**
   * The caller has checked the freshness, and knows whether this is likely to be read again soon. Pages of rare searches
   * are not remembered: what lives on for a while costs the garbage collector more than parsing it again (pauses of 10 ms
   * were measured).
   */
  function read(rid: number, keep: boolean): Expert | null {
    const known = memory.get(rid)
    if (known) return known
    const row = byRid.get(rid)
    if (!row) return null
    const expert = expertOf(row)
    if (keep) memory.put(rid, expert)
    return expert
  }

  function look(found: { rid: number } | undefined): Expert | null {
    freshness.check()
    return found ? read(found.rid, true) : null
  }

  function forget(expertId: string): void {
    const found = ridOfId.get(expertId)
    if (found) memory.forget(found.rid)
  }

  /** What is remembered of an expert gets the next free start that was stored. */
  function noteNextFree(expertId: string, nextFreeAt: Instant | null): void {
    const rid = ridOfId.get(expertId)?.rid
    const known = rid === undefined ? undefined : memory.get(rid)
    // The schedule stays the same object: what the domain has worked out of it is remembered by that.
    if (rid !== undefined && known) memory.put(rid, { ...known, nextFreeAt })
  }

  return {
    read,
    forget,
    noteNextFree,
    find: (id: string): Expert | null => look(ridOfId.get(id)),
    findBySlug: (slug: string): Expert | null => look(ridOfSlug.get(slug)),
  }
}

export function expertOf(row: ExpertRow): Expert {
  return {
    id: row.id,
    version: row.profile_version,
    listed: row.listed === 1,
    slug: row.slug,
    name: row.name,
    headline: row.headline,
    bio: row.bio,
    bring: JSON.parse(row.bring) as string[],
    category: { slug: row.category, name: row.category_name },
    skills: JSON.parse(row.skills) as string[],
    languages: JSON.parse(row.languages) as string[],
    hourlyRate: row.hourly_rate,
    photoUrl: row.photo_url,
    meetingUrl: row.meeting_url,
    rating: { average: row.rating_average, count: row.rating_count },
    nextFreeAt: row.next_free_at,
    schedule: scheduleOf(row),
  }
}
