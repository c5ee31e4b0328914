import { describe, expect, it } from 'vitest'
import { type Environment, parseConfig } from '../../src/entry/config.ts'
import { startWorld } from '../harness.ts'
import { rawRequest } from '../raw-request.ts'
import { connect } from '../realtime/listener.ts'

describe('pages opened by another name of this machine', () => {
  it.each<[boolean, Environment]>([
    [true, {}],
    [true, { HOST: '0.0.0.0' }],
    [true, { PUBLIC_URL: 'http://localhost:8080' }],
    [false, { PUBLIC_URL: 'https://experts.example' }],
    [false, { NODE_ENV: 'production' }],
    [false, { NODE_ENV: 'production', PUBLIC_URL: 'http://localhost:8080' }],
  ])('are served: %s, with %j', (served, env) => {
    const parsed = parseConfig(env)
    expect(parsed.ok && parsed.config.loopbackOrigins).toBe(served)
  })

  it('where they are not, can neither change anything nor open a line', async () => {
    const world = await startWorld({ publicUrl: 'https://experts.example' })
    const { port } = new URL(world.url)
    for (const origin of [`http://localhost:${port}`, `http://127.0.0.1:${port}`]) {
      const headers = { Origin: origin }
      const answer = await rawRequest(world.url, '/api/v1/auth/sign-out', {
        method: 'POST',
        headers,
      })
      expect([answer.status, answer.text]).toEqual([403, expect.stringContaining('origin')])
      await expect(connect(world.url, { origin })).rejects.toThrow()
    }
    const line = await connect(world.url, { origin: 'https://experts.example' })
    expect(line.isConnected()).toBe(true)
    line.close()
    await world.stop()
  })
})
