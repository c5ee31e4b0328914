import type { Problem } from '@expertconnect/contract/problem'
import { useQueryClient } from '@tanstack/react-query'
import { aboutExperts } from './api/expert-queries.ts'
import { mine } from './api/keys.ts'
import { useDoubt } from './session/use-doubt.ts'
import { useSend } from './use-send.ts'

/** What administrators and experts read, and what visitors see of it. */
const touched = [mine.admin, mine.desk, ['categories'], ['directory'], ...aboutExperts] as const

/**
 * Sends a change of an administrator, or of an expert, and answers why it was refused, or `null`. Whatever shows it is read again, also
 * where somebody else was faster.
 */
export function useChange<A, I = void>(
  send: (input: I) => Promise<A>,
  onDone: (answer: A, input: I) => void,
): (input: I) => Promise<Problem | null> {
  const client = useQueryClient()
  const doubt = useDoubt()
  function refresh() {
    for (const queryKey of touched) void client.invalidateQueries({ queryKey })
  }
  return useSend(send, {
    onDone: (answer, input) => {
      refresh()
      onDone(answer, input)
    },
    onRefused: ({ code, status }) => {
      if (code === 'forbidden') void doubt()
      // It is not as it is shown here.
      if (status === 404 || status === 409) refresh()
    },
  })
}
