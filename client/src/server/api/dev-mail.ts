import { queryOptions } from '@tanstack/react-query'
import { paths } from '../../lib/paths.ts'

/**
 * Whether the mail that was sent can be read here: only a demo on this machine shows it. Elsewhere it is not even asked
 * for, since the answer is known and would stand in the console as an error.
 */
export const devMailQuery = queryOptions({
  queryKey: ['dev-mail'],
  queryFn: async ({ signal }) => {
    const isLocal = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(location.hostname)
    return isLocal && (await fetch(paths.devMail, { method: 'HEAD', signal })).ok
  },
  staleTime: Infinity,
  retry: false,
})
