/** One planted fault: what stands in `file` must be reported by `rule`, and by nothing else. */
export interface Probe {
  readonly file: string
  readonly code: string
  readonly rule: string
}

const imports = 'eslint(no-restricted-imports)'
const globals = 'eslint(no-restricted-globals)'
const properties = 'eslint(no-restricted-properties)'
const env = 'node(no-process-env)'
const lines = 'eslint(max-lines)'

/** A file each for imports that the layer of the folder may not have. */
function forbidden(folder: string, specifiers: readonly string[]): Probe[] {
  return specifiers.map((specifier, index) => ({
    file: `${folder}/forbidden-import-${index}.ts`,
    code: `import '${specifier}'`,
    rule: imports,
  }))
}

/** A file each for expressions that the folder may not hold. */
function impure(folder: string, rule: string, expressions: readonly string[]): Probe[] {
  return expressions.map((expression, index) => ({
    file: `${folder}/${rule.replace(/\W+/g, '-')}${index}.ts`,
    code: `export const value: unknown = ${expression}`,
    rule,
  }))
}

const engines = ['node:sqlite', '@photostructure/sqlite', 'mongoose']

export const layerProbes: readonly Probe[] = [
  ...forbidden('contract/src', ['zod', 'zod/v4', 'node:fs', '../../server/src/config.ts']),

  ...forbidden('server/src/domain', [
    'node:fs',
    'node:crypto',
    'express',
    '@scope/package/part',
    'temporal-polyfill/global',
    '../config.ts',
    '../services/bookings.ts',
    '../storage/port.ts',
  ]),
  { file: 'server/src/domain/lazy.ts', code: `await import('node:fs')`, rule: imports },
  {
    file: 'server/src/domain/of-a-type.ts',
    code: `export type { Storage } from '../storage/port.ts'`,
    rule: imports,
  },
  ...impure('server/src/domain', globals, [
    'new Date()',
    'Date.now()',
    'globalThis.Date.now()',
    'performance.now()',
    'process.pid',
    'crypto.randomUUID()',
    'setTimeout(() => {}, 1)',
    'setInterval(() => {}, 1)',
    'setImmediate(() => {})',
    `fetch('http://localhost')`,
  ]),
  ...impure('server/src/domain', properties, ['Temporal.Now.instant()', 'Math.random()']),

  ...forbidden('server/src/services', [
    'express',
    'express/lib/router',
    'socket.io',
    'node:http',
    'node:process',
    ...engines,
    '../http/server.ts',
    '../realtime/gateway.ts',
    '../storage/open.ts',
    '../storage/sqlite/sqlite-storage.ts',
    '../jobs/deliver.ts',
  ]),
  ...forbidden('server/src/http', [
    '../realtime/gateway.ts',
    '../storage/port.ts',
    '../storage/open.ts',
    'socket.io',
    'node:process',
    ...engines,
  ]),
  ...forbidden('server/src/realtime', [
    '../http/server.ts',
    '../storage/port.ts',
    '../storage/open.ts',
    'express',
    'node:process',
    ...engines,
  ]),
  ...forbidden('server/src/jobs', ['../storage/open.ts', 'node:process', ...engines]),
  ...forbidden('server/src', ['./storage/open.ts', './storage/sqlite/rows.ts', ...engines]),
  ...forbidden('server/src/storage', [
    '../services/bookings.ts',
    'express',
    'mongoose',
    'node:process',
  ]),
  ...forbidden('server/src/storage/sqlite', [
    '../mongo/documents.ts',
    '../../http/server.ts',
    'mongoose',
    'node:process',
  ]),
  ...forbidden('server/src/storage/mongo', [
    '../sqlite/rows.ts',
    '../../realtime/gateway.ts',
    'node:sqlite',
    '@photostructure/sqlite',
    'node:process',
  ]),
  { file: 'server/src/storage/port.ts', code: `import 'node:fs'`, rule: imports },
  { file: 'server/src/storage/people-port.ts', code: `import './listeners.ts'`, rule: imports },

  ...forbidden('client/src', ['axios', 'socket.io-client']),
  ...forbidden('client/src/server/api', ['axios', 'socket.io-client']),
  ...forbidden('client/src/server/live', ['axios', 'socket.io-client']),
  { file: 'client/src/server/api/client.ts', code: `import 'socket.io-client'`, rule: imports },
  { file: 'client/src/server/live/socket.ts', code: `import 'axios'`, rule: imports },
  ...forbidden('client/src/features/booking', ['axios', 'socket.io-client']),
  ...forbidden('client/src/features/booking/lists', ['axios', 'socket.io-client']),
  ...forbidden('client/src/pages/desk', ['axios', 'socket.io-client']),
  ...forbidden('client/src/app/shell', ['axios', 'socket.io-client']),
  ...forbidden('client/src/lib/time', ['axios', 'socket.io-client']),
  ...forbidden('client/src/ui/form', [
    '../../features/booking/queries.ts',
    '../../server/api/client.ts',
    '../../pages/admin/admin-page.tsx',
    '@expertconnect/contract/bookings',
    'axios',
    'socket.io-client',
  ]),
  ...impure('client/src/features/booking', globals, [
    'new RTCPeerConnection()',
    'new window.RTCPeerConnection()',
    `localStorage.getItem('ec.time')`,
    'window.sessionStorage.length',
  ]),
  ...impure('client/src/server/live', globals, ['new RTCPeerConnection()']),
]

