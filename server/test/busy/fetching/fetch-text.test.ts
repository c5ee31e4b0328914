import { gzipSync } from 'node:zlib'
import { expect, it, vi } from 'vitest'
import { createDestinations, type Resolve } from '../../../src/busy/fetching/destinations.ts'
import { createFetchText } from '../../../src/busy/fetching/fetch-text.ts'
import { createFollow } from '../../../src/busy/fetching/follow.ts'
import { freePort } from '../../free-port.ts'
import { servePerTest } from '../serve.ts'

const limits = { bytes: 1024 * 1024, ms: 60_000 }
const serve = servePerTest()

/** A way to fetch from that origin alone. */
function fetcherOf(origins: readonly string[], resolve?: Resolve, ms = limits.ms) {
  return createFetchText(createFollow(createDestinations(origins, resolve)), { ...limits, ms })
}

const textOf = (fetched: Awaited<ReturnType<ReturnType<typeof fetcherOf>>>) =>
  fetched.kind === 'text' ? fetched.bytes.toString() : fetched

it('reads what is sent, packed or not, with what tells its edition', async () => {
  const origin = await serve((request, response) => {
    response.setHeader('ETag', '"a"').setHeader('Last-Modified', 'Mon, 02 Nov 2026 00:00:00 GMT')
    if (request.url === '/packed') {
      response.setHeader('Content-Encoding', 'gzip').end(gzipSync('packed'))
    } else response.end(request.headers['user-agent'])
  })
  const fetchText = fetcherOf([origin])
  expect(await fetchText(`${origin}/plain`, null)).toMatchObject({
    edition: { etag: '"a"', lastModified: 'Mon, 02 Nov 2026 00:00:00 GMT' },
  })
  expect(textOf(await fetchText(`${origin}/plain`, null))).toMatch(/^Mozilla\/5\.0 /)
  expect(textOf(await fetchText(`${origin}/packed`, null))).toBe('packed')
})

it('takes “unchanged” from whoever was asked, and from nobody else', async () => {
  const asked: unknown[] = []
  const origin = await serve(({ headers }, response) => {
    asked.push([headers['if-none-match'], headers['if-modified-since']])
    response.writeHead(304).end()
  })
  const fetchText = fetcherOf([origin])
  const known = { etag: '"a"', lastModified: 'Mon, 02 Nov 2026 00:00:00 GMT' }
  expect(await fetchText(origin, known)).toEqual({ kind: 'unchanged' })
  expect(await fetchText(origin, null)).toEqual({ kind: 'failed', fault: 'failing' })
  expect(asked).toEqual([
    ['"a"', 'Mon, 02 Nov 2026 00:00:00 GMT'],
    [undefined, undefined],
  ])
})

it.each([
  [401, {}, { fault: 'refused' }],
  [403, {}, { fault: 'refused' }],
  [404, {}, { fault: 'refused' }],
  [410, {}, { fault: 'refused' }],
  [206, {}, { fault: 'refused' }],
  [429, { 'Retry-After': '120' }, { fault: 'failing', retryAfterMs: 120_000 }],
  [503, { 'Retry-After': 'soon' }, { fault: 'failing', retryAfterMs: undefined }],
  [500, {}, { fault: 'failing', retryAfterMs: undefined }],
])('a status of %s is a failure', async (status, headers, expected) => {
  const origin = await serve((_, response) => response.writeHead(status, headers).end('x'))
  expect(await fetcherOf([origin])(origin, null)).toEqual({ kind: 'failed', ...expected })
})

