import type { Note } from '../../../src/domain/notes/note.ts'
import { ada, fresh, now } from '../fixtures.ts'

export function aNote(fields: Partial<Note> = {}): Note {
  return {
    bookingId: fresh('booking'),
    side: 'customer',
    expertId: ada,
    version: 1,
    text: 'She explains it with trains',
    savedAt: now,
    ...fields,
  }
}
