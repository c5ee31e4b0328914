import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { noteMe } from './session-mark.ts'
import { ApiProblem } from './problem.ts'

/** Worth asking again: nothing answered, the server said that it is its fault, or it asked for patience. */
function retry(failures: number, error: Error): boolean {
  if (failures >= 2 || !(error instanceof ApiProblem)) return false
  const { status, retryAfterSeconds = 0 } = error.problem
  // Someone who would have to wait that long is told so, and decides.
  if (retryAfterSeconds > 10) return false
  return status === 0 || status === 429 || status >= 500
}

function retryDelay(failures: number, error: Error): number {
  const asked = error instanceof ApiProblem ? (error.problem.retryAfterSeconds ?? 0) * 1000 : 0
  const backoff = Math.min(8000, 600 * 2 ** failures)
  // Jitter, so that a restarted server is not met by everyone at once.
  return Math.max(asked, backoff * (0.5 + Math.random() / 2))
}

/** Whatever it was that was asked for: this browser's session is over, and every page hears of it. */
function noteRefusal(error: Error): void {
  if (error instanceof ApiProblem && error.problem.code === 'signed_out') noteMe(null)
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: noteRefusal }),
    mutationCache: new MutationCache({ onError: noteRefusal }),
    defaultOptions: {
      // Offline, a call fails and says so; it does not wait in silence. It is repeated when the line is back.
      queries: {
        retry,
        retryDelay,
        networkMode: 'always',
        refetchOnReconnect: true,
        staleTime: 15_000,
        gcTime: 5 * 60_000,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
