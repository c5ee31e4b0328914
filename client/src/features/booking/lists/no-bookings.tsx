import { CalendarHeart } from 'lucide-react'
import { isStorageBlocked } from '../../../lib/browser/remembered.ts'
import { paths } from '../../../lib/paths.ts'
import { LinkButton } from '../../../ui/action/link-button.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { type Tab, tabNames } from './tabs.ts'

export interface NoBookingsProps {
  tab: Tab
  /** The list is this browser's, and not a person's. */
  here?: boolean
  /** There are some under the other tabs. */
  any?: boolean
}

/** Why nothing is listed for a customer, and the way out. */
export function NoBookings({ tab, here = false, any = false }: NoBookingsProps) {
  const blocked = here && !any && isStorageBlocked()
  return (
    <EmptyState
      icon={<CalendarHeart size={28} />}
      title={
        here && !any
          ? blocked
            ? 'This browser may not remember bookings'
            : 'No bookings in this browser yet'
          : `No ${tabNames[tab].toLowerCase()} sessions`
      }
      action={
        <LinkButton variant="primary" to={paths.experts}>
          Find an expert
        </LinkButton>
      }
    >
      {any
        ? 'Look under the other tabs for the rest.'
        : blocked
          ? 'It blocks what this site would store. Allow cookies and site data for it, open the private link of your booking, or sign in.'
          : here
            ? 'If you booked in another browser, open the private link of that booking here, or sign in.'
            : explanations[tab]}
    </EmptyState>
  )
}

const explanations: Readonly<Record<Tab, string>> = {
  upcoming:
    'Whatever is booked with your address appears here, whichever browser it was booked in.',
  past: 'Sessions appear here once they have ended.',
  cancelled: 'Sessions that were cancelled are kept here.',
}