export const houseProbes: readonly Probe[] = [
  { file: 'server/src/config.ts', code: 'export const value = process.env.PORT', rule: env },
  { file: 'server/src/storage/open.ts', code: 'export const value = process.env.URL', rule: env },
  { file: 'client/src/lib/paths.ts', code: 'export const value = process.env.URL', rule: env },

  { file: 'server/src/utils/money.ts', code: 'export const value = 1', rule: lines },
  { file: 'server/src/http/helpers.ts', code: 'export const value = 1', rule: lines },
  { file: 'client/src/common/money.ts', code: 'export const value = 1', rule: lines },
  { file: 'client/src/misc.tsx', code: 'export const value = 1', rule: lines },
  {
    file: 'client/src/features/booking/index.ts',
    code: `export { value } from './queries.ts'`,
    rule: lines,
  },
  {
    file: 'server/src/everything.ts',
    code: `export * from './config.ts'`,
    rule: 'oxc(no-barrel-file)',
  },
  {
    file: 'server/src/long.ts',
    code: Array.from({ length: 301 }, (_, line) => `export const v${line} = 1`).join('\n'),
    rule: lines,
  },
  {
    file: 'server/src/services/a-cycle.ts',
    code: `import { other } from './b-cycle.ts'\nexport const one = (): number => other()`,
    rule: 'import(no-cycle)',
  },
  {
    file: 'server/src/services/b-cycle.ts',
    code: `import { one } from './a-cycle.ts'\nexport const other = (): number => one()`,
    rule: 'import(no-cycle)',
  },
  {
    file: 'client/src/bookingCard.tsx',
    code: 'export const value = 1',
    rule: 'unicorn(filename-case)',
  },
  {
    file: 'server/src/log.ts',
    code: `console.log('hello')`,
    rule: 'eslint(no-console)',
  },
  {
    file: 'client/src/features/booking/booking-card.tsx',
    code: 'export default function BookingCard() {\n  return null\n}',
    rule: 'import(no-default-export)',
  },
  {
    file: 'client/src/pages/visitor/booking-page.tsx',
    code: 'export default function BookingPage() {\n  return null\n}',
    rule: 'import(no-default-export)',
  },
  {
    file: 'server/src/any.ts',
    code: 'export const value: any = 1',
    rule: 'typescript(no-explicit-any)',
  },
  {
    file: 'server/src/non-null.ts',
    code: 'export const first = (list: string[]): string => list[0]!',
    rule: 'typescript(no-non-null-assertion)',
  },
  {
    file: 'server/src/ignored.ts',
    code: `// @ts-ignore\nexport const value: number = 'one'`,
    rule: 'typescript(ban-ts-comment)',
  },
  {
    file: 'server/src/not-exhaustive.ts',
    code: `export function name(kind: 'held' | 'booked'): void {\n  switch (kind) {\n    case 'held':\n      return\n  }\n}`,
    rule: 'typescript(switch-exhaustiveness-check)',
  },
  ...['server/src', 'server/test', 'client/src', 'client/test', 'e2e'].map((folder) => ({
    file: `${folder}/floating.ts`,
    code: `const later = async (): Promise<void> => {}\nexport function now(): void {\n  later()\n}`,
    rule: 'typescript(no-floating-promises)',
  })),
  {
    file: 'server/src/misused.ts',
    code: `const later = async (): Promise<boolean> => true\nexport const value = (later() ? 1 : 2) as number`,
    rule: 'typescript(no-misused-promises)',
  },
  {
    file: 'client/src/portrait.tsx',
    code: `export function Portrait() {\n  return <img src="/portrait.webp" />\n}`,
    rule: 'jsx-a11y(alt-text)',
  },
  {
    file: 'client/src/rules-of-hooks.tsx',
    code: `import { useState } from 'react'\nexport function Card({ on }: { on: boolean }) {\n  if (on) useState(1)\n  return null\n}`,
    rule: 'react-hooks(rules-of-hooks)',
  },
  {
    file: 'client/src/exhaustive-deps.tsx',
    code: `import { useEffect } from 'react'\nexport function Card({ title }: { title: string }) {\n  useEffect(() => {\n    document.title = title\n  }, [])\n  return null\n}`,
    rule: 'react-hooks(exhaustive-deps)',
  },
]

