import type { CallRole } from '@expertconnect/contract/calls/shapes'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useAskOnLeaving } from '../../ui/form/use-ask-on-leaving.ts'
import type { NoteKeeper, NotesView } from './note-keeper.ts'
import { holdNoteKeeper, noteDoor, noteKeeperOf } from './note-keepers.ts'

export interface NotesOf {
  bookingId: string
  /** Of the booking; empty for whoever is signed in. */
  token: string
  side: CallRole
}

/** One's own notes on a session, and what keeps them. */
export function useNotes({ bookingId, token, side }: NotesOf): {
  view: NotesView
  keeper: NoteKeeper
} {
  // One browser may have the links of both sides, in a demo above all.
  const place = `${bookingId}.${side}`
  const keeper = useMemo(() => noteKeeperOf(place), [place])
  useEffect(() => holdNoteKeeper(place, noteDoor(bookingId, token)), [place, bookingId, token])
  const view = useSyncExternalStore(keeper.subscribe, keeper.read)
  useAskOnLeaving(view.state === 'unsaved')
  return { view, keeper }
}
