import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { mine } from '../api/keys.ts'

/**
 * To somebody whose session has ended nothing of theirs exists any more: where something is not found that was there,
 * this asks whether anybody is still signed in here.
 */
export function useDoubt(): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(() => client.invalidateQueries({ queryKey: mine.me }), [client])
}
