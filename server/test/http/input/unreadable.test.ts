import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newKey, startWorld, type World } from '../../harness.ts'
import { rawRequest, type RawRequest } from '../../raw-request.ts'
import { expectProblem } from '../problem-check.ts'
import { bookingInput, readBoard, tuesdayTen } from '../requests.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

function call(method: string, path: string, sent: RawRequest) {
  const headers = { 'Idempotency-Key': newKey(), ...sent.headers }
  return rawRequest(world.url, `/api/v1${path}`, { ...sent, method, headers })
}

describe('a body that is no form', () => {
  const json = { 'Content-Type': 'application/json' }
  const post = (sent: RawRequest) => call('POST', '/bookings', { headers: json, ...sent })

  it.each(['{', 'null', '"text"', '5', '{"a":1,}', "{'a':1}", '\u0000', '{"a":"\n"}'])(
    'is malformed: %j',
    async (body) => {
      expectProblem(await post({ body }), 'malformed')
    },
  )

  it('is malformed without a content type, or where the compression is broken', async () => {
    expectProblem(await call('POST', '/bookings', {}), 'malformed')
    const headers = { ...json, 'Content-Encoding': 'gzip' }
    expectProblem(await post({ body: 'not gzip', headers }), 'malformed')
  })

  it.each([
    { 'Content-Type': '' },
    { 'Content-Type': 'text/plain' },
    { 'Content-Type': 'application/x-www-form-urlencoded' },
    { 'Content-Type': 'multipart/form-data; boundary=x' },
    { 'Content-Type': 'application/jsonp' },
    { 'Content-Type': 'application/json; charset=iso-8859-1' },
    { ...json, 'Content-Encoding': 'rot13' },
  ])('is of a kind that is not understood: %j', async (headers) => {
    expectProblem(await post({ body: '{}', headers }), 'unsupported_media')
  })

  it('is too large above 64 KiB, compressed or not, and only above', async () => {
    const blank = (bytes: number) => `{${' '.repeat(bytes - 2)}}`
    const faults = ['#/expertId', '#/startsAt', '#/minutes', '#/customer', '#/timeZone']
    expectProblem(await post({ body: blank(65_536) }), 'invalid_input', faults)
    expectProblem(await post({ body: blank(65_537) }), 'too_large')
    const bomb = {
      body: gzipSync(blank(10_000_000)),
      headers: { ...json, 'Content-Encoding': 'gzip' },
    }
    expectProblem(await post(bomb), 'too_large')
  })
})

it.each(['', 'short', 'x'.repeat(129), 'with a blank', 'umlaut-ä-in-it'])(
  'without a good Idempotency-Key nothing is made or changed: %j',
  async (key) => {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key }
    const hold = { expertId: 'expert-ada', startsAt: tuesdayTen, minutes: 30 }
    const requests: [string, string, unknown][] = [
      ['POST', '/holds', hold],
      ['POST', '/bookings', bookingInput(tuesdayTen)],
      ['PATCH', '/bookings/id-000001', { version: 1, status: 'cancelled' }],
    ]
    for (const [method, path, body] of requests) {
      const answer = await call(method, path, { body: JSON.stringify(body), headers })
      expectProblem(answer, 'key_required')
    }
  },
)

it('nothing of all this has left a trace', async () => {
  expect((await readBoard(world)).occupied).toEqual([])
})
