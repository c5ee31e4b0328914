/** What must pass, however close it comes. */
export const controls: Readonly<Record<string, string>> = {
  'contract/src/bookings.ts': `import * as z from 'zod/mini'\nimport { Id } from './primitives.ts'\nexport const Booking = z.object({ id: Id })`,
  'contract/src/primitives.ts': `import * as z from 'zod/mini'\nexport const Id = z.string()`,
  'server/src/domain/bookings/booking.ts': `import { Temporal } from 'temporal-polyfill'\nimport type { Id } from '@expertconnect/contract/primitives'\nimport { minute } from '../time/instant.ts'\nimport { state } from './state.ts'\nexport const booking = (id: typeof Id) => ({ id, state, at: Temporal.Instant.fromEpochMilliseconds(minute) })`,
  'server/src/domain/bookings/state.ts': `export const state = 'held'`,
  'server/src/domain/time/instant.ts': 'export const minute = 60_000',
  'server/src/storage/port/storage.ts': `import type { minute } from '../../domain/time/instant.ts'\nimport type { PeopleStorage } from './people.ts'\nexport interface Storage {\n  readonly minute: typeof minute\n  readonly people: PeopleStorage\n}`,
  'server/src/storage/port/people.ts': `import type { minute } from '../../domain/time/instant.ts'\nexport interface PeopleStorage {\n  readonly minute: typeof minute\n}`,
  'server/src/storage/port/unavailable.ts': 'export class Unavailable extends Error {}',
  'server/src/storage/port/bookings.ts': `import type { minute } from '../../domain/time/instant.ts'\nimport type { Id } from '@expertconnect/contract/primitives'\nimport { Unavailable } from './unavailable.ts'\nexport interface Bookings {\n  readonly minute: typeof minute\n  readonly id: typeof Id\n  readonly fault: Unavailable\n}`,
  'server/src/storage/open.ts': `import { sqlite } from './sqlite/bookings/claims.ts'\nexport const open = () => sqlite`,
  'server/src/storage/sqlite/bookings/claims.ts': `import '@photostructure/sqlite'\nimport type { Bookings } from '../../port/bookings.ts'\nexport const sqlite = (bookings: Bookings) => bookings`,
  'server/src/base/problem.ts': `import { Unavailable } from '../storage/port/unavailable.ts'\nexport const fault = new Unavailable()`,
  'server/src/services/bookings/holds.ts': `import type { Bookings } from '../../storage/port/bookings.ts'\nimport type { PeopleStorage } from '../../storage/port/people.ts'\nimport { booking } from '../../domain/bookings/booking.ts'\nimport { fault } from '../../base/problem.ts'\nexport const hold = (bookings: Bookings, people: PeopleStorage) => ({ bookings, people, booking, fault })`,
  'server/src/http/server.ts': `import 'express'\nimport './handlers/bookings.ts'`,
  'server/src/http/handlers/bookings.ts': `import '../../services/bookings/holds.ts'\nimport '../../base/problem.ts'`,
  'server/src/realtime/server.ts': `import 'socket.io'\nimport '../services/bookings/holds.ts'`,
  'server/src/jobs/forget.ts': `import '../base/problem.ts'\nimport '../storage/port/bookings.ts'`,
  'server/src/entry/main.ts': `import '../storage/open.ts'\nimport { app } from './app.ts'\nconsole.log(app, process.env.PORT)`,
  'server/src/entry/backup-main.ts': `import '../storage/open.ts'\nconsole.log(process.env.PORT)`,
  'server/src/entry/app.ts': `import '../http/server.ts'\nimport '../realtime/server.ts'\nexport const app = 1`,
  'server/test/harness.ts': `import '../src/storage/open.ts'\nexport const url = process.env.DATABASE_URL`,
  'client/src/server/api/client.ts': `import 'axios'`,
  'client/src/server/live/socket.ts': `import 'socket.io-client'`,
  'client/src/lib/time/time.ts': 'export const zone = 1',
  'client/src/ui/action/button.tsx': `import 'lucide-react'
import '../display/card.tsx'
import '../../lib/time/time.ts'`,
  'client/src/ui/display/card.tsx': 'export const Card = () => null',
  'client/src/features/booking/queries.ts': `import '../../server/api/client.ts'\nimport '../../ui/action/button.tsx'\nimport '../../lib/time/time.ts'\nimport '@expertconnect/contract/bookings'`,
  'client/src/features/booking/lists/my-list.ts': `import '../queries.ts'
import '../../../ui/action/button.tsx'
import '../../book/hold/use-hold.ts'`,
  'client/src/pages/person/my-bookings-page.tsx': `import '../../features/booking/queries.ts'
export function MyBookingsPage() {
  return null
}`,
  'client/src/lib/browser/remembered.ts': `export const kept = localStorage.getItem('ec.time')`,
  'client/src/features/call/peer/peer-link.ts': 'export const link = () => new RTCPeerConnection()',
  'e2e/world.ts': 'export const page = async (use: (port: number) => Promise<void>) => use(1)',
  'vitest.config.ts': 'export default { zone: process.env.TZ }',
  'scripts/build.mjs': 'console.log(process.env.PATH)',
}
