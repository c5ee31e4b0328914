import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { call } from '../../server/api/client.ts'
import { useSession } from '../../server/session/use-session.ts'
import { useSend } from '../../server/use-send.ts'
import { useForm } from '../../ui/form/use-form.ts'
import { applicationDraft, applicationFields } from './application-draft.ts'

/** The form of an application. `onSent` is told to which address the answer will go. */
export function useApplication(onSent: (email: string) => void) {
  const [before] = useState(applicationDraft.read)
  const form = useForm(applicationFields, before, { keep: applicationDraft.write })
  const apply = useSend(() => call('applyAsExpert', { body: form.typed }), {
    onDone: () => {
      applicationDraft.write(null)
      onSent(form.typed.email.trim())
    },
  })
  useOwnAddress((email) =>
    form.setTyped((before) => (before.email === '' ? { ...before, email } : before)),
  )

  return {
    control: form.control,
    problem: form.problem,
    busy: form.busy,
    send: () => form.send(() => apply()),
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
