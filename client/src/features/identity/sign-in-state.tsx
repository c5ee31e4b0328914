import { KeyRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { LinkButton } from '../../ui/action/link-button.tsx'
import { endedText } from './ended-text.ts'
import { useSessionMark } from '../../server/api/session-mark.ts'

export interface SignInStateProps {
  title: string
  /** Why it takes signing in. */
  children: ReactNode
  /** A second way out. */
  action?: ReactNode
}

/** In place of a page that is one's own, with the way to sign in that leads back here. */
export function SignInState({ title, children, action }: SignInStateProps) {
  const { pathname, search } = useLocation()
  const ended = useSessionMark() === 'ended'
  return (
    <EmptyState
      level={1}
      icon={<KeyRound size={28} />}
      title={ended ? endedText.title : title}
      action={
        <>
          <LinkButton variant="primary" to={paths.signIn(pathname + search)}>
            {ended ? 'Sign in again' : 'Sign in'}
          </LinkButton>
          {action}
        </>
      }
    >
      {ended
        ? `${endedText.why} Sign in again, and you’ll come straight back to this page.`
        : children}
    </EmptyState>
  )
}
