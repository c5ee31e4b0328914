import { randomId } from '../../../lib/random-id.ts'

const key = 'ec.holder'
let made: string | undefined

/**
 * A random name of this browser. It says nothing about the person; with it, people behind one address do not use up
 * each other's holds.
 */
export function holderId(): string {
  made ??= stored()
  return made
}

function stored(): string {
  try {
    const known = localStorage.getItem(key)
    if (known !== null && /^[\w-]{8,64}$/.test(known)) return known
    const fresh = randomId()
    localStorage.setItem(key, fresh)
    return fresh
  } catch {
    return randomId()
  }
}
