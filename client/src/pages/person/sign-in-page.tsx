import { pageTitles } from '@expertconnect/contract/pages'
import { useState } from 'react'
import { Navigate, useLocation, useNavigate } from 'react-router'
import { AddressStep } from '../../features/identity/sign-in/address-step.tsx'
import { BrokenLink } from '../../features/identity/sign-in/broken-link.tsx'
import { CodeStep } from '../../features/identity/sign-in/code-step.tsx'
import { LinkStep } from '../../features/identity/sign-in/link-step.tsx'
import { returnPath } from '../../features/identity/sign-in/return-path.ts'
import { SignInLoading } from '../../features/identity/sign-in/sign-in-frame.tsx'
import { useAsked } from '../../features/identity/sign-in/use-asked.ts'
import { useTimeSettings } from '../../lib/time/settings.ts'
import { useSession } from '../../server/session/use-session.ts'
import { useTitle } from '../../ui/display/use-title.ts'

/** Signing in by a code, or by the link of the mail (`/sign-in#LINK`). */
export function SignInPage() {
  useTitle(pageTitles['/sign-in'])
  useTimeSettings()
  const { pathname, search, hash } = useLocation()
  const navigate = useNavigate()
  const session = useSession()
  const [asked, show] = useAsked()
  const [cameBack, setCameBack] = useState(false)
  const to = returnPath(search)
  const link = hash.slice(1)
  const again = new URLSearchParams(search).has('again')
  // The secret of the link leaves the address bar, and the history with it.
  const leave = () => void navigate({ pathname, search }, { replace: true })

  if (link !== '') {
    return /^[\w-]{43}$/.test(link) ? (
      <LinkStep link={link} onDone={() => void navigate(to, { replace: true })} onLeave={leave} />
    ) : (
      <BrokenLink onLeave={leave} />
    )
  }
  if (session.person && !again) return <Navigate to={to} replace />
  if (session.state === 'in' && !session.person && !session.failed) return <SignInLoading />
  // Whoever was signed in before stays so: the page does not go on by itself.
  const proved = again ? () => void navigate(to, { replace: true }) : undefined
  return asked ? (
    <CodeStep
      asked={asked}
      onAsked={show}
      onAnother={() => {
        setCameBack(true)
        show(null)
      }}
      onDone={proved}
    />
  ) : (
    <AddressStep
      focus={cameBack}
      again={again ? session.person?.email : undefined}
      onAsked={show}
      onDone={proved}
    />
  )
}
