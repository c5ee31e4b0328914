import { createHash } from 'node:crypto'

/** Ids that are the same on every seeding, and look like all others. */
export function seedId(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(parts.join('/')).digest('base64url').slice(0, 22)
}
