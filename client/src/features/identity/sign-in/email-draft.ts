import { useState } from 'react'
import { remembered } from '../../../lib/remembered.ts'

const draft = remembered({
  on: 'tab',
  key: 'ec.sign-in',
  plain: true,
  shape: (found) => (typeof found === 'string' ? found : ''),
})

/** The address that is being typed. It outlives a reload: phones drop a tab while the mail is looked up. */
export function useEmailDraft(first = '') {
  const [email, setEmail] = useState(() => draft.read() || first)
  return [
    email,
    (typed: string) => {
      setEmail(typed)
      draft.write(typed === '' ? null : typed)
    },
  ] as const
}

export function dropEmailDraft(): void {
  draft.write(null)
}
