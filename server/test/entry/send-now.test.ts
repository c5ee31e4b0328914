import { afterEach, describe, expect, it } from 'vitest'
import type { Handover } from '../../src/mail/transport.ts'
import { startWorld, type World } from '../harness.ts'
import { rawRequest } from '../raw-request.ts'
import { adaEmail, staffedContent } from '../http/staff.ts'

let world: World
afterEach(() => world.stop())

const failures: readonly Handover[] = [
  { kind: 'refused', reply: '550 no such user' },
  { kind: 'deferred', reply: '451 later' },
  { kind: 'unknown', reason: 'the line broke' },
  { kind: 'unreachable', reason: 'nothing listens on that port' },
]

describe('while mail cannot be handed over', () => {
  it.each(failures)(
    'signing in says so, the same to all, and can be tried again: $kind',
    async (failure) => {
      let handover: Handover | null = failure
      const handOver = async () => handover ?? { kind: 'handed_over' as const, reply: '250 ok' }
      world = await startWorld({ content: staffedContent(), handOver })
      const ask = (email: string) => world.refuse('startSignIn', { body: { email } })
      const [known, unknown] = [await ask(adaEmail), await ask('nobody@example.net')]
      expect(known.status).toBe(503)
      expect(known.headers.get('retry-after')).toBe('60')
      expect(known.headers.getSetCookie()).toEqual([])
      expect({ ...known.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' })
      expect(known.body).toMatchObject({
        code: 'unavailable',
        detail: 'Mail cannot be sent at the moment. Please try again in a few minutes.',
      })
      // The id of a request is random, and may hold any digits.
      const told = JSON.stringify({ ...known.body, requestId: '' })
      expect(told).not.toMatch(/550|451|line|port/)
      expect(world.log.join('\n')).not.toContain(adaEmail)
      handover = null
      await world.send('startSignIn', { body: { email: adaEmail } })
      expect(world.mails).toHaveLength(1)
    },
  )

  it('the server serves all the same, and why is for the log alone', async () => {
    const failure = failures[3]
    if (!failure) throw new Error('no such failure')
    world = await startWorld({ handOver: async () => failure })
    await world.refuse('startSignIn', { body: { email: adaEmail } })
    const { status, text } = await rawRequest(world.url, '/readyz')
    expect(status).toBe(200)
    expect(JSON.parse(text)).toMatchObject({ status: 'ready', mail: 'unreachable' })
    expect(text).not.toContain('port')
    const warned = world.log.filter((line) => line.includes('nothing listens on that port'))
    expect(warned).toHaveLength(1)
  })
})
