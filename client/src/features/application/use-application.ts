import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { call } from '../../server/api/client.ts'
import { problemOf } from '../../server/api/problem.ts'
import { useForm } from '../../ui/form/use-form.ts'
import { useSession } from '../../server/session/use-session.ts'
import { applicationFields, dropDraft, readDraft, saveDraft } from './application-draft.ts'

/** The form of an application. `onSent` is told to which address the answer will go. */
export function useApplication(onSent: (email: string) => void) {
  const form = useForm(applicationFields, readDraft())
  const send = useMutation({
    mutationFn: () => call('applyAsExpert', { body: form.typed }),
    onSuccess: () => {
      dropDraft()
      onSent(form.typed.email.trim())
    },
    onError: (error) => form.refuse(problemOf(error)),
  })
  useEffect(() => {
    if (!send.isSuccess) saveDraft(form.typed)
  }, [form.typed, send.isSuccess])
  useOwnAddress((email) =>
    form.setTyped((before) => (before.email === '' ? { ...before, email } : before)),
  )
  return {
    control: form.control,
    problem: form.problem,
    busy: send.isPending,
    send: () => {
      if (send.isPending) return
      form.clear()
      send.mutate()
    },
  }
}

/** Offers the address of who is signed in, once: whoever removes it means to write another. */
function useOwnAddress(offer: (email: string) => void) {
  const { person } = useSession()
  const offered = useRef(false)
  const offerOnce = useEffectEvent((email: string) => {
    if (offered.current) return
    offered.current = true
    offer(email)
  })
  useEffect(() => {
    if (person) offerOnce(person.email)
  }, [person])
}
