import { ShieldOff } from 'lucide-react'
import { useSignOut } from '../../session/use-sign-out.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { focusHeading } from '../../ui/focus-heading.ts'
import { LinkButton } from '../../ui/link-button.tsx'

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
