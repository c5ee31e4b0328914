import { randomBytes } from 'node:crypto'

/** Random bits that cannot be guessed, as base64url. */
export function newSecret(bits: number): string {
  return randomBytes(bits / 8).toString('base64url')
}
