import { useCallback, useState } from 'react'

/** What is typed into the form. It outlives the hold, the step and a reload of the tab. */
export interface Draft {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly topic: string
}

type Contact = Pick<Draft, 'name' | 'email' | 'phone'>

const contactKey = 'ec.contact'
const draftKey = (slug: string) => `ec.draft.${slug}`

export function useDraft(slug: string) {
  const [draft, setDraft] = useState(() => readDraft(slug))
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
  write(() => sessionStorage.setItem(draftKey(slug), JSON.stringify(draft)))
}

export function dropDraft(slug: string): void {
  write(() => sessionStorage.removeItem(draftKey(slug)))
}

/** An address that was typed in this tab, and not only remembered on this device. */
export function hasTypedEmail(slug: string): boolean {
  return (read(() => sessionStorage.getItem(draftKey(slug))).email ?? '') !== ''
}

function readDraft(slug: string): Draft {
  return {
    name: '',
    email: '',
    phone: '',
    topic: '',
    ...read(() => localStorage.getItem(contactKey)),
    ...read(() => sessionStorage.getItem(draftKey(slug))),
  }
}

export function isContactRemembered(): boolean {
  return Object.keys(read(() => localStorage.getItem(contactKey))).length > 0
}

/** Kept on this device only if the person asked for it; `null` forgets it. */
export function rememberContact(contact: Contact | null): void {
  write(() => {
    if (!contact) return localStorage.removeItem(contactKey)
    const { name, email, phone } = contact
    localStorage.setItem(contactKey, JSON.stringify({ name, email, phone }))
  })
}

function read(from: () => string | null): Partial<Draft> {
  try {
    const stored: unknown = JSON.parse(from() ?? '{}')
    if (typeof stored !== 'object' || stored === null) return {}
    const known = Object.entries(stored).filter(
      ([field, value]) => /^(name|email|phone|topic)$/.test(field) && typeof value === 'string',
    )
    return Object.fromEntries(known)
  } catch {
    return {}
  }
}

function write(store: () => void): void {
  try {
    store()
  } catch {
    // Storage may be full or forbidden: the text then lives as long as the page.
  }
}