it('follows where it is passed on to, and judges each place anew', async () => {
  let reached = 0
  const inside = await serve((_, response) => {
    reached++
    response.end('secret')
  })
  const origin = await serve((request, response) => {
    const to = {
      '/near': '/file',
      '/file': null,
      '/inside': `${inside}/`,
      '/numbers': 'http://2130706433:80/',
      '/other-way': 'file:///etc/passwd',
      '/nowhere': 'http://',
      '/loop': '/loop',
    }[request.url ?? '']
    if (to === null) response.end('file')
    else response.writeHead(302, { Location: to }).end()
  })
  const fetchText = fetcherOf([origin])
  const refusal = { kind: 'failed', fault: 'unreachable' }
  expect(textOf(await fetchText(`${origin}/near`, null))).toBe('file')
  for (const path of ['inside', 'numbers', 'other-way', 'nowhere', 'loop']) {
    expect([path, await fetchText(`${origin}/${path}`, null)]).toEqual([path, refusal])
  }
  expect(reached).toBe(0)
})

it('says the same of what is not allowed as of what is not there', async () => {
  const origin = await serve((_, response) => response.end('secret'))
  const gone = `http://127.0.0.1:${await freePort()}`
  const resolve: Resolve = () => Promise.reject(new Error('ENOTFOUND'))
  const fetchText = fetcherOf([gone], resolve)
  const refusal = { kind: 'failed', fault: 'unreachable' }
  expect(await fetchText(origin, null)).toEqual(refusal)
  expect(await fetchText(gone, null)).toEqual(refusal)
  expect(await fetchText('https://not-there.example', null)).toEqual(refusal)
  expect(await fetchText('https://10.0.0.1/', null)).toEqual(refusal)
})

it('connects to the address that was judged, whatever its name means a moment later', async () => {
  const origin = await serve((_, response) => response.end('judged'))
  const named = origin.replace('127.0.0.1', 'rebinding.example')
  const asked = vi
    .fn<Resolve>()
    .mockResolvedValueOnce([{ address: '127.0.0.1', family: 4 }])
    .mockResolvedValue([{ address: '192.0.2.1', family: 4 }])
  expect(textOf(await fetcherOf([named], asked)(named, null))).toBe('judged')
  expect(asked).toHaveBeenCalledTimes(1)
})

it('cuts what does not end, what unpacks to too much and what says so', async () => {
  let written = 0
  const origin = await serve((request, response) => {
    if (request.url === '/bomb') {
      response.setHeader('Content-Encoding', 'gzip').end(gzipSync(Buffer.alloc(50_000_000)))
    } else if (request.url === '/said') {
      response.setHeader('Content-Length', 30_000_000).write('BEGIN')
    } else {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384))) written += 16_384
        response.once('drain', more)
      }
      more()
    }
  })
  const fetchText = fetcherOf([origin])
  const refusal = { kind: 'failed', fault: 'too_big' }
  for (const path of ['endless', 'bomb', 'said']) {
    expect([path, await fetchText(`${origin}/${path}`, null)]).toEqual([path, refusal])
  }
  // What is on its way in buffers comes on top.
  expect(written).toBeLessThan(30_000_000)
})

it('waits for nobody longer than it has time: a name, a head, a body by drops', async () => {
  const origin = await serve((request, response) => {
    if (request.url === '/drops') {
      const timer = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(timer))
    }
  })
  const never: Resolve = () => new Promise(() => undefined)
  const fetchText = fetcherOf([origin], never, 400)
  const refusal = { kind: 'failed', fault: 'too_slow' }
  expect(await fetchText(`${origin}/nothing`, null)).toEqual(refusal)
  expect(await fetchText(`${origin}/drops`, null)).toEqual(refusal)
  expect(await fetchText('https://slow.example/', null)).toEqual(refusal)
})

it('takes a line that breaks, and what is packed wrongly, for a failure', async () => {
  const origin = await serve((request, response) => {
    if (request.url === '/packed') response.setHeader('Content-Encoding', 'gzip').end('not packed')
    else {
      response.setHeader('Content-Length', 100).write('half')
      setTimeout(() => response.destroy(), 20)
    }
  })
  const refusal = { kind: 'failed', fault: 'unreachable' }
  expect(await fetcherOf([origin])(`${origin}/packed`, null)).toEqual(refusal)
  expect(await fetcherOf([origin])(`${origin}/half`, null)).toEqual(refusal)
})
