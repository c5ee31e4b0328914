import type { DeskExpert } from '@expertconnect/contract/experts/shapes'
import { useQuery } from '@tanstack/react-query'
import { Sparkles } from 'lucide-react'
import type { ReactNode } from 'react'
import { SignInState } from '../../features/identity/sign-in-state.tsx'
import { TryAddresses } from '../../features/identity/sign-in/try-addresses.tsx'
import { paths } from '../../lib/paths.ts'
import { deskQuery } from '../../server/api/expert-queries.ts'
import { problemOf } from '../../server/api/problem.ts'
import { useSession } from '../../server/session/use-session.ts'
import { LinkButton } from '../../ui/action/link-button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { FailedState } from '../../ui/feedback/failed-state.tsx'
import { DeskFrame } from './desk-frame.tsx'
import { DeskSkeleton } from './desk-skeleton.tsx'

const become = <LinkButton to={paths.becomeExpert}>Become an expert</LinkButton>

/** The desk, for who is signed in as an expert; everybody else is told why not, and led on. */
export function DeskGate({ children }: { children: (expert: DeskExpert) => ReactNode }) {
  const { state, person, failed } = useSession({ ask: true })
  const isExpert = person?.roles.includes('expert') === true
  const desk = useQuery({ ...deskQuery, enabled: state === 'in' && isExpert })

  if (state === 'asking') return <DeskSkeleton />
  if (state !== 'in') {
    return (
      <>
        <SignInState title="Sign in to open your desk" action={become}>
          Sign in with the address you use as an expert: your sessions, hours and profile are here.
        </SignInState>
        <TryAddresses />
      </>
    )
  }
  if (person && (!isExpert || problemOf(desk.error).code === 'forbidden')) {
    return <NoExpert email={person.email} />
  }
  if (desk.data) {
    return <DeskFrame expert={desk.data}>{children(desk.data)}</DeskFrame>
  }
  if (failed || desk.isError) {
    const { detail, title } = problemOf(desk.error)
    return (
      <FailedState
        level={1}
        title="Your desk could not be loaded"
        detail={detail ?? title}
        onRetry={() => void desk.refetch()}
        retrying={desk.isFetching}
      />
    )
  }
  return <DeskSkeleton />
}

function NoExpert({ email }: { email: string }) {
  return (
    <>
      <EmptyState
        level={1}
        icon={<Sparkles size={28} />}
        title="There is no desk for this address yet"
        action={
          <>
            <LinkButton variant="primary" to={paths.becomeExpert}>
              Become an expert
            </LinkButton>
            <LinkButton to={paths.bookings}>My bookings</LinkButton>
          </>
        }
      >
        You are signed in with {email}, which is not an expert’s address. If you use another one as
        an expert, sign out and sign in with that.
      </EmptyState>
      <TryAddresses />
    </>
  )
}
