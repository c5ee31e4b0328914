import { cellsOf, instantOf } from '../built.ts'
import type { Own } from '../clients/own.ts'
import type { Stored, StoredRecord } from '../engines/engine.ts'
import type { Told, Violation } from '../history.ts'

/** I1: by the times themselves, and by the cells that are to keep them apart. */
export function checkTimes({ records, cells }: Stored): Violation[] {
  const live = records
    .filter(isLive)
    .toSorted((a, b) => compare(a.expertId, b.expertId) || a.startsAt - b.startsAt)
  const overlaps = live.flatMap((record, index) => {
    const before = live[index - 1]
    const isApart = before?.expertId !== record.expertId || before.until <= record.startsAt
    return isApart ? [] : [violation('I1', 'two records overlap', { before, record })]
  })
  const wanted = live.flatMap(({ id, expertId, startsAt, until }) =>
    cellsOf({ startsAt: instantOf(startsAt), until: instantOf(until) }).map((cell) =>
      nameOfCell(expertId, cell, id),
    ),
  )
  const owned = cells.map(({ expertId, cell, recordId }) => nameOfCell(expertId, cell, recordId))
  const [lacking, left] = [without(wanted, owned), without(owned, wanted)]
  if (lacking.length + left.length === 0) return overlaps
  return [...overlaps, violation('I1', 'cells are not those of live records', { lacking, left })]
}

/** I2 and I6: what each client was told of their records is what stands, no more and no less. `now`: by the clock of the servers. */
export function checkKept(own: readonly Own[], { records }: Stored, now: number): Violation[] {
  const byId = new Map(records.map((record) => [record.id, record]))
  return own.flatMap((told) => {
    const stored = byId.get(told.id)
    if (!stored) return violation('I2', 'an acknowledged record is lost', { told })
    const fault = faultOf(told, stored, now)
    return fault ? violation(fault[0], fault[1], { told, stored }) : []
  })
}

function faultOf(told: Own, stored: StoredRecord, now: number): ['I2' | 'I6', string] | null {
  if (stored.version < told.version) return ['I2', 'an acknowledged change is lost']
  // A change of it was left without an answer: it may have been made.
  if (told.isDoubtful) return null
  const hasRunOut = told.expiresAt !== undefined && Date.parse(told.expiresAt) <= now
  if (told.state === 'held' && stored.state === 'released') {
    if (!hasRunOut) return ['I2', 'a hold was released before its time']
    return stored.version === told.version + 1 ? null : ['I2', 'a hold was changed by nobody']
  }
  if (stored.version > told.version) return ['I2', 'a record was changed by nobody']
  if (stored.state !== told.state) return ['I2', 'a record is in another state']
  if (stored.startsAt !== Date.parse(told.startsAt)) return ['I6', 'a record stands elsewhere']
  return null
}

/** I5: all that was told of a record is of a version that was committed. */
export function checkTold(told: readonly Told[], { records }: Stored): Violation[] {
  const byId = new Map(records.map((record) => [record.id, record]))
  const heard = new Map<string, number>()
  return told.flatMap((event) => {
    const { who, id, version, status, startsAt } = event
    const stored = byId.get(id)
    if (!stored || stored.version < version) {
      return violation('I5', 'something was told that was not committed', { event, stored })
    }
    const line = `${who} ${id}`
    if (version <= (heard.get(line) ?? 0)) {
      return violation('I5', 'versions were told out of order', { event })
    }
    heard.set(line, version)
    if (version < stored.version) return []
    const state = status === 'moved' ? 'booked' : status
    const isSame = state === stored.state && Date.parse(startsAt) === stored.startsAt
    return isSame ? [] : violation('I5', 'something else was committed', { event, stored })
  })
}

export function isLive({ state }: StoredRecord): boolean {
  return state === 'held' || state === 'booked'
}

function violation(invariant: Violation['invariant'], says: string, about: unknown): Violation {
  return { invariant, says, about }
}

function nameOfCell(expertId: string, cell: number, recordId: string): string {
  return `${expertId} ${cell} ${recordId}`
}

function without(names: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others)
  return names.filter((name) => !known.has(name))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
