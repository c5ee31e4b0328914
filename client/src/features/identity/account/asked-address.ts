import { useState } from 'react'

const key = 'ec.address'

/** The address that one wants to have, and until when the codes that went out are good; none went out at `null`. */
export interface AskedAddress {
  readonly email: string
  readonly expiresAt: string | null
}

const nothing: AskedAddress = { email: '', expiresAt: null }

/** Outlives a reload: phones drop a tab while the mails are looked up. */
export function useAskedAddress() {
  const [asked, setAsked] = useState(read)
  return [
    asked,
    (next: AskedAddress | null) => {
      setAsked(next ?? nothing)
      write(next)
    },
  ] as const
}

function write(asked: AskedAddress | null) {
  try {
    if (asked === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(asked))
  } catch {
    // Storage may be forbidden: the text then lives as long as the page.
  }
}

function read(): AskedAddress {
  try {
    const { email, expiresAt } = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<
      Record<string, unknown>
    >
    return {
      email: typeof email === 'string' ? email : '',
      expiresAt: typeof expiresAt === 'string' ? expiresAt : null,
    }
  } catch {
    return nothing
  }
}
