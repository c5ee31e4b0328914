import { NotesField } from './notes-field.tsx'
import { type NotesOf, useNotes } from './use-notes.ts'

/** The same notes beside a call. */
export function CallNotes(props: NotesOf) {
  return <NotesField {...useNotes(props)} tall />
}
