import { type CalendarSource, unread } from '../../../domain/calendars/source.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { CalendarStorage, SourceChoices, SourceLease } from '../../port/calendars/sources.ts'
import type { CalendarSourceDoc } from '../engine/documents.ts'
import { isDuplicate } from '../engine/faults.ts'
import type { Models } from '../engine/models.ts'

const free = { lease: null, leaseUntil: new Date(0) }

export function createSources({
  calendarSources: sources,
}: Pick<Models, 'calendarSources'>): CalendarStorage {
  async function addSource(source: CalendarSource): Promise<CalendarSource> {
    try {
      await sources.create(sourceDocOf(source))
      return source
    } catch (error) {
      if (!isDuplicate(error)) throw error
      const { expertId, addressMark } = source
      const standing = await sources.findOne({ expertId, addressMark }).lean()
      // It may have been removed in this very moment.
      return standing ? sourceOf(standing) : addSource(source)
    }
  }

  async function update(
    id: string,
    expertId: string,
    change: { readonly $set: SourceChoices } | { readonly $min: { readonly dueAt: Instant } },
  ): Promise<CalendarSource | null> {
    const doc = await sources
      .findOneAndUpdate({ _id: id, expertId }, change, {
        returnDocument: 'after',
        runValidators: true,
      })
      .lean()
    return doc && sourceOf(doc)
  }

  async function removeSource(id: string, expertId: string): Promise<boolean> {
    return (await sources.deleteOne({ _id: id, expertId })).deletedCount === 1
  }

  async function sourcesOf(expertId: string): Promise<CalendarSource[]> {
    const docs = await sources.find({ expertId }).sort({ addedAt: 1, _id: 1 }).lean()
    return docs.map(sourceOf)
  }

  async function leaseSource(
    now: Instant,
    forMs: number,
    name: string,
  ): Promise<SourceLease | null> {
    const doc = await sources
      .findOneAndUpdate(
        { paused: false, dueAt: { $lte: now }, $expr: { $lte: ['$leaseUntil', '$$NOW'] } },
        [{ $set: { lease: { $literal: name }, leaseUntil: { $add: ['$$NOW', forMs] } } }],
        { sort: { dueAt: 1 }, returnDocument: 'after', updatePipeline: true },
      )
      .lean<CalendarSourceDoc>()
    return doc && { source: sourceOf(doc), lease: name }
  }

  async function write(
    { source, lease }: SourceLease,
    change: Partial<CalendarSourceDoc>,
  ): Promise<boolean> {
    const mine = { _id: source.id, lease }
    return (
      (await sources.updateOne(mine, { $set: change }, { runValidators: true })).matchedCount === 1
    )
  }

  return {
    addSource,
    changeSource: (id, expertId, choices) => update(id, expertId, { $set: choices }),
    callSource: (id, expertId, now) => update(id, expertId, { $min: { dueAt: now } }),
    removeSource,
    sourcesOf,
    leaseSource,
    keepState: (leased, state) => write(leased, { state }),
    endLease: (leased, dueAt) => write(leased, { dueAt, ...free }),
  }
}

export function sourceDocOf({ id, ...source }: CalendarSource): CalendarSourceDoc {
  return { _id: id, ...source, ...free }
}

export function sourceOf(doc: CalendarSourceDoc): CalendarSource {
  const { _id: id, lease: _lease, leaseUntil: _until, state, ...source } = doc
  const { kind = 'file', receives = false } = source
  // What an earlier version knew nothing of is as it was before.
  return { id, ...source, kind, receives, state: { ...unread, ...state } }
}
