import { useState } from 'react'

const key = 'ec.sign-in'

/** The address that is being typed. It outlives a reload: phones drop a tab while the mail is looked up. */
export function useEmailDraft(first = '') {
  const [email, setEmail] = useState(() => read() || first)
  return [
    email,
    (typed: string) => {
      setEmail(typed)
      write(typed)
    },
  ] as const
}

export function dropEmailDraft(): void {
  write('')
}

function write(typed: string) {
  try {
    if (typed === '') sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, typed)
  } catch {
    // Storage may be forbidden: the text then lives as long as the page.
  }
}

function read(): string {
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}
