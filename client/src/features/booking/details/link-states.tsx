import { KeyRound, LinkIcon } from 'lucide-react'
import { paths } from '../../../lib/paths.ts'
import { LinkButton } from '../../../ui/action/link-button.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { SignInState } from '../../identity/sign-in-state.tsx'

const ways = (
  <>
    <LinkButton variant="primary" to={paths.bookings}>
      My bookings
    </LinkButton>
    <LinkButton to={paths.experts}>Browse experts</LinkButton>
  </>
)

/** The address of a booking without its key, and nobody is signed in. */
export function LinkWithoutKey() {
  return (
    <SignInState
      title="This page is private"
      action={<LinkButton to={paths.bookings}>My bookings</LinkButton>}
    >
      Sign in with the address that it was booked with. Or use its whole private link, with
      everything behind the “#” sign, or the browser that it was booked with.
    </SignInState>
  )
}

/** Of somebody else, or of nobody: that is not told. */
export function NotOfThisAddress({ email }: { email: string }) {
  return (
    <EmptyState
      level={1}
      icon={<KeyRound size={28} />}
      title="This is not a booking of yours"
      action={ways}
    >
      You are signed in with {email}, and nothing at this address was booked with it. If you booked
      with another one, sign in with that, or use the private link of the booking. A time that was
      kept until you proved your address is free again after a quarter of an hour.
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
