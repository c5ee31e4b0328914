import type { DeskExpert } from '@expertconnect/contract/experts/shapes'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../../server/api/client.ts'
import { deskQuery, expertQuery } from '../../server/api/expert-queries.ts'
import { useSend } from '../../server/use-send.ts'
import { useToast } from '../../ui/feedback/toast.tsx'
import { placeFaults } from '../../ui/form/place-faults.ts'
import type { Unsaved } from '../../ui/form/unsaved.ts'
import { useSave } from '../../ui/form/use-save.ts'
import {
  profileFaults,
  profileFields,
  type ProfileState,
  toProfileChange,
} from './profile-state.ts'

/** Saves what was changed of the profile, over the version that is shown. */
export function useSaveProfile(expert: DeskExpert, unsaved: Unsaved<ProfileState>) {
  const client = useQueryClient()
  const toast = useToast()
  const { shown, parts, drop } = unsaved
  const { currency } = expert.hourlyRate
  const own = profileFaults(shown, currency)
  const body = { version: expert.version, ...toProfileChange(parts, currency) }
  const send = useSend(() => call('changeProfile', { body }), {
    onDone: (saved) => {
      drop()
      client.setQueryData(deskQuery.queryKey, saved)
      void client.invalidateQueries({ queryKey: expertQuery(saved.slug).queryKey })
      toast({ tone: 'good', title: 'Saved: visitors see it now' })
    },
    onRefused: ({ code }) => {
      if (code !== 'stale_version') return
      void client.invalidateQueries({ queryKey: deskQuery.queryKey })
    },
  })
  const { problem, tried, busy, save, discard } = useSave({
    unsaved,
    atFault: Object.keys(own).length > 0,
    send: () => send(),
  })
  const theirs = placeFaults(problem?.errors, profileFields).inFields
  // An empty field is no fault while it is being typed, only once it was to be saved.
  return { busy, problem, faults: { ...theirs, ...(tried && own) }, save, discard }
}
