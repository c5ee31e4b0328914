import { useLocation, useNavigate } from 'react-router'
import type { Wanted } from './hold/use-hold.ts'

export interface DetailsStep {
  /** The slot whose form is open; nothing while slots are chosen. */
  readonly wanted: Wanted | null
  readonly open: (wanted: Wanted) => void
  readonly replace: (wanted: Wanted) => void
  readonly close: () => void
}

/** The form is an entry of the browser's history, so that Back returns to the slots. */
export function useDetailsStep(): DetailsStep {
  const { pathname, search, hash, state } = useLocation()
  const navigate = useNavigate()
  const here = { pathname, search, hash }
  return {
    wanted: wantedIn(state),
    open: (wanted) => void navigate(here, { state: { details: wanted } }),
    replace: (wanted) => void navigate(here, { state: { details: wanted }, replace: true }),
    close: () => {
      const index = (history.state as { idx?: number } | null)?.idx ?? 0
      // Opened by Back from elsewhere, the slots may not lie behind this entry.
      if (index > 0) void navigate(-1)
      else void navigate(here, { state: null, replace: true })
    },
  }
}

function wantedIn(state: unknown): Wanted | null {
  const details = (state as { details?: Partial<Wanted> } | null)?.details
  if (typeof details?.startsAt !== 'string' || typeof details.minutes !== 'number') return null
  return { startsAt: details.startsAt, minutes: details.minutes }
}
