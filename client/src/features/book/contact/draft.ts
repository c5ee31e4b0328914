import type { BookingInput } from '@expertconnect/contract/bookings/shapes'
import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import { remembered, textsIn } from '../../../lib/browser/remembered.ts'
import { useSession } from '../../../server/session/use-session.ts'

/** What is typed into the form. It outlives the hold, the step and a reload of the tab. */
export interface Draft {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly topic: string
}

type Contact = Pick<Draft, 'name' | 'email' | 'phone'>

const nothing: Draft = { name: '', email: '', phone: '', topic: '' }

export type Field = keyof Draft

/** In the order of the form: the focus goes to the first one that is at fault. */
export const fields: readonly Field[] = ['name', 'email', 'phone', 'topic']

const contact = remembered({
  on: 'device',
  key: 'ec.contact',
  shape: (found): Partial<Draft> => textsIn(found, fields),
})

const draftOf = (slug: string) =>
  remembered({
    on: 'tab',
    key: `ec.draft.${slug}`,
    shape: (found): Partial<Draft> => textsIn(found, fields),
  })

export function useDraft(slug: string) {
  const [draft, setDraft] = useState((): Draft => ({
    ...nothing,
    ...contact.read(),
    ...draftOf(slug).read(),
  }))
  const change = useCallback(
    (part: Partial<Draft>) =>
      setDraft((before) => {
        const next = { ...before, ...part }
        saveDraft(slug, next)
        return next
      }),
    [slug],
  )
  return [draft, change] as const
}

export function saveDraft(slug: string, draft: Draft): void {
  draftOf(slug).write(draft)
}

export function dropDraft(slug: string): void {
  draftOf(slug).write(null)
}

/**
 * Fills in the address that is signed in, so that the booking is found under it. It is an offer: made once, over what
 * this device remembers, and never over what was typed.
 */
export function useOwnAddress(slug: string, onDraft: (part: Partial<Draft>) => void): void {
  const email = useSession().person?.email
  const offer = useEffectEvent((address: string) => {
    if (!hasTypedEmail(slug)) onDraft({ email: address })
  })
  useEffect(() => {
    if (email !== undefined) offer(email)
  }, [email])
}

/** An address that was typed in this tab, and not only remembered on this device. */
function hasTypedEmail(slug: string): boolean {
  return (draftOf(slug).read().email ?? '') !== ''
}

export function isContactRemembered(): boolean {
  return Object.keys(contact.read()).length > 0
}

/** Kept on this device only if the person asked for it; `null` forgets it. */
export function rememberContact(known: Contact | null): void {
  contact.write(known && { name: known.name, email: known.email, phone: known.phone })
}

/** What is typed, as the server takes it: what was left empty is left out. */
export function customerOf(draft: Draft): Pick<BookingInput, 'customer' | 'topic'> {
  const [phone, topic] = [draft.phone.trim(), draft.topic.trim()]
  return {
    customer: {
      name: draft.name.trim(),
      email: draft.email.trim(),
      ...(phone !== '' && { phone }),
    },
    ...(topic !== '' && { topic }),
  }
}
