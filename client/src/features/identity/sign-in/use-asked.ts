import { useLocation, useNavigate } from 'react-router'

/** A mail is on its way: to whom, and until when its code is good. */
export interface Asked {
  readonly email: string
  readonly expiresAt: string
}

/** Kept in the entry of the browser's history: a reload, or coming back from the mail, is still at this step. */
export function useAsked() {
  const { pathname, search, state } = useLocation()
  const navigate = useNavigate()
  const show = (asked: Asked | null) =>
    void navigate({ pathname, search }, { replace: true, state: asked && { asked } })
  return [askedIn(state), show] as const
}

function askedIn(state: unknown): Asked | null {
  const asked = (state as { asked?: Partial<Asked> } | null)?.asked
  if (typeof asked?.email !== 'string' || typeof asked.expiresAt !== 'string') return null
  return { email: asked.email, expiresAt: asked.expiresAt }
}
