import type { SignInProof } from '@expertconnect/contract/people/shapes'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../../../server/api/client.ts'
import { meQuery } from '../../../server/api/people-queries.ts'
import { noteMe } from '../../../server/api/session-mark.ts'
import { useSend } from '../../../server/use-send.ts'
import { useToast } from '../../../ui/feedback/toast.tsx'
import { emailDraft } from './email-draft.ts'

/** Asks for a mail with a code and a link. */
export function useStartSignIn() {
  return useSend((email: string) => call('startSignIn', { body: { email: email.trim() } }))
}

/** Signs in. What the page shows follows from who is signed in then. */
export function useProveSignIn() {
  const client = useQueryClient()
  const toast = useToast()
  return useSend((proof: SignInProof) => call('proveSignIn', { body: proof }), {
    onDone: (me) => {
      client.setQueryData(meQuery.queryKey, me)
      noteMe(me.person?.id ?? null)
      emailDraft.write(null)
      if (me.person) {
        toast({ tone: 'good', title: 'You are signed in', detail: me.person.email, key: 'session' })
      }
    },
  })
}
