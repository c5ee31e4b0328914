import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeIn, createBrowser } from '../../browser.ts'
import { mailTo, startWorld, type World } from '../../harness.ts'
import { adaEmail, adminEmail, signedIn, staffedContent } from '../staff.ts'

const minute = 60_000
const grace = 'grace@example.com'
const iPhone = 'Mozilla/5.0 (iPhone) AppleWebKit Version/18.0 Safari/604.1'

let world: World
beforeEach(async () => {
  world = await startWorld({ content: staffedContent() })
})
afterEach(() => world.stop())

async function owed(): Promise<(string | undefined)[][]> {
  const { items } = await world.storage.messages.list({ show: 'all', limit: 20 })
  return items.map(({ kind, about }) => [kind, about.of === 'person' ? about.to : undefined])
}

describe('a sign-in in a new browser', () => {
  it('is told to its person by mail, and neither the first one nor one in a known browser', async () => {
    const first = createBrowser(world)
    await first.signIn(grace)
    await first.signIn(grace)
    expect(await owed()).toEqual([])
    const other = createBrowser(world, iPhone)
    await other.signIn(grace)
    expect(await owed()).toEqual([['signed_in', grace]])
    let mail = await mailTo(world, grace)
    while (!mail.subject.includes('new browser')) {
      await delay(20)
      mail = await mailTo(world, grace)
    }
    expect(mail.text).toContain('Safari on iPhone')
    expect(mail.text).toContain('Monday 11 January, 08:00 (UTC)')
    expect(mail.text).toContain(`${world.url}/account`)
  })

  it('is not told to an expert who was invited and signs in for the first time', async () => {
    await createBrowser(world).signIn(adaEmail)
    expect(await owed()).toEqual([])
  })
})

it('a role that is given or taken is told to whose it is', async () => {
  const admin = await signedIn(world, adminEmail)
  for (const isAdmin of [true, true, false]) {
    await admin.send('changeRoles', { params: { id: 'person-ada' }, body: { isAdmin } })
    world.clock.advance(1000)
  }
  expect(await owed()).toEqual([
    ['admin_removed', adaEmail],
    ['admin_made', adaEmail],
  ])
})

it('one can sign out everywhere at once', async () => {
  const one = await signedIn(world, grace)
  const other = await signedIn(world, grace)
  const { headers } = await one.send('endSessions')
  expect(headers.getSetCookie().join()).toContain('ec=;')
  for (const browser of [one, other]) {
    expect((await browser.send('getMe')).body.person).toBeNull()
  }
})

it('a change of address ends the other sessions, and is told to the address before', async () => {
  const one = await signedIn(world, grace)
  const other = await signedIn(world, grace)
  const next = 'hopper@example.org'
  await one.send('startAddressChange', { body: { email: next } })
  const codeTo = (email: string) =>
    codeIn({ ...world, mails: world.mails.filter(({ to }) => to === email) }).replace(' ', '')
  await one.send('proveAddressChange', {
    body: { currentCode: codeTo(grace), newCode: codeTo(next) },
  })
  expect((await one.send('getMe')).body.person?.email).toBe(next)
  expect((await other.send('getMe')).body.person).toBeNull()
  expect(await owed()).toContainEqual(['address_changed', grace])
})

describe('the log', () => {
  const entriesOf = async (kind: 'sign_in' | 'refusal' | 'account') => {
    const { items } = await world.storage.audit.list({ kind, limit: 50 })
    return items
  }

  it('tells who signed in, in which browser and from which network, under a made-up name', async () => {
    await createBrowser(world, iPhone).signIn(grace)
    const [entry] = await entriesOf('sign_in')
    expect(entry).toMatchObject({
      action: 'signed_in',
      by: grace,
      detail: 'by code',
      device: 'Safari on iPhone',
    })
    expect(entry?.network).toMatch(/^[\w-]{10}$/)
    expect(JSON.stringify(entry)).not.toContain('127.0.0')
  })

  it('tells refusals sparingly, and no address that nobody has', async () => {
    const stranger = createBrowser(world)
    for (const email of [adaEmail, 'nobody@example.org']) {
      await stranger.send('startSignIn', { body: { email } })
      for (let guess = 0; guess < 5; guess++) {
        const code = codeIn(world) === '0000 0000' ? '11111111' : '00000000'
        await stranger.refuse('proveSignIn', { body: { code } })
      }
    }
    const refused = await entriesOf('refusal')
    expect(refused.map(({ subject, detail }) => [subject.name, detail])).toEqual([
      ['an address that nobody has', 'a code that is not right; the 10th within a minute'],
      [adaEmail, 'a code that is not right'],
    ])
    expect(JSON.stringify(refused)).not.toContain('nobody@example.org')
  })

  it('tells that codes were asked for too often', async () => {
    const stranger = createBrowser(world)
    for (let asked = 0; asked < 5; asked++) {
      await stranger.send('startSignIn', { body: { email: adaEmail } })
    }
    await stranger.refuse('startSignIn', { body: { email: adaEmail } })
    const refused = await entriesOf('refusal')
    expect(refused.map(({ subject, detail }) => [subject.name, detail])).toEqual([
      [adaEmail, 'too many codes were asked for'],
    ])
  })

  it('is taken away by an administrator who signed in just now, and nothing in it is a formula', async () => {
    const admin = await signedIn(world, adminEmail)
    const name = '=HYPERLINK("https://evil.example","Ada, see")'
    const body = { email: 'eve@example.org', name, category: 'engineering' }
    await admin.send('inviteExpert', { body })
    const { body: csv } = await admin.send('exportAudit', { query: { format: 'csv' } })
    const [head, ...lines] = csv.text.trimEnd().split('\r\n')
    expect(head).toBe('at,action,by,subject,detail,device,network,id')
    expect(lines.some((line) => line.includes(`"'=HYPERLINK(""https://evil.example""`))).toBe(true)
    expect(csv.text).not.toMatch(/(^|,)"?[=+@-]/m)
    const query = { format: 'jsonl', kind: 'administration' }
    const { body: jsonl } = await admin.send('exportAudit', { query })
    const parsed = jsonl.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { action: string; subject: { name: string } })
    expect(parsed.map(({ action }) => action)).toEqual([
      'audit_exported',
      'audit_exported',
      'expert_invited',
    ])
    expect(parsed.at(-1)?.subject.name).toBe(name)
    world.clock.advance(11 * minute)
    const late = await admin.refuse('exportAudit', { query })
    expect(late.body.code).toBe('fresh_proof_needed')
  })
})