/** What must pass, however close it comes. */
export const controls: Readonly<Record<string, string>> = {
  'contract/src/bookings.ts': `import * as z from 'zod/mini'\nimport { Id } from './primitives.ts'\nexport const Booking = z.object({ id: Id })`,
  'contract/src/primitives.ts': `import * as z from 'zod/mini'\nexport const Id = z.string()`,
  'server/src/domain/slots.ts': `import { Temporal } from 'temporal-polyfill'\nimport type { Id } from '@expertconnect/contract/primitives'\nimport { minute } from './instant.ts'\nexport const slot = (id: typeof Id) => ({ id, at: Temporal.Instant.fromEpochMilliseconds(minute) })`,
  'server/src/domain/instant.ts': 'export const minute = 60_000',
  'server/src/services/bookings.ts': `import type { Storage } from '../storage/port.ts'\nimport { minute } from '../domain/instant.ts'\nexport const book = (storage: Storage) => ({ storage, minute })`,
  'server/src/services/people.ts': `import type { PeopleStorage } from '../storage/people-port.ts'\nexport const find = (people: PeopleStorage) => people`,
  'server/src/storage/port.ts': `import type { minute } from '../domain/instant.ts'\nimport type { PeopleStorage } from './people-port.ts'\nexport interface Storage {\n  readonly minute: typeof minute\n  readonly people: PeopleStorage\n}`,
  'server/src/storage/people-port.ts': `import type { minute } from '../domain/instant.ts'\nexport interface PeopleStorage {\n  readonly minute: typeof minute\n}`,
  'server/src/storage/open.ts': `import { sqlite } from './sqlite/sqlite-storage.ts'\nexport const open = () => sqlite`,
  'server/src/storage/sqlite/sqlite-storage.ts': `import '@photostructure/sqlite'\nimport type { Storage } from '../port.ts'\nexport const sqlite: Storage = { minute: 60_000, people: { minute: 60_000 } }`,
  'server/src/http/server.ts': `import 'express'\nimport '../services/bookings.ts'`,
  'server/src/realtime/gateway.ts': `import 'socket.io'\nimport '../services/bookings.ts'`,
  'server/src/main.ts': `import './storage/open.ts'\nimport { app } from './app.ts'\nconsole.log(app, process.env.PORT)`,
  'server/src/backup-main.ts': `import './storage/open.ts'\nconsole.log(process.env.PORT)`,
  'server/src/app.ts': `import './http/server.ts'\nimport './realtime/gateway.ts'\nexport const app = 1`,
  'server/test/harness.ts': `import '../src/storage/open.ts'\nexport const url = process.env.DATABASE_URL`,
  'client/src/server/api/client.ts': `import 'axios'`,
  'client/src/server/live/socket.ts': `import 'socket.io-client'`,
  'client/src/lib/time/time.ts': 'export const zone = 1',
  'client/src/ui/action/button.tsx': `import 'lucide-react'\nimport '../display/card.tsx'\nimport '../../lib/time/time.ts'`,
  'client/src/ui/display/card.tsx': 'export const Card = () => null',
  'client/src/features/booking/queries.ts': `import '../../server/api/client.ts'\nimport '../../ui/action/button.tsx'\nimport '../../lib/time/time.ts'\nimport '@expertconnect/contract/bookings'`,
  'client/src/features/booking/lists/my-list.ts': `import '../queries.ts'\nimport '../../../ui/action/button.tsx'\nimport '../../book/hold/use-hold.ts'`,
  'client/src/pages/person/my-bookings-page.tsx': `import '../../features/booking/queries.ts'\nexport function MyBookingsPage() {\n  return null\n}`,
  'client/src/lib/browser/remembered.ts': `export const kept = localStorage.getItem('ec.time')`,
  'client/src/features/call/peer-link.ts': 'export const link = () => new RTCPeerConnection()',
  'e2e/world.ts': 'export const page = async (use: (port: number) => Promise<void>) => use(1)',
  'vitest.config.ts': 'export default { zone: process.env.TZ }',
  'scripts/build.mjs': 'console.log(process.env.PATH)',
}
