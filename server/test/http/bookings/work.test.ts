import { solveChallenge, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { describe, expect, it } from 'vitest'
import { minute } from '../../../src/domain/time/instant.ts'
import { newKey, type World } from '../../harness.ts'
import { bookingInput } from '../requests.ts'
import { signedIn } from '../staff.ts'
import { limitedWorlds } from '../worlds.ts'
import { bad, calm, from, startNumber } from './proof-scene.ts'

const openWorld = limitedWorlds({ trustProxy: 1 })
let world: World

const asked = (index: number, more = {}) => ({
  body: { expertId: 'expert-ada', startsAt: startNumber(index), minutes: 30, ...more },
  key: newKey(),
})

async function holdAndRelease(index: number, network: string, more = {}): Promise<void> {
  const sent = { ...asked(index, more), headers: from(network) }
  const { body } = await world.send('createHold', sent)
  await world.send('releaseHold', { params: { id: body.id }, bearer: body.token })
}

/** Holds from one network, each given back at once, until work is asked for. */
async function untilWork(network: string) {
  for (let index = 0; index < 100; index++) {
    try {
      await holdAndRelease(index % 30, network)
    } catch {
      const sent = { ...asked(index % 30), headers: from(network) }
      const { body } = await world.refuse('createHold', sent)
      return { holds: index, told: body }
    }
  }
  throw new Error('Nobody asked for work')
}

async function solved(work: string, change = (challenge: Challenge) => challenge): Promise<string> {
  const challenge = change(JSON.parse(Buffer.from(work, 'base64').toString()) as Challenge)
  const solution = await solveChallenge({ challenge, deriveKey })
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}

describe('a network that asks for unusually much', () => {
  it('has to calculate before each hold, and others have not', async () => {
    world = await openWorld()
    const { holds, told } = await untilWork(bad)
    expect([holds, told.code]).toEqual([40, 'work_needed'])
    await holdAndRelease(3, calm)
    const solution = await solved(told.work ?? '')
    await holdAndRelease(3, bad, { solution })
    // What was solved once is used up.
    const again = { ...asked(3, { solution }), headers: from(bad) }
    expect((await world.refuse('createHold', again)).body.code).toBe('work_needed')
  })

  it('has to do so for a booking without a hold, and not for one with', async () => {
    world = await openWorld()
    const { told } = await untilWork(bad)
    const plain = { body: bookingInput(startNumber(3)), key: newKey(), headers: from(bad) }
    const refused = await world.refuse('createBooking', plain)
    expect(refused.body.code).toBe('work_needed')
    const solution = await solved(refused.body.work ?? '')
    // With the key of the attempt before: an answer was not given yet.
    await world.send('createBooking', { ...plain, body: { ...plain.body, solution } })
    const held = { ...asked(4, { solution: await solved(told.work ?? '') }), headers: from(bad) }
    const { body: hold } = await world.send('createHold', held)
    const body = bookingInput(startNumber(4), { hold: { id: hold.id, token: hold.token } })
    await world.send('createBooking', { body, key: newKey(), headers: from(bad) })
  })

  it('is not let through by what only looks like an answer', async () => {
    world = await openWorld()
    const { told } = await untilWork(bad)
    const work = told.work ?? ''
    const easier = (challenge: Challenge): Challenge => ({
      ...challenge,
      parameters: { ...challenge.parameters, keyPrefix: '00' },
    })
    const unsolved = Buffer.from(
      JSON.stringify({
        challenge: JSON.parse(Buffer.from(work, 'base64').toString()) as Challenge,
        solution: { counter: 1, derivedKey: '00' },
      }),
    ).toString('base64')
    for (const solution of [
      '',
      'bm90IEpTT04',
      'e30=',
      'bnVsbA==',
      unsolved,
      await solved(work, easier),
    ]) {
      const sent = { ...asked(3, { solution }), headers: from(bad) }
      expect((await world.refuse('createHold', sent)).body.code).toBe('work_needed')
    }
    const good = await solved(work)
    world.clock.advance(6 * minute)
    for (let index = 0; index < 40; index++) {
      const sent = { ...asked(index % 30), headers: from(bad) }
      await world.send('createHold', sent).catch(() => undefined)
    }
    const late = { ...asked(3, { solution: good }), headers: from(bad) }
    expect((await world.refuse('createHold', late)).body.code).toBe('work_needed')
  })

  it('may go on as before after a while', async () => {
    world = await openWorld()
    await untilWork(bad)
    world.clock.advance(minute)
    for (let index = 0; index < 4; index++) await holdAndRelease(index, bad)
  })

  it('has people in it who are known: they are never asked', async () => {
    world = await openWorld()
    await untilWork('127.0.0')
    const grace = await signedIn(world, 'grace@example.com')
    await grace.send('createHold', asked(5))
  })
})

describe('an expert for whom many networks ask at once', () => {
  it('is held by whoever calculates, without a word to the rest', async () => {
    world = await openWorld()
    let told = ''
    for (let index = 0; index < 200 && told === ''; index++) {
      const network = `198.18.${index}`
      await holdAndRelease(index % 30, network).catch(async () => {
        const sent = { ...asked(index % 30), headers: from(network) }
        told = (await world.refuse('createHold', sent)).body.work ?? ''
      })
    }
    await holdAndRelease(7, '198.19.1', { solution: await solved(told) })
    const other = { expertId: 'expert-bina', startsAt: '2027-01-12T04:15:00Z', minutes: 30 }
    await world.send('createHold', { body: other, key: newKey(), headers: from('198.19.2') })
  })
})
