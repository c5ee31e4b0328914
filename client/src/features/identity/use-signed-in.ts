import type { Me } from '@expertconnect/contract/people/shapes'
import { useQueryClient } from '@tanstack/react-query'
import { meQuery } from '../../server/api/people-queries.ts'
import { noteMe } from '../../server/api/session-mark.ts'
import { useToast } from '../../ui/feedback/toast.tsx'
import { emailDraft } from './email-draft.ts'

/** Takes down who is signed in now. What the page shows follows from that. */
export function useSignedIn(): (me: Me) => void {
  const client = useQueryClient()
  const toast = useToast()
  return (me) => {
    client.setQueryData(meQuery.queryKey, me)
    noteMe(me.person?.id ?? null)
    emailDraft.write(null)
    if (me.person) {
      toast({ tone: 'good', title: 'You are signed in', detail: me.person.email, key: 'session' })
    }
  }
}
