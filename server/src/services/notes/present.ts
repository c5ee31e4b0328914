import type { KeptNotes, Notes } from '@expertconnect/contract/notes/shapes'
import type { Note } from '../../domain/notes/note.ts'
import { formatInstant } from '../../domain/time/instant.ts'

export function presentNotes(note: Note | null): Notes {
  if (!note) return { text: '', version: 0 }
  const { text, version, savedAt } = note
  return { text, version, savedAt: formatInstant(savedAt) }
}

export function presentKeptNotes({ bookingId, side, text, savedAt }: Note): KeptNotes {
  return { bookingId, side, text, savedAt: formatInstant(savedAt) }
}
