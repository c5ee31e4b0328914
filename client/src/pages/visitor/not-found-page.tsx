import { notFoundTitle } from '@expertconnect/contract/pages'
import { Compass } from 'lucide-react'
import { paths } from '../../lib/paths.ts'
import { LinkButton } from '../../ui/action/link-button.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'

export function NotFoundPage() {
  useTitle(notFoundTitle)
  return (
    <EmptyState
      level={1}
      icon={<Compass size={28} />}
      title="There is nothing at this address"
      action={
        <>
          <LinkButton variant="primary" to={paths.experts}>
            Browse experts
          </LinkButton>
          <LinkButton to={paths.bookings}>My bookings</LinkButton>
        </>
      }
    >
      The link may be out of date or incomplete. If it was the private link of a booking, copy the
      whole link again.
    </EmptyState>
  )
}
