import { useEffect, useEffectEvent } from 'react'
import { useSession } from '../../../server/session/use-session.ts'
import { type Draft, hasTypedEmail } from './draft.ts'

/**
 * Fills in the address that is signed in, so that the booking is found under it. It is an offer: made once, over what
 * this device remembers, and never over what was typed.
 */
export function useOwnAddress(slug: string, onDraft: (part: Partial<Draft>) => void): void {
  const email = useSession().person?.email
  const offer = useEffectEvent((address: string) => {
    if (!hasTypedEmail(slug)) onDraft({ email: address })
  })
  useEffect(() => {
    if (email !== undefined) offer(email)
  }, [email])
}
