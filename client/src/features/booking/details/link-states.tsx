import { History, KeyRound, LinkIcon, Send } from 'lucide-react'
import { call } from '../../../server/api/client.ts'
import { useState } from 'react'
import { paths } from '../../../lib/paths.ts'
import { useSend } from '../../../server/use-send.ts'
import { Button } from '../../../ui/action/button.tsx'
import { LinkButton } from '../../../ui/action/link-button.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Refusal } from '../../../ui/feedback/refusal.tsx'
import { useAttempt } from '../../../ui/form/use-attempt.ts'
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
      Sign in with the address it was booked with. Or use its complete private link, including
      everything after the “#” sign, or the browser it was booked in.
    </SignInState>
  )
}

/** Of somebody else, or of nobody: that is not told. */
export function NotOfThisAddress({ email }: { email: string }) {
  return (
    <EmptyState
      level={1}
      icon={<KeyRound size={28} />}
      title="This is not one of your bookings"
      action={ways}
    >
      You are signed in with {email}, but this booking was made with a different address. Sign in
      with that one, or use the booking’s private link. A time that was held until you confirmed
      your address becomes free again after fifteen minutes.
    </EmptyState>
  )
}

/**
 * A link that was right for long after the session. Whoever has it may be somebody else by now: what it opened is not
 * told, and a new one goes nowhere but to the address of the booking.
 */
export function LinkOver({ id, token }: { id: string; token: string }) {
  const [isSent, setSent] = useState(false)
  const attempt = useAttempt()
  const renew = useSend(() => call('renewLink', { params: { id } }, { bearer: token }), {
    onDone: () => setSent(true),
  })
  return (
    <EmptyState
      level={1}
      icon={<History size={28} />}
      title="This link has expired"
      action={
        <>
          <LinkButton variant="primary" to={paths.signIn(paths.booking(id))}>
            Sign in
          </LinkButton>
          <Button
            icon={<Send size={18} aria-hidden />}
            busy={attempt.busy}
            onClick={() => void attempt.send(renew)}
          >
            {isSent ? 'Send it again' : 'Send me a new link'}
          </Button>
        </>
      }
    >
      This session was a long time ago, and private links expire. Sign in by e-mail with the address
      it was booked with to see it, or have a new link sent to that address.
      <Refusal problem={attempt.problem} />
      <span role="status">
        {isSent && ' A new link is on its way to the address of the booking.'}
      </span>
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
      Part of it may be missing: copy the whole link again. Or it may be an old one: when the e-mail
      address of a booking is corrected, a new private link takes its place.
    </EmptyState>
  )
}
