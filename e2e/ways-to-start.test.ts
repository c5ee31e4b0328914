import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { freePort } from '../server/test/free-port.ts'
import { CleanCopy } from './clean-copy.ts'

// Every way to start that the README names, word for word, on a copy on which nothing was ever installed or built.

const install = '--prefer-offline --no-audit --no-fund'
const readyLine = /^(?:server │ )?ExpertConnect is ready at (http:\/\/localhost:\d+)$/

let copy: CleanCopy
beforeAll(async () => {
  copy = await CleanCopy.make()
})
beforeEach(() => copy.reset())
afterAll(() => copy.remove())

async function statusOf(url: string, request?: RequestInit): Promise<number> {
  const response = await fetch(url, request)
  await response.arrayBuffer()
  return response.status
}

/** The experts that the API at this address knows. */
async function countExperts(url: string): Promise<number> {
  const response = await fetch(`${url}/api/v1/experts?limit=1`)
  expect(response.status).toBe(200)
  return ((await response.json()) as { total: number }).total
}

async function expectPage(url: string): Promise<void> {
  const response = await fetch(url)
  expect(response.status).toBe(200)
  const script = /<script type="module"[^>]* src="([^"]+)"/.exec(await response.text())?.[1]
  expect(script && (await statusOf(url + script))).toBe(200)
}

/** Nothing may stay behind and keep the port. */
async function expectGone(url: string): Promise<void> {
  await expect.poll(() => statusOf(url).catch(() => 'gone'), { timeout: 60_000 }).toBe('gone')
}

it('npm ci && npm start: builds, seeds and serves within 90 s, and builds once', async () => {
  const installed = await copy.run('.', `npm ci ${install}`)
  expect(installed).not.toMatch(/install-scripts|EBADENGINE/)
  const began = Date.now()
  const first = copy.start('.', 'npm start', { PORT: String(await freePort()) })
  const url = await first.waitFor(readyLine)
  expect(Date.now() - began).toBeLessThan(90_000)
  expect(await countExperts(url)).toBeGreaterThanOrEqual(30)
  await expectPage(url)
  const mail = await first.waitFor(/^Mail is kept in .+: read it at (\S+\/dev\/mail\?key=[\w-]+)$/)
  expect(await statusOf(mail, { redirect: 'manual' })).toBe(303)
  expect(await statusOf(`${url}/dev/mail`)).toBe(403)
  expect(first.lines.filter((line) => /Warning/.test(line))).toEqual([])
  await first.stop()
  await expectGone(url)

  const second = copy.start('.', 'npm start', { PORT: String(await freePort()) })
  const again = await second.waitFor(readyLine)
  expect(second.lines.filter((line) => /Building|filled/.test(line))).toEqual([])
  await second.interrupt()
  await expectGone(again)

  const development = copy.start('.', 'npm run dev', { PORT: String(await freePort()) })
  const server = await development.waitFor(readyLine)
  const client = await development.waitFor(/^client │ .*(http:\/\/localhost:\d+)/)
  expect(await countExperts(server)).toBeGreaterThanOrEqual(30)
  await expectPage(client)
  await development.stop()
  await expectGone(client)
  await expectGone(server)
})

it('with NODE_ENV=production: the tools for building are installed, nothing is seeded', async () => {
  const production = { NODE_ENV: 'production', PORT: String(await freePort()) }
  await copy.run('.', `npm ci ${install}`, production)
  const program = copy.start('.', 'npm start', production)
  const url = await program.waitFor(readyLine)
  expect(await countExperts(url)).toBe(0)
  await expectPage(url)
  await program.stop()
  await expectGone(url)
  await expect(copy.run('.', 'node scripts/test/all.mjs', production)).rejects.toThrow(
    /^node scripts\/test\/all\.mjs ended with 1:\nNot installed: .+ Run npm ci --include=dev in the root first\.$/,
  )
})

it('says in one line that the Node is too old, before anything else', async () => {
  const versions = `{ ...process.versions, node: '18.20.8' }`
  const pretend = `Object.defineProperty(process, 'versions', { value: ${versions} })`
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(pretend)}`
  const scripts = [
    'start',
    'dev',
    'build',
    'check',
    'test/all',
    'test/mongo',
    'test/e2e-mongo',
    'bench',
  ]
  for (const file of [...scripts.map((name) => `scripts/${name}.mjs`), 'server/seed.js']) {
    await expect(copy.run('.', `node ${file}`, { NODE_OPTIONS })).rejects.toThrow(
      /^node \S+ ended with 1:\nExpertConnect needs Node [^\n]+ This is Node 18\.20\.8\.$/,
    )
  }
})

it('in server/: npm install, node seed.js, npm start; in client/: npm install, npm run dev', async () => {
  const PORT = String(await freePort())
  await copy.run('server', `npm install ${install}`)
  expect(await copy.run('server', 'node seed.js')).toMatch(/^Filled the store/m)
  const server = copy.start('server', 'npm start', { PORT })
  const url = await server.waitFor(readyLine)
  expect(server.lines.join('\n')).toContain('The API alone')
  expect(await countExperts(url)).toBeGreaterThanOrEqual(30)

  await copy.run('client', `npm install ${install}`)
  const client = copy.start('client', `npm run dev -- --port ${await freePort()}`, { PORT })
  const page = await client.waitFor(/(http:\/\/localhost:\d+)/)
  await expectPage(page)
  expect(await countExperts(page)).toBeGreaterThanOrEqual(30)
  const post = (origin: string) => ({ method: 'POST', headers: { origin } })
  expect(await statusOf(`${page}/api/v1/holds`, post('http://elsewhere.example'))).toBe(403)
  expect(await statusOf(`${page}/api/v1/holds`, post(page))).not.toBe(403)
  await client.interrupt()
  await server.stop()
  await expectGone(url)
})
