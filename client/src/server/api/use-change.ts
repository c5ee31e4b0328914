import { useMutation, useQueryClient } from '@tanstack/react-query'
import { problemOf } from './problem.ts'
import { useDoubt } from '../session/use-doubt.ts'
import { mine } from './keys.ts'

/** What visitors see of it is read anew as well. */
const touched = [mine.admin, ['categories'], ['directory'], ['expert']] as const

/** Sends a change. Whatever shows it is read again, also where somebody else was faster. */
export function useChange<I, A>(
  send: (input: I) => Promise<A>,
  onDone: (answer: A, input: I) => void,
) {
  const client = useQueryClient()
  const doubt = useDoubt()
  function refresh() {
    for (const queryKey of touched) void client.invalidateQueries({ queryKey })
  }
  return useMutation({
    mutationFn: send,
    onSuccess: (answer, input) => {
      refresh()
      onDone(answer, input)
    },
    onError: (error) => {
      const { code, status } = problemOf(error)
      if (code === 'forbidden') void doubt()
      // It is not as it is shown here.
      if (status === 404 || status === 409) refresh()
    },
  })
}
