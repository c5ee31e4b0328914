import type { Notes } from '@expertconnect/contract/notes/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import type { Remembered } from '../../lib/browser/remembered.ts'
import { problemOf } from '../../server/api/problem.ts'

/** `unread`: what the server has is not known yet. `typed`: will be saved in a moment. `unsaved`: could not be. */
export type NotesState = 'reading' | 'unread' | 'saved' | 'typed' | 'saving' | 'unsaved'

export interface NotesView {
  readonly text: string
  readonly state: NotesState
  /** Why it could not be read or saved. */
  readonly problem: Problem | null
  /** What was written over the same notes in another tab or browser, and is not part of this text. */
  readonly others: readonly string[]
}

/** Where notes are kept. */
export interface NoteDoor {
  readonly read: () => Promise<Notes>
  /** Replaces the notes of this version; `stale_version` where there are others by now. */
  readonly save: (version: number, text: string) => Promise<Notes>
  /** Outlives the page, and tells nobody what came of it. */
  readonly saveWhileLeaving: (version: number, text: string) => void
}

/** What is not on the server yet. */
export interface Draft {
  /** `null`: nothing of one's own, only texts of others. */
  readonly text: string | null
  /** Of the notes that it was typed over; `null` where they were never read. */
  readonly version: number | null
  readonly others: readonly string[]
}

export type NoteKeeper = ReturnType<typeof createNoteKeeper>

/** Saved so long after the last key, in milliseconds, and after the first one at the latest. */
const afterKey = 1200
const atLatest = 6000
const retries = [2000, 5000, 10_000, 30_000]

/**
 * Keeps notes while they are typed. The last one who types wins, and nothing is lost: what somebody else wrote meanwhile
 * is shown beside it, and what is not saved lies in its tab.
 */
export function createNoteKeeper(draft: Remembered<Draft | null>) {
  const listeners = new Set<() => void>()
  const found = draft.read()
  let door: NoteDoor | null = null
  let isDirty = typeof found?.text === 'string'
  /** The version of the server's notes that this text is about. */
  let base = found?.version ?? null
  let view: NotesView = {
    text: found?.text ?? '',
    state: 'reading',
    problem: null,
    others: found?.others ?? [],
  }
  let busy = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let typedSince: number | null = null

  function show(part: Partial<NotesView>): void {
    view = { ...view, ...part }
    for (const listener of listeners) listener()
  }

  function keepDraft(): void {
    const { text, others } = view
    const isAnything = isDirty || others.length > 0
    draft.write(isAnything ? { text: isDirty ? text : null, version: base, others } : null)
  }

  function later(milliseconds: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void settle(), milliseconds)
  }

  /** What the server has meets what is here. */
  function meet(server: Notes): void {
    const isSame = server.text === view.text.trim()
    if (isDirty && !isSame && server.version !== base && server.text !== '') addOther(server.text)
    base = server.version
    failures = 0
    if (isDirty && !isSame) return
    isDirty = false
    show({ state: 'saved', problem: null, ...(isSame ? {} : { text: server.text }) })
  }

  function addOther(text: string): void {
    if (!view.others.includes(text)) show({ others: [...view.others, text] })
  }

  function fail(error: unknown): void {
    const problem = problemOf(error)
    const passes = problem.status === 0 || problem.status >= 500 || problem.status === 429
    // Whoever may not read them any more is not shown what was read before.
    if (!isDirty && !passes) show({ text: '' })
    show({ state: isDirty ? 'unsaved' : 'unread', problem })
    const wait = retries[Math.min(failures++, retries.length - 1)] ?? 0
    if (passes && door) later(wait)
  }

  async function save(from: NoteDoor, version: number): Promise<void> {
    const sent = view.text
    typedSince = null
    show({ state: 'saving' })
    try {
      const answer = await from.save(version, sent)
      base = answer.version
      failures = 0
      isDirty = view.text !== sent
      show({ state: isDirty ? 'typed' : 'saved', problem: null })
      if (isDirty) later(afterKey)
    } catch (error) {
      if (problemOf(error).code !== 'stale_version') throw error
      meet(await from.read())
      if (isDirty) later(0)
    }
  }

  /** Reads what was never read, and saves what is not saved. One at a time. */
  async function settle(): Promise<void> {
    clearTimeout(timer)
    if (busy || !door) return
    busy = true
    try {
      if (!isDirty || base === null) meet(await door.read())
      if (isDirty && base !== null) await save(door, base)
    } catch (error) {
      fail(error)
    } finally {
      busy = false
      keepDraft()
    }
  }

  function onVisibility(): void {
    // A tab that comes back may be behind another one; one that goes away may not come back.
    if (document.visibilityState === 'visible' ? !isDirty : isDirty) void settle()
  }
  function onPageHide(): void {
    if (isDirty && base !== null) door?.saveWhileLeaving(base, view.text)
  }
  function onOnline(): void {
    void settle()
  }

  return {
    read: () => view,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },

    /** Begins, or goes on with another door. */
    open(through: NoteDoor): void {
      const isFirst = door === null
      door = through
      if (isFirst) {
        addEventListener('online', onOnline)
        addEventListener('pagehide', onPageHide)
        document.addEventListener('visibilitychange', onVisibility)
      }
      void settle()
    },
    /** Saves what is not saved and ends; false where that failed, and it goes on trying. */
    async close(): Promise<boolean> {
      if (isDirty) await settle()
      if (isDirty) return false
      door = null
      clearTimeout(timer)
      removeEventListener('online', onOnline)
      removeEventListener('pagehide', onPageHide)
      document.removeEventListener('visibilitychange', onVisibility)
      return true
    },

    type(text: string): void {
      isDirty = true
      typedSince ??= Date.now()
      show({ text, state: view.state === 'unsaved' ? 'unsaved' : 'typed' })
      keepDraft()
      if (view.state !== 'unsaved') {
        later(Math.max(0, Math.min(afterKey, typedSince + atLatest - Date.now())))
      }
    },
    retry: (): Promise<void> => settle(),
    leaveOut(other: string): void {
      show({ others: view.others.filter((each) => each !== other) })
      keepDraft()
    },
  }
}
