import { bookingEndpoints } from '@expertconnect/contract/bookings/endpoints'
import { endpoints } from '@expertconnect/contract/endpoints'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenApi } from '../../../src/http/openapi/document.ts'
import { startWorld, type World } from '../../harness.ts'
import { rawRequest } from '../../raw-request.ts'
import { asks } from './asks.ts'
import { createChecker, type Described, operationsOf } from './document.ts'
import { openScene, type Scene } from './scene.ts'
import { type OperationName, successes } from './successes.ts'

let world: World
let api: OpenApi
let operations: Described[]
beforeAll(async () => {
  world = await startWorld()
  const { text } = await rawRequest(world.url, '/openapi.json')
  api = JSON.parse(text) as OpenApi
  operations = operationsOf(api)
})
afterAll(() => world.stop())

const names = Object.keys(successes) as OperationName[]

function described(name: OperationName): Described {
  const found = operations.find(({ operation }) => operation.operationId === name)
  if (!found) throw new Error(`${name} is not in the document`)
  return found
}

const codeOf = (text: string) => (JSON.parse(text) as { code: string }).code

async function inScene(play: (scene: Scene) => Promise<unknown>): Promise<void> {
  const scene = await openScene()
  try {
    await play(scene)
  } finally {
    await scene.close()
  }
}

describe('the document of the interface', () => {
  it('is valid OpenAPI 3.1 to a validator that is not ours', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(api))
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  it('has every endpoint of the table, and what is called here', () => {
    const own = Object.values(endpoints).map(({ method, path }) => `${method} /api/v1${path}`)
    const files = ['/bookings/{id}/calendar.ics', '/calendars/{address}.ics']
    const found = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`)
    expect(found.toSorted()).toEqual(
      [...own, ...files.map((path) => `GET /api/v1${path}`)].toSorted(),
    )
    expect(operations.map(({ operation }) => operation.operationId).toSorted()).toEqual(
      names.toSorted(),
    )
  })

  it('names the cookie as it is called over https, and over http', async () => {
    expect(api.components.securitySchemes.session.name).toBe('ec')
    const secure = await startWorld({ publicUrl: 'https://experts.example' })
    const { text } = await rawRequest(secure.url, '/openapi.json')
    expect((JSON.parse(text) as OpenApi).components.securitySchemes.session.name).toBe('__Host-ec')
    await secure.stop()
  })

  it.each(['/openapi.json', '/docs', '/docs.css'])('is asked for once: %s', async (path) => {
    const { headers, status } = await rawRequest(world.url, path)
    expect([status, headers['cache-control']]).toEqual([200, 'no-cache'])
    const unchanged = await rawRequest(world.url, path, {
      headers: { 'If-None-Match': headers.etag ?? '' },
    })
    expect([unchanged.status, unchanged.text]).toEqual([304, ''])
  })
})

describe('the page of the interface', () => {
  it('has every operation under an address of its own, and leads nowhere that is not there', async () => {
    const { text, headers } = await rawRequest(world.url, '/docs')
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const name of names) expect(ids).toContain(name)
    const links = [...text.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id)
    expect(links.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('tells of each operation below its own noun', async () => {
    const { text } = await rawRequest(world.url, '/docs')
    const nouns = new Map<string | undefined, string | undefined>()
    for (const section of text.split('<section ').slice(1)) {
      const [, noun] = /<h2[^>]*>([^<]+)/.exec(section) ?? []
      for (const [, id] of section.matchAll(/<div id="([^"]+)"/g)) nouns.set(id, noun)
    }
    expect([...nouns.keys()]).toEqual(expect.arrayContaining(names))
    expect(nouns.get('writeReview')).toBe('Reviews')
    expect(nouns.get('saveNotes')).toBe('Notes')
    expect(nouns.get('getDeskNumbers')).toBe('Numbers')
    const others = names.filter(
      (name) => nouns.get(name) === 'Bookings' && !(name in bookingEndpoints),
    )
    expect(others).toEqual(['getCalendarFile'])
  })

  it('loads nothing from elsewhere and needs no script', async () => {
    const { text, headers } = await rawRequest(world.url, '/docs')
    expect(headers['content-security-policy']).toMatch(/default-src 'none'/)
    expect(text).not.toMatch(/<script|<style|style=|src=|https?:\/\//)
    const { text: style } = await rawRequest(world.url, '/docs.css')
    expect(style).toMatch(/color-scheme: light dark.*light-dark\(/s)
    expect(style).not.toMatch(/url\(|@import/)
  })
})

describe('every operation', () => {
  it.each(names)('%s is answered as the document says', (name) =>
    inScene(async (scene) => {
      const { as, ask } = successes[name]
      const operation = described(name)
      const sent = await (ask ?? asks[name as keyof typeof asks])(scene)
      if (sent.body !== undefined) createChecker(api).expectSent(operation, sent.body)
      const path = operation.path.replaceAll(
        /\{(\w+)\}/g,
        (_, key: string) => sent.params?.[key] ?? '',
      )
      const query = sent.query ? `?${new URLSearchParams(sent.query)}` : ''
      const answer = await scene.request(as, operation.method.toUpperCase(), path + query, sent)
      createChecker(api).expectAnswer(operation, answer)
      if (answer.status >= 300) throw new Error(answer.text)
    }),
  )

  it('is held to it: more than is described is a fault', async () => {
    const operation = described('getMe')
    const answer = await rawRequest(world.url, '/api/v1/auth/me')
    createChecker(api).expectAnswer(operation, answer)
    const more = { ...answer, text: '{"person":null,"more":1}' }
    expect(() => createChecker(api).expectAnswer(operation, more)).toThrow(/more/)
  })

  it('is refused as the document says: to a stranger, with nothing, from elsewhere', () =>
    inScene(async (scene) => {
      const checker = createChecker(api)
      for (const operation of operations) {
        const method = operation.method.toUpperCase()
        const path = operation.path.replaceAll(/\{\w+\}/g, 'no-such-thing')
        const body = operation.operation.requestBody ? { body: {} } : {}
        const refused = await scene.request('wrong token', method, path, body)
        checker.expectAnswer(operation, refused)
        if (method === 'GET') continue
        const headers = { Origin: 'https://evil.example' }
        const foreign = await rawRequest(scene.world.url, path, { method, headers })
        expect(codeOf(foreign.text)).toBe('forbidden_origin')
        checker.expectAnswer(operation, foreign)
      }
    }))
})
