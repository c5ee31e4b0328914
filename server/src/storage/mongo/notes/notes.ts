import type { ClientSession } from 'mongoose'
import { type Note, noteId } from '../../../domain/notes/note.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { NotesOfExpertAsked, NoteStorage } from '../../port/notes.ts'
import type { Page } from '../../port/page.ts'
import { pageOf } from '../../rules/page-of.ts'
import type { NoteDoc } from '../engine/documents.ts'
import { isDuplicate } from '../engine/faults.ts'
import type { Models } from '../engine/models.ts'

export function createNotes({ notes }: Pick<Models, 'notes'>): NoteStorage {
  async function find(bookingId: string, side: Note['side']): Promise<Note | null> {
    const doc = await notes.findById(noteId({ bookingId, side })).lean<NoteDoc>()
    return doc && noteOf(doc)
  }

  async function listOfExpert(asked: NotesOfExpertAsked): Promise<Page<Note, string>> {
    const { expertId, after = '', limit } = asked
    const docs = await notes
      .find({ expertId, side: 'expert', text: { $gt: '' }, bookingId: { $gt: after } })
      .sort({ bookingId: 1 })
      .limit(limit + 1)
      .lean<NoteDoc[]>()
    return pageOf(docs.map(noteOf), limit, (last) => last.bookingId)
  }

  async function insert(note: Note): Promise<'done' | 'stale_version'> {
    try {
      await notes.create(noteDocOf(note))
      return 'done'
    } catch (error) {
      if (isDuplicate(error)) return 'stale_version'
      throw error
    }
  }

  async function save(note: Note): Promise<'done' | 'stale_version'> {
    if (note.version === 1) return insert(note)
    const before = { _id: noteId(note), version: note.version - 1 }
    const { modifiedCount } = await notes.replaceOne(before, noteDocOf(note), {
      runValidators: true,
    })
    return modifiedCount === 1 ? 'done' : 'stale_version'
  }

  return { find, listOfExpert, save }
}

/** Of a customer who is being erased; one that is on its way finds another version. */
export async function emptyNotes(
  { notes }: Pick<Models, 'notes'>,
  bookings: readonly { readonly _id: string; readonly expertId: string }[],
  now: Instant,
  session: ClientSession,
): Promise<void> {
  for (const { _id: bookingId, expertId } of bookings) {
    const side = 'customer'
    await notes.updateOne(
      { _id: noteId({ bookingId, side }) },
      {
        $set: { text: '', savedAt: now },
        $inc: { version: 1 },
        $setOnInsert: { bookingId, side, expertId },
      },
      { upsert: true, session },
    )
  }
}

export function noteDocOf(note: Note): NoteDoc {
  return { ...note, _id: noteId(note) }
}

export function noteOf({ _id, ...note }: NoteDoc): Note {
  return note
}
