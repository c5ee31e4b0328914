import type { Note } from '../../domain/notes/note.ts'
import type { Page } from './page.ts'

export interface NotesOfExpertAsked {
  readonly expertId: string
  /** The booking of the last one of a page. */
  readonly after?: string | undefined
  readonly limit: number
}

/**
 * What the sides of sessions keep for themselves. No listener hears of it. They go with whoever wrote them
 * (`people.erase`): an empty one of the next version is left, so that nothing that was on its way is written behind it.
 */
export interface NoteStorage {
  find(bookingId: string, side: Note['side']): Promise<Note | null>
  /** Those that this expert wrote, without empty ones, by booking. */
  listOfExpert(asked: NotesOfExpertAsked): Promise<Page<Note, string>>
  /** `stale_version`: the stored version is not one below; of the first one, that there is one. */
  save(note: Note): Promise<'done' | 'stale_version'>
}
