import { ShieldOff } from 'lucide-react'
import { useSignOut } from '../../features/identity/use-sign-out.ts'
import { paths } from '../../lib/paths.ts'
import { Button } from '../../ui/action/button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { focusHeading } from '../../ui/display/focus-heading.ts'
import { LinkButton } from '../../ui/action/link-button.tsx'

/** Signed in, but without the role: says so, and how one gets it. */
export function NoAdministrator({ email }: { email: string }) {
  const signOut = useSignOut(focusHeading)
  return (
    <EmptyState
      level={1}
      icon={<ShieldOff size={28} />}
      title="This part is for administrators"
      action={
        <>
          <LinkButton variant="primary" to={paths.bookings}>
            My bookings
          </LinkButton>
          <Button busy={signOut.isPending} onClick={() => signOut.mutate()}>
            Use another address
          </Button>
        </>
      }
    >
      <p>
        You are signed in as <strong>{email}</strong>, which is not one of them. Another
        administrator can make you one.
      </p>
    </EmptyState>
  )
}
