import { type Note, noteId } from '../../../domain/notes/note.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { NotesOfExpertAsked, NoteStorage } from '../../port/notes.ts'
import type { Page } from '../../port/page.ts'
import { pageOf } from '../../rules/page-of.ts'
import type { Database } from '../engine/driver.ts'
import { done, refused, type Write } from '../engine/write-queue.ts'

export interface NoteRow {
  readonly id: string
  readonly booking_id: string
  readonly side: Note['side']
  readonly expert_id: string
  readonly version: number
  readonly text: string
  readonly saved_at: Instant
}

export type Notes = ReturnType<typeof createNotes>

/** The rows of notes. What is written is part of a transaction of the write queue. */
export function createNotes(db: Database) {
  const byId = db.prepare<NoteRow>('SELECT * FROM note WHERE id = ?')
  const ofExpert = db.prepare<NoteRow>(`
    SELECT * FROM note WHERE expert_id = ? AND side = 'expert' AND text <> '' AND booking_id > ?
    ORDER BY booking_id LIMIT ?`)
  const insertRow = db.prepare(`
    INSERT INTO note (id, booking_id, side, expert_id, version, text, saved_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)`)
  const updateRow = db.prepare(
    'UPDATE note SET version = ?, text = ?, saved_at = ? WHERE id = ? AND version = ?',
  )

  function find(bookingId: string, side: Note['side']): Note | null {
    const row = byId.get(noteId({ bookingId, side }))
    return row ? noteOf(row) : null
  }

  /** Throws if there is one. */
  function insert(note: Note): void {
    const { bookingId, side, expertId, version, text, savedAt } = note
    insertRow.run(noteId(note), bookingId, side, expertId, version, text, savedAt)
  }

  /** False if the stored version is not one below. */
  function save(note: Note): boolean {
    if (note.version === 1) {
      if (find(note.bookingId, note.side)) return false
      insert(note)
      return true
    }
    const { version, text, savedAt } = note
    return updateRow.run(version, text, savedAt, noteId(note), version - 1) === 1
  }

  return {
    find,
    insert,
    save,

    listOfExpert({ expertId, after = '', limit }: NotesOfExpertAsked): Page<Note, string> {
      const rows = ofExpert.all(expertId, after, limit + 1)
      return pageOf(rows.map(noteOf), limit, (last) => last.bookingId)
    },

    /** Of a customer who is being erased; one that is on its way finds another version. */
    empty(booking: { readonly id: string; readonly expertId: string }, now: Instant): void {
      const before = find(booking.id, 'customer')
      const { expertId } = booking
      const none = { bookingId: booking.id, side: 'customer', expertId, text: '' } as const
      save({ ...none, version: (before?.version ?? 0) + 1, savedAt: now })
    },
  }
}

export function createNoteStorage(notes: Notes, write: Write): NoteStorage {
  return {
    find: async (bookingId, side) => notes.find(bookingId, side),
    listOfExpert: async (asked) => notes.listOfExpert(asked),
    save: (note) =>
      write(() => (notes.save(note) ? done('done' as const) : refused('stale_version' as const))),
  }
}

export function noteOf(row: NoteRow): Note {
  return {
    bookingId: row.booking_id,
    side: row.side,
    expertId: row.expert_id,
    version: row.version,
    text: row.text,
    savedAt: row.saved_at,
  }
}
