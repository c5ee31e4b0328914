import { queryOptions } from '@tanstack/react-query'
import { paths } from '../../lib/paths.ts'

/** `closed`: this is a demo on this machine, and its key was not opened in this browser yet. */
export type DevMailState = 'open' | 'closed' | 'none'

/**
 * Whether the mail that was sent can be read here: only a demo on this machine shows it. Elsewhere it is not even asked
 * for, since the answer is known and would stand in the console as an error.
 */
export const devMailQuery = queryOptions({
  queryKey: ['dev-mail'],
  queryFn: async ({ signal }): Promise<DevMailState> => {
    const isLocal = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(location.hostname)
    if (!isLocal) return 'none'
    const response = await fetch(`${paths.devMail}/access`, { signal })
    if (!response.ok) return 'none'
    const { isOpen } = (await response.json()) as { isOpen: boolean }
    return isOpen ? 'open' : 'closed'
  },
  // Its key is opened in another tab.
  refetchOnWindowFocus: ({ state }) => state.data === 'closed' && 'always',
  staleTime: Infinity,
  retry: false,
})
