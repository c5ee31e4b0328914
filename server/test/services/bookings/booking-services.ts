import { randomBytes } from 'node:crypto'
import { createTokens } from '../../../src/base/tokens.ts'
import { createBookings } from '../../../src/services/bookings/bookings.ts'
import { createCeilings } from '../../../src/services/bookings/ceilings.ts'
import { createBookingChanges } from '../../../src/services/bookings/changes.ts'
import { createClaims } from '../../../src/services/bookings/claims.ts'
import { createHolds } from '../../../src/services/bookings/holds.ts'
import { createTraits } from '../../../src/services/welcome/traits.ts'
import { createWelcome } from '../../../src/services/welcome/welcome.ts'
import type { Storage } from '../../../src/storage/port/storage.ts'
import { mondayMorning } from '../../harness.ts'

/** What makes, holds and changes bookings, and nothing beside it: no job, no server. Work that is asked for costs nothing. */
export function createBookingServices(storage: Storage, { limits }: { readonly limits: boolean }) {
  const clock = { now: mondayMorning }
  let ids = 0
  const deps = {
    storage,
    clock: () => clock.now,
    newId: () => `id-${String(++ids).padStart(8, '0')}`,
    tokens: createTokens(randomBytes(32).toString('hex')),
    currency: 'USD',
    limits,
    mailIsRead: true,
  } as unknown as Parameters<typeof createBookings>[0]
  const claims = createClaims(deps)
  const ceilings = createCeilings(deps)
  const welcome = createWelcome(deps, createTraits(deps))
  const freeWork = { demandWork: async () => undefined }
  return {
    clock,
    /** How many ids were given out. */
    ids: () => ids,
    holds: createHolds(deps, claims, ceilings, freeWork, welcome),
    bookings: createBookings(deps, claims, ceilings, freeWork, welcome),
    changes: createBookingChanges(deps, claims, ceilings, welcome),
  }
}
