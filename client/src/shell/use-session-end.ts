import { useEffect, useEffectEvent, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { paths } from '../paths.ts'
import { endedText } from '../session/ended-text.ts'
import { useSessionMark } from '../session/session-mark.ts'
import { useToast } from '../ui/toast.tsx'
import { useAnnounce } from '../ui/use-announce.ts'

/** Says, wherever one is, that the session was ended elsewhere, and offers the way to sign in and back. */
export function useSessionEnd(): void {
  const mark = useSessionMark()
  const before = useRef(mark)
  const { pathname, search, hash } = useLocation()
  const navigate = useNavigate()
  const toast = useToast()
  const announce = useAnnounce()

  const tell = useEffectEvent(() => {
    // These pages are nothing without a session and say so themselves; a booking's page, where no token opens it.
    const says =
      /^\/(bookings|account|sign-in|desk.*|admin.*)$/.test(pathname) ||
      /^\/b\/[^#]+$/.test(pathname + hash)
    if (says) return announce(endedText.title)
    toast({
      key: 'session',
      title: endedText.title,
      detail: endedText.why,
      action: { label: 'Sign in', onPress: () => void navigate(paths.signIn(pathname + search)) },
    })
  })

  useEffect(() => {
    const was = before.current
    before.current = mark
    if (was === 'in' && mark === 'ended') tell()
  }, [mark])
}
