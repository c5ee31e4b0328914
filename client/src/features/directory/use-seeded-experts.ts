import type { Expert } from '@expertconnect/contract/experts/shapes'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { expertQuery } from '../../server/api/expert-queries.ts'

/**
 * What the list knows of an expert is all that their page shows first: handed over, the page opens at once, and the
 * portrait has somewhere to travel to.
 */
export function useSeededExperts(experts: readonly Expert[], updatedAt: number): void {
  const client = useQueryClient()
  useEffect(() => {
    for (const expert of experts) {
      const { queryKey } = expertQuery(expert.slug)
      const known = client.getQueryState(queryKey)
      if ((known?.dataUpdatedAt ?? 0) < updatedAt) {
        client.setQueryData(queryKey, expert, { updatedAt })
      }
    }
  }, [client, experts, updatedAt])
}
