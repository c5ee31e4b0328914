import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { siteKey } from '../../../src/base/network.ts'
import { plainContent } from '../../content.ts'
import { createBrowser, linkIn } from '../../browser.ts'
import { mailTo, mondayMorning, startWorld, type World } from '../../harness.ts'

const root = 'root@example.com'
const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } })

let world: World
beforeEach(async () => {
  const admin = {
    id: 'person-root',
    email: root,
    isAdmin: true,
    expertId: null,
    createdAt: mondayMorning,
  }
  const content = { ...plainContent(), people: [admin] }
  world = await startWorld({ content, trustProxy: 1, rateLimits: true })
})
afterEach(() => world.stop())

let made = 0
/** Asks for codes to ever new addresses until it is told to stop; answers how many it got. */
async function drain(address: string): Promise<number> {
  for (let count = 0; ; count++) {
    const body = { email: `made-up-${++made}@example.org` }
    const { status } = await fetch(`${world.url}/api/v1/auth/start`, {
      method: 'POST',
      headers: {
        Origin: world.url,
        'Content-Type': 'application/json',
        'X-Forwarded-For': address,
      },
      body: JSON.stringify(body),
    })
    if (status !== 202) return count
  }
}

const sixNetworks = [1, 2, 3, 4, 5, 6].map((each) => `203.0.${each}.7`)

describe('when strangers have used up the mails of the minute', () => {
  it('a browser that signed in before is sent its code all the same', async () => {
    const owner = createBrowser(world)
    await owner.send('startSignIn', { body: { email: root }, ...from('198.51.100.1') })
    await owner.send('proveSignIn', { body: { link: linkIn(world) }, ...from('198.51.100.1') })
    await owner.send('signOut', from('198.51.100.1'))
    for (const address of sixNetworks) await drain(address)
    // From one of the networks that did it, too.
    await owner.send('startSignIn', { body: { email: root }, ...from('203.0.1.7') })
    const { body } = await owner.send('proveSignIn', { body: { link: linkIn(world) } })
    expect(body.person?.roles).toEqual(['admin'])
  })

  it('whoever has a role is sent the link, and no answer tells that they have one', async () => {
    for (const address of sixNetworks) await drain(address)
    const answers = []
    for (const email of [root, 'nobody@example.org']) {
      const browser = createBrowser(world)
      const sent = { body: { email }, ...from('198.51.100.1') }
      const { status, body, headers } = await browser.refuse('startSignIn', sent)
      const { requestId: _, ...told } = body
      answers.push({
        status,
        told,
        names: [...headers.keys()],
        cookies: [...browser.cookies.keys()],
      })
    }
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.told.code).toBe('too_many')
    await mailTo(world, root)
    expect(world.mails.filter(({ to }) => to === 'nobody@example.org')).toEqual([])
    const elsewhere = createBrowser(world)
    const proof = { link: linkIn(world), email: root }
    const { body } = await elsewhere.send('proveSignIn', { body: proof })
    expect(body.person?.roles).toEqual(['admin'])
  })

  it('that has taken more than one network', async () => {
    const addresses = [1, 2, 3, 4, 5, 6].map((each) => `203.0.113.${each}`)
    let got = 0
    for (const address of addresses) got += await drain(address)
    expect(got).toBe(30)
    await createBrowser(world).send('startSignIn', {
      body: { email: 'a@example.org' },
      ...from('198.51.100.1'),
    })
  })
})

it('takes the addresses that one customer of a provider has for one network', () => {
  expect(siteKey('203.0.113.7')).toBe('203.0.113.0/24')
  expect(siteKey('2001:db8:1:2::7')).toBe('2001:db8:1::/48')
})
