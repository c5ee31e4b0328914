import type { Probe } from './probe.ts'

const env = 'node(no-process-env)'
const lines = 'eslint(max-lines)'

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
