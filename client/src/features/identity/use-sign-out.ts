import { useMutation } from '@tanstack/react-query'
import { call } from '../../server/api/client.ts'
import { problemOf } from '../../server/api/problem.ts'
import { useToast } from '../../ui/feedback/toast.tsx'
import { noteSignedOut } from '../../server/api/session-mark.ts'

/** Signs out in this browser, or in every one. `onDone`: whatever was pressed is gone by then, and the focus with it. */
export function useSignOut(onDone: () => void, how: 'signOut' | 'endSessions' = 'signOut') {
  const toast = useToast()
  return useMutation({
    mutationFn: () => call(how, {}),
    onSuccess: () => {
      noteSignedOut()
      toast({ title: 'You are signed out', key: 'session' })
      // After the page without a person has been rendered.
      setTimeout(onDone)
    },
    onError: (error) => {
      const { title, detail } = problemOf(error)
      toast({ tone: 'bad', title: `Not signed out: ${title}`, ...(detail && { detail }) })
    },
  })
}
