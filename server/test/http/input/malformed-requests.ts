import { endpoints } from '@expertconnect/contract/endpoints'
import type { RawRequest } from '../../raw-request.ts'
import { bookingInput, tuesdayTen } from '../requests.ts'

export interface Fuzzed extends RawRequest {
  readonly method: string
  readonly path: string
}

type Dice = () => number

/** What of the store may be aimed at, so that requests get past the first door. */
export interface Targets {
  readonly ids: readonly string[]
  readonly tokens: readonly string[]
}

const methods = wordsOf('GET POST PATCH DELETE PUT HEAD OPTIONS TRACE PURGE')
const routes: readonly { readonly method: string; readonly path: string }[] = [
  ...Object.values(endpoints).map(({ method, path }) => ({ method, path: `/api/v1${path}` })),
  ...wordsOf('/api/v1/bookings/{id}/calendar.ics /api/v1/{any} /readyz /problems/{any}')
    .concat(wordsOf('/portraits/{any} /{any}'))
    .map((path) => ({ method: 'GET', path })),
]
const pathParts = [
  ...wordsOf('% %00 %zz %E0%A4%A %C0%AE%C0%AE .. %2e%2e%2f%2e%2e%2f %5c..%5c * %F0%9F%98%80 ; //'),
  ...wordsOf('__proto__ constructor %25%30 %0d%0aSet-Cookie:x'),
  'a'.repeat(5000),
]
const strings = [
  ...wordsOf('x ../../x __proto__ constructor ${7*7} <script> null NaN 1e999 Etc/GMT+12 UTC'),
  ...wordsOf('0000-01-01 9999-12-31 2027-02-29 -000001-01-01 2027-01-12T10:00:60Z'),
  ...wordsOf('9999-12-31T23:59:59.999999999Z 0000-01-01T00:00:00Z'),
  '',
  ' ',
  '\u0000',
  '\uD800',
  '\u202E',
  "' OR 1=1 --",
  '😀'.repeat(40),
  'x'.repeat(3000),
]
const others = [null, true, false, 0, -0, -1, 30, 1.5, 1e21, -1e308, 2 ** 53, [], {}, [[]], [null]]
const dates = wordsOf(
  '0000-01-01 0001-01-01 2027-01-11 2027-03-28 9999-10-31 9999-11-01 9999-12-31 %2B010000-01-01',
)
const zones = wordsOf('UTC Pacific/Apia Africa/Monrovia Etc/GMT%2B12 utc Asia/Kathmandu %00')
const lengths = wordsOf('30 60 45 1e2 0x1e 30.0 30%20 -30 Infinity')
const queryKeys = wordsOf(
  'from to timeZone minutes query category language maxPrice sort cursor limit ticket __proto__ a[b][c] toString',
)
const headerValues = [
  ...wordsOf('x * null 0 -1 W/"x" a,b;c=d application/json text/html gzip deflate bytes=0-'),
  ...wordsOf('bytes=9-1 ::1 http://evil.example cross-site ec=1 \u00FF\u00FE'),
  '',
  'application/json; charset=utf-16',
  'x'.repeat(3000),
]
const headerNames = wordsOf(
  'Content-Type Content-Encoding Authorization Idempotency-Key If-None-Match If-Match Range Origin ' +
    'Cookie Sec-Fetch-Site X-Forwarded-For Accept X-HTTP-Method-Override Forwarded Host',
)

/** An endless supply of requests that nobody's browser would send; the same dice give the same ones. */
export function createFuzz(dice: Dice, targets: Targets) {
  const chance = (share: number): boolean => dice() < share
  const pick = <T>(from: readonly T[]): T => from[Math.floor(dice() * from.length)] as T
  const text = (): string => pick(chance(0.2) ? [...targets.ids, ...targets.tokens] : strings)
  const value = (): unknown =>
    chance(0.6) ? text() : chance(0.9) ? pick(others) : nest(pick([5, 2000]))

  const shapes: readonly (() => Record<string, unknown>)[] = [
    () => ({ expertId: 'expert-ada', startsAt: tuesdayTen, minutes: 30, holder: 'a-browser' }),
    () =>
      bookingInput(tuesdayTen, { hold: { id: pick(targets.ids), token: pick(targets.tokens) } }),
    () => ({ renew: true }),
    () => ({ startsAt: tuesdayTen, minutes: 30 }),
    () => ({ version: 1, status: 'cancelled', reason: 'None' }),
    () => ({ version: 1, startsAt: tuesdayTen, minutes: 60 }),
    () => ({ version: 1, customer: { name: 'G', email: 'g@example.com', phone: '' }, topic: 'T' }),
  ]

  function spoil(body: Record<string, unknown>): Record<string, unknown> {
    const key = pick(Object.keys(body))
    const inner = body[key]
    if (inner && typeof inner === 'object' && chance(0.5)) {
      return { ...body, [key]: spoil(inner as Record<string, unknown>) }
    }
    if (chance(0.1)) return { ...body, [text()]: value() }
    return { ...body, [key]: chance(0.2) ? undefined : value() }
  }

  function spoiledBody(): string {
    let body = pick(shapes)()
    for (let count = Math.ceil(dice() * 3); count > 0; count--) body = spoil(body)
    const json = JSON.stringify(body)
    if (chance(0.1)) return json.slice(0, Math.floor(dice() * json.length))
    if (chance(0.1))
      return json.replace('{', '{"__proto__":{"expertId":"expert-ada"},"minutes":1e999,')
    if (chance(0.05)) return `\uFEFF${json}${json}`
    if (chance(0.05)) return JSON.stringify(value())
    return json
  }

  function spoiledPath(route: string): string {
    const path = route.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      if (chance(0.3)) return pick(pathParts)
      if (name === 'slug') return pick(['ada-lovelace', 'bina-gurung'])
      return encodeURIComponent(pick([...targets.ids, 'x']))
    })
    if (path.endsWith('/slots') && chance(0.7)) {
      const [from, to] = [pick(dates), pick(dates)]
      return `${path}?from=${from}&to=${to}&timeZone=${pick(zones)}&minutes=${pick(lengths)}`
    }
    if (chance(0.5)) return path
    const parts = Array.from({ length: Math.ceil(dice() * 5) }, () => {
      const raw = chance(0.1)
        ? pick(pathParts)
        : encodeURIComponent(text().replaceAll(/\p{Surrogate}/gu, ''))
      return `${pick(queryKeys)}${chance(0.9) ? '=' : ''}${raw}`
    })
    return `${path}?${parts.join(pick(['&', '&', '&', ';']))}`
  }

  return function next(): Fuzzed {
    const headers: Record<string, string> = {}
    if (chance(0.8)) headers['Content-Type'] = 'application/json'
    if (chance(0.8)) headers['Idempotency-Key'] = `fuzz-${Math.floor(dice() * 1e9)}`
    if (chance(0.5)) headers['Authorization'] = `Bearer ${pick(targets.tokens)}`
    for (let count = Math.floor(dice() * 3); count > 0; count--) {
      headers[pick(headerNames)] = pick(headerValues)
    }
    const { method, path } = pick(routes)
    return {
      method: chance(0.8) ? method : pick(methods),
      path: spoiledPath(path),
      headers,
      ...(chance(0.7) ? { body: spoiledBody() } : {}),
    }
  }
}

function wordsOf(line: string): string[] {
  return line.split(' ')
}

function nest(depth: number): unknown {
  let inner: unknown = 'deep'
  for (let level = 0; level < depth; level++) inner = level % 2 ? [inner] : { a: inner }
  return inner
}
