import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../storage/sqlite/sqlite-store.ts'

const script = fileURLToPath(new URL('../../../scripts/packages/audit.mjs', import.meta.url))

interface Said {
  readonly code: number
  readonly text: string
}

/** What the script says of a registry that answers like this. */
async function auditAgainst(answer: RequestListener): Promise<Said> {
  const registry = createServer(answer).listen(0, '127.0.0.1')
  await once(registry, 'listening')
  const { port } = registry.address() as AddressInfo
  // Of its own: npm remembers what a registry said of a package.
  const cache = temporaryFolder()
  const env = {
    ...process.env,
    npm_config_registry: `http://127.0.0.1:${port}/`,
    npm_config_cache: cache.path,
  }
  const said = await new Promise<Said>((resolve) => {
    execFile(process.execPath, [script], { env }, (error, stdout) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, text: stdout })
    })
  })
  cache.remove()
  registry.closeAllConnections()
  registry.close()
  return said
}

/** Knows one weakness of one package, of all its versions. */
function knowing(name: string, severity: string): RequestListener {
  const advisory = {
    id: 1,
    url: 'https://advisories.example/1',
    title: 'It trusts everybody',
    severity,
    vulnerable_versions: '*',
    cwe: [],
    cvss: { score: 0, vectorString: null },
  }
  return (request, response) => {
    request.resume()
    response.setHeader('Content-Type', 'application/json')
    const isQuestion = request.method === 'POST'
    const versions = { '1.0.0': { name, version: '1.0.0' } }
    response.end(JSON.stringify(isQuestion ? { [name]: [advisory] } : { name, versions }))
  }
}

it('fails where a grave weakness is known of what runs for people, and names it', async () => {
  const { code, text } = await auditAgainst(knowing('express-rate-limit', 'high'))
  expect(text).toMatch(/high: express-rate-limit \S+.* It trusts everybody/)
  expect(text).toMatch(/1 high or critical/)
  expect(code).toBe(1)
})

it('goes on where none is known, or none that is grave, or only of what develops it', async () => {
  const none: RequestListener = (request, response) => {
    request.resume()
    response.setHeader('Content-Type', 'application/json').end('{}')
  }
  const cases = [none, knowing('express-rate-limit', 'moderate'), knowing('fast-check', 'critical')]
  for (const each of cases) {
    const { code, text } = await auditAgainst(each)
    expect([code, text]).toEqual([0, expect.stringContaining(': 0 high or critical')])
  }
})

it('says so and goes on where nobody answers that', async () => {
  const { code, text } = await auditAgainst((_request, response) => {
    response.writeHead(405).end()
  })
  expect([code, text.trim()]).toEqual([
    0,
    'Known weaknesses of packages: no answer from a registry, not asked.',
  ])
})

it('waits for a registry that is silent no longer than half a minute', async () => {
  const began = performance.now()
  const { code, text } = await auditAgainst((request) => void request.resume())
  expect([code, text]).toEqual([0, expect.stringContaining('not asked')])
  // As long again for a busy machine: what counts is that it ends.
  expect(performance.now() - began).toBeLessThan(60_000)
})
