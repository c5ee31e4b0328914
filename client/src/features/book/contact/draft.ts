import { useCallback, useState } from 'react'
import { remembered, textsIn } from '../../../lib/browser/remembered.ts'

/** What is typed into the form. It outlives the hold, the step and a reload of the tab. */
export interface Draft {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly topic: string
}

type Contact = Pick<Draft, 'name' | 'email' | 'phone'>

const nothing: Draft = { name: '', email: '', phone: '', topic: '' }
const names = ['name', 'email', 'phone', 'topic'] as const

const contact = remembered({
  on: 'device',
  key: 'ec.contact',
  shape: (found): Partial<Draft> => textsIn(found, names),
})

const draftOf = (slug: string) =>
  remembered({
    on: 'tab',
    key: `ec.draft.${slug}`,
    shape: (found): Partial<Draft> => textsIn(found, names),
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

/** An address that was typed in this tab, and not only remembered on this device. */
export function hasTypedEmail(slug: string): boolean {
  return (draftOf(slug).read().email ?? '') !== ''
}

export function isContactRemembered(): boolean {
  return Object.keys(contact.read()).length > 0
}

/** Kept on this device only if the person asked for it; `null` forgets it. */
export function rememberContact(known: Contact | null): void {
  contact.write(known && { name: known.name, email: known.email, phone: known.phone })
}
