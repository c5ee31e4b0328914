import { useEffect, useEffectEvent, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { endedText } from '../../features/identity/ended-text.ts'
import { useSessionMark } from '../../server/api/session-mark.ts'
import { useToast } from '../../ui/feedback/toast.tsx'
import { useAnnounce } from '../../ui/feedback/use-announce.ts'

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
