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
  ...forbidden('contract/src/bookings', [
    'zod',
    'node:fs',
    'express',
    '../../../server/src/config.ts',
    '../../test/boards/board-state.test.ts',
  ]),
  { file: 'contract/src/bookings/routes.ts', code: `import 'zod/mini'`, rule: imports },
  { file: 'contract/src/boards/routes.ts', code: `import './shapes.ts'`, rule: imports },
  { file: 'contract/src/experts/routes.ts', code: `import '../endpoint.ts'`, rule: imports },
  { file: 'contract/src/people/routes.ts', code: `import '../boards/shapes.ts'`, rule: imports },
  {
    file: 'contract/src/bookings/start-refusals.ts',
    code: `import '../primitives.ts'`,
    rule: imports,
  },
  { file: 'contract/src/routes.ts', code: `import './bookings/shapes.ts'`, rule: imports },
  { file: 'contract/src/problems.ts', code: `import 'zod/mini'`, rule: imports },
  { file: 'contract/src/pages.ts', code: `import 'zod/mini'`, rule: imports },

  ...forbidden('server/src/domain', [
    'node:fs',
    'node:crypto',
    'express',
    '@scope/package/part',
    'temporal-polyfill/global',
    '../config.ts',
    '../services/bookings.ts',
    '../storage/port/storage.ts',
  ]),
  ...forbidden('server/src/domain/bookings', [
    'node:crypto',
    'express',
    '@scope/package/part',
    'temporal-polyfill/global',
    '../../base/log.ts',
    '../../services/bookings/holds.ts',
    '../../storage/port/bookings.ts',
  ]),
  { file: 'server/src/domain/lazy.ts', code: `await import('node:fs')`, rule: imports },
  {
    file: 'server/src/domain/of-a-type.ts',
    code: `export type { Storage } from '../storage/port/storage.ts'`,
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
  ...impure('server/src/domain/bookings', globals, ['Date.now()']),
  ...impure('server/src/domain', properties, ['Temporal.Now.instant()', 'Math.random()']),

  ...forbidden('server/src/services', [
    'express',
    'express/lib/router',
    'socket.io',
    'node:http',
    'node:process',
    ...engines,
    '../http/server.ts',
    '../realtime/server.ts',
    '../storage/open.ts',
    '../storage/sqlite/storage.ts',
    '../jobs/deliver.ts',
  ]),
  ...forbidden('server/src/services/bookings', [
    'express',
    'node:http',
    ...engines,
    '../../http/server.ts',
    '../../realtime/server.ts',
    '../../storage/open.ts',
    '../../storage/sqlite/bookings/claims.ts',
    '../../jobs/deliver.ts',
  ]),
  ...forbidden('server/src/http', [
    '../realtime/server.ts',
    '../storage/port/storage.ts',
    '../storage/open.ts',
    'socket.io',
    'node:process',
    ...engines,
  ]),
  ...forbidden('server/src/http/handlers', [
    '../../realtime/server.ts',
    '../../storage/port/bookings.ts',
    '../../jobs/forget.ts',
    'socket.io',
    ...engines,
  ]),
  ...forbidden('server/src/realtime', [
    '../http/server.ts',
    '../storage/port/storage.ts',
    '../storage/open.ts',
    'express',
    'node:process',
    ...engines,
  ]),
  ...forbidden('server/src/jobs', ['../storage/open.ts', 'node:process', ...engines]),
  ...forbidden('server/src', ['./storage/open.ts', './storage/sqlite/rows.ts', ...engines]),
  ...forbidden('server/src/entry', [
    '../storage/open.ts',
    '../storage/sqlite/rows.ts',
    'node:process',
    ...engines,
  ]),
  ...forbidden('server/src/base', ['../storage/open.ts', 'node:process', ...engines]),
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
  ...forbidden('server/src/storage/sqlite/bookings', ['../../mongo/engine/feed.ts', 'mongoose']),
  ...forbidden('server/src/storage/mongo/bookings', [
    '../../sqlite/engine/driver.ts',
    'node:sqlite',
  ]),
  ...forbidden('server/src/storage/mongo', [
    '../sqlite/rows.ts',
    '../../realtime/server.ts',
    'node:sqlite',
    '@photostructure/sqlite',
    'node:process',
  ]),
  { file: 'server/src/storage/port/storage.ts', code: `import 'node:fs'`, rule: imports },
  {
    file: 'server/src/storage/port/people.ts',
    code: `import '../rules/listeners.ts'`,
    rule: imports,
  },
  ...forbidden('server/src/storage/port', [
    'node:fs',
    '../rules/listeners.ts',
    '../sqlite/engine/driver.ts',
    '../../base/log.ts',
  ]),

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
    '@expertconnect/contract/bookings/shapes',
    'axios',
    'socket.io-client',
  ]),
  ...impure('client/src/features/booking', globals, [
    'new RTCPeerConnection()',
    'new window.RTCPeerConnection()',
  ]),
  ...impure('client/src/server/live', globals, ['new RTCPeerConnection()']),
]

export const houseProbes: readonly Probe[] = [
  { file: 'server/src/entry/config.ts', code: 'export const value = process.env.PORT', rule: env },
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
    file: 'server/src/base/log.ts',
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
