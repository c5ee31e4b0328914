import { afterEach, beforeEach, expect, it } from 'vitest'
import { codeIn, createBrowser } from '../../browser.ts'
import { startWorld, type World } from '../../harness.ts'

const grace = 'grace@example.com'
/** Each browser here comes from a network of its own. */
const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } })

let world: World
beforeEach(async () => {
  world = await startWorld({ trustProxy: 1, rateLimits: true })
})
afterEach(() => world.stop())

/** All that one network may ask for and try in an hour, each guess wrong but the last: the code of somebody else. */
async function guess(address: string, code: string): Promise<(string | null)[]> {
  const told: (string | null)[] = []
  for (let start = 0; start < 6; start++) {
    const stranger = createBrowser(world)
    const sent = { body: { email: grace }, ...from(address) }
    if (start === 5) {
      told.push((await stranger.refuse('startSignIn', sent)).body.code)
      break
    }
    await stranger.send('startSignIn', sent)
    for (let tries = 0; tries < 5; tries++) {
      const wrong = { body: { code: codeIn(world) === '0000 0000' ? '11111111' : '00000000' } }
      const proof = tries === 4 ? { body: { code } } : wrong
      await stranger.refuse('proveSignIn', { ...proof, ...from(address) })
    }
    const { body } = await stranger.send('getMe', from(address))
    told.push(body.person?.email ?? null)
  }
  return told
}

it('a stranger who guesses gets in nowhere, and the code that the owner waits for stays good', async () => {
  const owner = createBrowser(world)
  await owner.send('startSignIn', { body: { email: grace }, ...from('198.51.100.1') })
  const code = codeIn(world)
  const told = await guess('203.0.113.1', code)
  expect(told).toEqual([null, null, null, null, null, 'too_many'])
  const { body } = await owner.send('proveSignIn', { body: { code }, ...from('198.51.100.1') })
  expect(body.person?.email).toBe(grace)
})

it('a stranger who has spent all that they may does not spend what the owner may', async () => {
  await guess('203.0.113.1', '00000000')
  // A browser that never signed in before, in another network.
  const elsewhere = createBrowser(world)
  for (let start = 0; start < 5; start++) {
    await elsewhere.send('startSignIn', { body: { email: grace }, ...from('198.51.100.1') })
  }
  const proof = { body: { code: codeIn(world) }, ...from('198.51.100.1') }
  expect((await elsewhere.send('proveSignIn', proof)).body.person?.email).toBe(grace)
  // From then on it has a budget of its own, also in the network of the stranger.
  await elsewhere.send('signOut', from('203.0.113.1'))
  await elsewhere.send('startSignIn', { body: { email: grace }, ...from('203.0.113.1') })
})
