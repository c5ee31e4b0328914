import type { DeskExpert } from '@expertconnect/contract/experts/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../server/api/client.ts'
import { problemOf } from '../../server/api/problem.ts'
import { expertQuery } from '../../server/api/expert-queries.ts'
import { useToast } from '../../ui/feedback/toast.tsx'
import {
  faultsByField,
  type Fields,
  profileFaults,
  type ProfileState,
  toProfileChange,
} from './profile-state.ts'
import { deskQuery } from '../../server/api/expert-queries.ts'
import type { Unsaved } from '../../ui/form/unsaved.ts'

/** Saves what was changed of the profile, over the version that is shown. */
export function useSaveProfile(expert: DeskExpert, unsaved: Unsaved<ProfileState>) {
  const client = useQueryClient()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<{ problem: Problem; of: ProfileState } | null>(null)
  const { shown, parts, drop } = unsaved
  const { currency } = expert.hourlyRate
  const own = profileFaults(shown, currency)
  const current = refusal?.of === shown ? refusal.problem : null
  // An empty field is no fault while it is being typed, only once it was to be saved.
  const faults: Fields = { ...faultsByField(current?.errors ?? []), ...(tried && own) }

  async function save() {
    setTried(true)
    if (Object.keys(own).length > 0) return focusFault()
    setBusy(true)
    try {
      const body = { version: expert.version, ...toProfileChange(parts, currency) }
      const saved = await call('changeProfile', { body })
      drop()
      client.setQueryData(deskQuery.queryKey, saved)
      void client.invalidateQueries({ queryKey: expertQuery(saved.slug).queryKey })
      setRefusal(null)
      setTried(false)
      toast({ tone: 'good', title: 'Saved: visitors see it now' })
    } catch (error) {
      const problem = problemOf(error)
      setRefusal({ problem, of: shown })
      if (problem.code === 'stale_version') {
        await client.invalidateQueries({ queryKey: deskQuery.queryKey })
      }
      focusFault()
    } finally {
      setBusy(false)
    }
  }

  return {
    busy,
    faults,
    problem: current,
    save,
    discard: () => {
      drop()
      setRefusal(null)
      setTried(false)
    },
  }
}

function focusFault(): void {
  setTimeout(() => document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus())
}
