import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { type Calendars, createCalendars } from '../../../src/busy/calendars.ts'
import { servePerTest } from '../serve.ts'

const account = { userName: 'ada', password: 'secret' }
const listen = servePerTest()
const open: Calendars[] = []
afterEach(async () => {
  for (const calendars of open.splice(0)) await calendars.close()
})

/** A server that answers one status after the other, and what it was asked. */
async function serve(...answers: ((response: ServerResponse) => void)[]) {
  const asked: string[] = []
  const origin = await listen((request: IncomingMessage, response) => {
    const { 'if-match': match, 'if-none-match': none } = request.headers
    asked.push([request.method, request.url, match ?? none ?? ''].join(' ').trim())
    const answer = answers.shift()
    request.resume().on('end', () => (answer ? answer(response) : response.writeHead(500).end()))
  })
  return { origin, asked }
}

const status =
  (code: number, headers = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(code, headers).end()
const stands = (etag: string) => (response: ServerResponse) =>
  void response
    .writeHead(207)
    .end(
      `<multistatus xmlns="DAV:"><response><href>/c/a.ics</href><propstat><prop><getetag>${etag}</getetag></prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>`,
    )

function at(origin: string, ...others: string[]) {
  const calendars = createCalendars([origin, ...others])
  open.push(calendars)
  const into = { address: `${origin}/c`, account }
  const { signal } = new AbortController()
  return {
    put: (before: { etag: string | null } | null) =>
      calendars.entries.put(into, 'a.ics', 'the file', before, signal),
    remove: () => calendars.entries.remove(into, 'a.ics', signal),
  }
}

it('writes a new entry only where there is none, and a changed one only over what was known', async () => {
  const { origin, asked } = await serve(status(201, { ETag: '"1"' }), status(204))
  const { put } = at(origin)
  expect(await put(null)).toEqual({ kind: 'kept', etag: '"1"' })
  expect(await put({ etag: '"1"' })).toEqual({ kind: 'kept', etag: null })
  expect(asked).toEqual(['PUT /c/a.ics *', 'PUT /c/a.ics "1"'])
})

it('writes over what is there in another form, and tells what was deleted', async () => {
  const { origin, asked } = await serve(
    status(412),
    stands('"2"'),
    status(204),
    status(412),
    status(404),
    status(404),
    status(410),
    status(404),
  )
  const { put } = at(origin)
  expect(await put({ etag: '"1"' })).toEqual({ kind: 'kept', etag: null })
  expect(await put({ etag: '"1"' })).toEqual({ kind: 'deleted' })
  expect(await put({ etag: '"1"' })).toEqual({ kind: 'deleted' })
  // Of which nothing is known but that it was written.
  expect(await put({ etag: null })).toEqual({ kind: 'deleted' })
  expect(asked.slice(0, 3)).toEqual(['PUT /c/a.ics "1"', 'PROPFIND /c/a.ics', 'PUT /c/a.ics "2"'])
})

it.each([
  [401, 'refused'],
  [403, 'refused'],
  [409, 'refused'],
  [507, 'failing'],
  [503, 'failing'],
])(
  'a status of %s says that it was not written, and not that it was deleted',
  async (code, fault) => {
    const { origin } = await serve(status(code), status(code), status(code))
    const { put, remove } = at(origin)
    expect(await put(null)).toMatchObject({ kind: 'failed', fault })
    expect(await put({ etag: '"1"' })).toMatchObject({ kind: 'failed', fault })
    expect(await remove()).toMatchObject({ kind: 'failed', fault })
  },
)

it('takes out what is there, and what is not there any more', async () => {
  const { origin, asked } = await serve(status(204), status(404), status(410))
  const { remove } = at(origin)
  expect([await remove(), await remove(), await remove()]).toEqual([null, null, null])
  expect(new Set(asked)).toEqual(new Set(['DELETE /c/a.ics']))
})

it('hands no session to another server', async () => {
  const other = await serve(status(201))
  const { origin } = await serve(status(307, { Location: `${other.origin}/c/a.ics` }))
  const { put } = at(origin, other.origin)
  expect(await put(null)).toEqual({ kind: 'failed', fault: 'unreachable' })
  expect(other.asked).toEqual([])
})
