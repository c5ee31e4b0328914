import { day } from '../../src/domain/time/instant.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ClientFixture, makeClient } from '../client-fixture.ts'
import { startWorld, type World, type WorldOptions } from '../harness.ts'
import { rawRequest } from '../raw-request.ts'
import { readProblem } from './problem-check.ts'

const path = '/.well-known/security.txt'
const contact = 'mailto:security@experts.example'

let client: ClientFixture
const worlds: World[] = []
beforeAll(async () => {
  client = await makeClient()
})
afterAll(async () => {
  await Promise.all(worlds.map((world) => world.stop()))
  await client.remove()
})

async function start(options: WorldOptions): Promise<World> {
  const world = await startWorld(options)
  worlds.push(world)
  return world
}

/** Of each line its name, in order, and what it says. */
function linesOf(text: string): [string, string][] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, name = '', value = ''] = /^([A-Z][A-Za-z-]+): (.+)$/.exec(line) ?? []
      return [name, value]
    })
}

describe('security.txt', () => {
  it('says where weaknesses are reported, under the public address', async () => {
    const world = await start({
      clientDir: client.dir,
      securityContact: contact,
      publicUrl: 'https://experts.example',
    })
    const { status, headers, text } = await rawRequest(world.url, path)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(headers['cache-control']).toBe('no-cache')
    expect(linesOf(text)).toEqual([
      ['Contact', contact],
      ['Expires', '2027-07-10T00:00:00Z'],
      ['Preferred-Languages', 'en'],
      ['Canonical', `https://experts.example${path}`],
    ])
  })

  it('never lies stale, and never promises more than a year', async () => {
    const world = await start({ securityContact: contact })
    for (let asked = 0; asked < 5; asked++) {
      const lines = new Map(linesOf((await rawRequest(world.url, path)).text))
      const left = Date.parse(lines.get('Expires') ?? '') - world.clock.now
      expect(left).toBeGreaterThan(30 * day)
      expect(left).toBeLessThan(365 * day)
      world.clock.advance(100 * day + 1)
    }
  })

  it('names no address of its own that is not secure', async () => {
    const world = await start({ securityContact: contact })
    const { text } = await rawRequest(world.url, path)
    expect(linesOf(text).map(([name]) => name)).toEqual([
      'Contact',
      'Expires',
      'Preferred-Languages',
    ])
  })

  it('is not there where nobody said whom to write to', async () => {
    const [bare, withPages] = [await start({}), await start({ clientDir: client.dir })]
    expect(readProblem(await rawRequest(bare.url, path)).status).toBe(404)
    expect((await rawRequest(withPages.url, path)).status).toBe(404)
  })
})
