import { type ChangedWhere, remembered, useRemembered } from '../../lib/browser/remembered.ts'

/** `ended`: somebody was signed in here, and the session was ended elsewhere or ran out. */
export type SessionMark = 'in' | 'ended' | 'none'

/*
 * What this browser remembers of its session. The cookie is out of reach of scripts, and asking the server would cost
 * every visitor a request before the first view (its budget is spent: scripts/check-budget.mjs), most of them for
 * nothing. So the header goes by this mark, right from the first paint, and the server is asked only by whoever needs
 * to know: the account menu, the booking form, the pages of one's own. Each answer sets the mark right.
 */
const mark = remembered<string | null>({
  on: 'device',
  key: 'ec.session',
  plain: true,
  /** `in:` and the id of the person, so that another tab notices another person; or `ended`. */
  shape: (found) => (typeof found === 'string' && /^(ended|in:[\w-]+)$/.test(found) ? found : null),
})

export function sessionMark(): SessionMark {
  const text = mark.read()
  return text === null ? 'none' : text === 'ended' ? 'ended' : 'in'
}

export function useSessionMark(): SessionMark {
  useRemembered(mark)
  return sessionMark()
}

/** Who the mark says it is; changes where the person does. */
export function markedPerson(): string | null {
  return sessionMark() === 'in' ? mark.read() : null
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

export function subscribeToSession(listener: (where: ChangedWhere) => void): () => void {
  return mark.subscribe(listener)
}

function write(next: string | null): void {
  if (next !== mark.read()) mark.write(next)
}
