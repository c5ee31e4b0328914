import { call, saveNotesWhileLeaving } from '../../server/api/client.ts'
import { remembered } from '../../lib/browser/remembered.ts'
import { createNoteKeeper, type Draft, type NoteDoor, type NoteKeeper } from './note-keeper.ts'

interface Held {
  readonly keeper: NoteKeeper
  users: number
}

/** By booking and side: the panel of a call and the page behind it write into the same notes. */
const held = new Map<string, Held>()

export function noteKeeperOf(place: string): NoteKeeper {
  return heldAt(place).keeper
}

/** Keeps it at work until the answer is called; what is not saved then is still saved. */
export function holdNoteKeeper(place: string, door: NoteDoor): () => void {
  const here = heldAt(place)
  here.users++
  here.keeper.open(door)
  return () => {
    here.users--
    // Not at once: React runs effects twice while one develops, and a panel gives way to a page.
    setTimeout(() => void letGo(place, here))
  }
}

async function letGo(place: string, here: Held): Promise<void> {
  if (here.users > 0) return
  const isDone = await here.keeper.close()
  if (isDone && here.users === 0) held.delete(place)
}

function heldAt(place: string): Held {
  const there = held.get(place)
  if (there) return there
  const made = { keeper: createNoteKeeper(draftOf(place)), users: 0 }
  held.set(place, made)
  return made
}

export function noteDoor(bookingId: string, token: string): NoteDoor {
  const params = { id: bookingId }
  return {
    read: () => call('getNotes', { params }, { bearer: token }),
    save: (version, text) =>
      call('saveNotes', { params, body: { version, text } }, { bearer: token }),
    saveWhileLeaving: (version, text) => saveNotesWhileLeaving(bookingId, token, { version, text }),
  }
}

function draftOf(place: string) {
  return remembered<Draft | null>({
    on: 'tab',
    key: `ec.notes.${place}`,
    shape: (found) => (isDraft(found) ? found : null),
  })
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false
  const { text, version, others } = value as Partial<Record<keyof Draft, unknown>>
  return (
    (text === null || typeof text === 'string') &&
    (version === null || typeof version === 'number') &&
    Array.isArray(others) &&
    others.every((each) => typeof each === 'string')
  )
}
