import { type CalendarSource, type SourceState, unread } from '../../../domain/calendars/source.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { CalendarStorage, SourceChoices, SourceLease } from '../../port/calendars/sources.ts'
import type { Database } from '../engine/driver.ts'
import { done, type Outcome, refused, type Write } from '../engine/write-queue.ts'

export interface SourceRow {
  readonly id: string
  readonly expert_id: string
  readonly name: string
  readonly kind: CalendarSource['kind']
  readonly sealed_address: string
  readonly address_mark: string
  readonly shown_address: string
  readonly blocks: number
  readonly paused: number
  readonly receives: number
  readonly margin_minutes: number
  readonly added_at: Instant
  readonly state: string
  readonly due_at: Instant
}

type Sources = ReturnType<typeof createSources>

/** The rows of calendars elsewhere. What is written is part of a transaction of the write queue. */
export function createSources(db: Database) {
  const byId = db.prepare<SourceRow>('SELECT * FROM calendar_source WHERE id = ? AND expert_id = ?')
  const byMark = db.prepare<SourceRow>(
    'SELECT * FROM calendar_source WHERE expert_id = ? AND address_mark = ?',
  )
  const ofExpert = db.prepare<SourceRow>(
    'SELECT * FROM calendar_source WHERE expert_id = ? ORDER BY added_at, id',
  )
  const insertRow = db.prepare(`
    INSERT INTO calendar_source (id, expert_id, name, kind, sealed_address, address_mark, shown_address,
      blocks, paused, receives, margin_minutes, added_at, state, due_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const changeRow = db.prepare(`
    UPDATE calendar_source SET (name, blocks, paused, receives, margin_minutes, sealed_address) =
      (?, ?, ?, ?, ?, ?)
    WHERE id = ?`)
  const callRow = db.prepare(
    'UPDATE calendar_source SET due_at = min(due_at, ?) WHERE id = ? AND expert_id = ?',
  )
  const deleteRow = db.prepare('DELETE FROM calendar_source WHERE id = ? AND expert_id = ?')
  const nextDue = db.prepare<SourceRow>(`
    SELECT * FROM calendar_source
    WHERE paused = 0 AND due_at <= ?1 AND lease_until <= ?1 ORDER BY due_at LIMIT 1`)
  const leaseRow = db.prepare(
    'UPDATE calendar_source SET (lease, lease_until) = (?, ?) WHERE id = ?',
  )
  const keepRow = db.prepare('UPDATE calendar_source SET state = ? WHERE id = ? AND lease = ?')
  const endRow = db.prepare(`
    UPDATE calendar_source SET (due_at, lease, lease_until) = (?, NULL, 0)
    WHERE id = ? AND lease = ?`)

  function find(id: string, expertId: string): CalendarSource | null {
    const row = byId.get(id, expertId)
    return row ? sourceOf(row) : null
  }

  return {
    insert: (source: CalendarSource): void => {
      const { id, expertId, name, kind, sealedAddress, addressMark, shownAddress } = source
      const { blocks, paused, receives, marginMinutes, addedAt, state, dueAt } = source
      const address = [sealedAddress, addressMark, shownAddress]
      const choices = [Number(blocks), Number(paused), Number(receives), marginMinutes]
      insertRow.run(
        id,
        expertId,
        name,
        kind,
        ...address,
        ...choices,
        addedAt,
        JSON.stringify(state),
        dueAt,
      )
    },
    find,
    standing({ expertId, addressMark }: CalendarSource): CalendarSource | null {
      const row = byMark.get(expertId, addressMark)
      return row ? sourceOf(row) : null
    },
    list: (expertId: string): CalendarSource[] => ofExpert.all(expertId).map(sourceOf),
    change(source: CalendarSource): void {
      const { id, name, blocks, paused, receives, marginMinutes, sealedAddress } = source
      const choices = [Number(blocks), Number(paused), Number(receives), marginMinutes]
      changeRow.run(name, ...choices, sealedAddress, id)
    },
    call: (id: string, expertId: string, now: Instant): boolean =>
      callRow.run(now, id, expertId) === 1,
    remove: (id: string, expertId: string): boolean => deleteRow.run(id, expertId) === 1,
    leaseNext(now: Instant, forMs: number, name: string): CalendarSource | null {
      const row = nextDue.get(now)
      if (!row) return null
      leaseRow.run(name, now + forMs, row.id)
      return sourceOf(row)
    },
    keep: (id: string, lease: string, state: SourceState): boolean =>
      keepRow.run(JSON.stringify(state), id, lease) === 1,
    end: (id: string, lease: string, dueAt: Instant): boolean => endRow.run(dueAt, id, lease) === 1,
    /** At the start: one server alone has the file, so whoever held a lease is gone. */
    endLeases: (): void =>
      db.exec('UPDATE calendar_source SET lease_until = 0 WHERE lease_until > 0'),
  }
}

export function createCalendarStorage(sources: Sources, write: Write): CalendarStorage {
  function add(source: CalendarSource): Outcome<CalendarSource> {
    const standing = sources.standing(source)
    if (standing) return refused(standing)
    sources.insert(source)
    return done(source)
  }

  function change(
    id: string,
    expertId: string,
    choices: SourceChoices,
  ): Outcome<CalendarSource | null> {
    const source = sources.find(id, expertId)
    if (!source) return refused(null)
    const changed = { ...source, ...choices }
    sources.change(changed)
    return done(changed)
  }

  function lease(now: Instant, forMs: number, name: string): Outcome<SourceLease | null> {
    const source = sources.leaseNext(now, forMs, name)
    return source ? done({ source, lease: name }) : refused(null)
  }

  const outcome = (isDone: boolean): Outcome<boolean> => (isDone ? done(true) : refused(false))

  return {
    addSource: (source) => write(() => add(source)),
    changeSource: (id, expertId, choices) => write(() => change(id, expertId, choices)),
    callSource: (id, expertId, now) =>
      write(() => {
        sources.call(id, expertId, now)
        return done(sources.find(id, expertId))
      }),
    removeSource: (id, expertId) => write(() => outcome(sources.remove(id, expertId))),
    sourcesOf: async (expertId) => sources.list(expertId),
    leaseSource: (now, forMs, name) => write(() => lease(now, forMs, name)),
    keepState: ({ source, lease: name }, state) =>
      write(() => outcome(sources.keep(source.id, name, state))),
    endLease: ({ source, lease: name }, dueAt) =>
      write(() => outcome(sources.end(source.id, name, dueAt))),
  }
}

export function sourceOf(row: SourceRow): CalendarSource {
  return {
    id: row.id,
    expertId: row.expert_id,
    name: row.name,
    kind: row.kind,
    sealedAddress: row.sealed_address,
    addressMark: row.address_mark,
    shownAddress: row.shown_address,
    blocks: row.blocks === 1,
    paused: row.paused === 1,
    receives: row.receives === 1,
    marginMinutes: row.margin_minutes,
    addedAt: row.added_at,
    // What an earlier version knew nothing of is as it was before.
    state: { ...unread, ...(JSON.parse(row.state) as Partial<SourceState>) },
    dueAt: row.due_at,
  }
}
