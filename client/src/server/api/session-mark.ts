import { useSyncExternalStore } from 'react'

/** `ended`: somebody was signed in here, and the session was ended elsewhere or ran out. */
export type SessionMark = 'in' | 'ended' | 'none'

/*
 * What this browser remembers of its session. The cookie is out of reach of scripts, and asking the server would cost
 * every visitor a request before the first view (its budget is spent: scripts/check-budget.mjs), most of them for
 * nothing. So the header goes by this mark, right from the first paint, and the server is asked only by whoever needs
 * to know: the account menu, the booking form, the pages of one's own. Each answer sets the mark right.
 */
const key = 'ec.session'
const listeners = new Set<(from: 'here' | 'elsewhere') => void>()
/** `in:` and the id of the person, so that another tab notices another person; or `ended`. */
let current: string | null | undefined

function stored(): string | null {
  if (current === undefined) current = read()
  return current
}

export function sessionMark(): SessionMark {
  const text = stored()
  return text === null ? 'none' : text === 'ended' ? 'ended' : 'in'
}

export function useSessionMark(): SessionMark {
  return useSyncExternalStore(subscribeToSession, sessionMark)
}

/** Who the mark says it is; changes where the person does. */
export function markedPerson(): string | null {
  return sessionMark() === 'in' ? stored() : null
}

/** Notes what the server has answered: who is signed in here, by id, or nobody. */
export function noteMe(personId: string | null): void {
  if (personId !== null) write(`in:${personId}`)
  else if (sessionMark() === 'in') write('ended')
}

/** Notes that somebody signed out here, on purpose. */
export function noteSignedOut(): void {
  write(null)
}

/** `elsewhere` is another tab of this browser. */
export function subscribeToSession(listener: (from: 'here' | 'elsewhere') => void): () => void {
  const hear = (event: StorageEvent) => {
    if (event.key !== key && event.key !== null) return
    current = read()
    listener('elsewhere')
  }
  listeners.add(listener)
  addEventListener('storage', hear)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', hear)
  }
}

function write(next: string | null): void {
  if (next === stored()) return
  current = next
  try {
    if (next === null) localStorage.removeItem(key)
    else localStorage.setItem(key, next)
  } catch {
    // Storage may be forbidden: the mark then lives as long as the page.
  }
  for (const listener of listeners) listener('here')
}

function read(): string | null {
  try {
    const text = localStorage.getItem(key)
    return text !== null && /^(ended|in:[\w-]+)$/.test(text) ? text : null
  } catch {
    return null
  }
}
