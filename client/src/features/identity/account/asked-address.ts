import { useState } from 'react'
import { remembered, textsIn } from '../../../lib/browser/remembered.ts'

/** The address that one wants to have, and until when the codes that went out are good; none went out at `null`. */
export interface AskedAddress {
  readonly email: string
  readonly expiresAt: string | null
}

const nothing: AskedAddress = { email: '', expiresAt: null }

const kept = remembered<AskedAddress>({
  on: 'tab',
  key: 'ec.address',
  shape: (found) => ({ ...nothing, ...textsIn(found, ['email', 'expiresAt']) }),
})

/** Outlives a reload: phones drop a tab while the mails are looked up. */
export function useAskedAddress() {
  const [asked, setAsked] = useState(kept.read)
  return [
    asked,
    (next: AskedAddress | null) => {
      setAsked(next ?? nothing)
      kept.write(next)
    },
  ] as const
}
