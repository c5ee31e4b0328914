import { KeyRound, LinkIcon } from 'lucide-react'
import { paths } from '../../paths.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'

const ways = (
  <>
    <LinkButton variant="primary" to={paths.bookings}>
      My bookings
    </LinkButton>
    <LinkButton to={paths.experts}>Browse experts</LinkButton>
  </>
)

/** The address of a booking without its key. */
export function LinkWithoutKey() {
  return (
    <EmptyState level={1} icon={<KeyRound size={28} />} title="This page is private" action={ways}>
      To open a booking, use its whole private link, with everything behind the “#” sign, or the
      browser that it was booked with.
    </EmptyState>
  )
}

/** Unknown, mistyped and outdated links are answered alike: nobody can try out which bookings exist. */
export function DeadLink() {
  return (
    <EmptyState
      level={1}
      icon={<LinkIcon size={28} />}
      title="This link does not open a booking"
      action={ways}
    >
      A part of it may be missing: copy it once more, whole. Or it is an old one: when the e-mail
      address of a booking is corrected, a new private link takes its place.
    </EmptyState>
  )
}
