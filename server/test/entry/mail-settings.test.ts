import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Environment, parseConfig } from '../../src/entry/config.ts'
import { senderAt } from '../../src/entry/mail-settings.ts'
import { newMessageId } from '../../src/mail/sender.ts'
import { type TemporaryFolder, temporaryFolder } from '../storage/sqlite/sqlite-store.ts'

const MAIL_FROM = 'no-reply@experts.example'
const SMTP_URL = 'smtp://mail.example'

function mailOf(env: Environment) {
  const parsed = parseConfig(env)
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'))
  return parsed.config.mail
}

function faultyIn(env: Environment): string[] {
  const parsed = parseConfig(env)
  return parsed.ok ? [] : parsed.faults.map((fault) => fault.split(' ')[0] ?? '')
}

const none = { requiresTls: true, isSecure: false, login: null }
const own = { ...none, requiresTls: false }

describe('SMTP_URL', () => {
  it.each<[string, object]>([
    ['smtp://mail.example', { host: 'mail.example', port: 587, ...none }],
    ['smtp://mail.example/', { host: 'mail.example', port: 587, ...none }],
    ['SMTP://mail.example:25', { host: 'mail.example', port: 25, ...none }],
    ['smtps://mail.example', { host: 'mail.example', port: 465, ...own, isSecure: true }],
    ['smtps://mail.example:2465', { port: 2465, isSecure: true }],
    ['smtp://[2001:db8::1]:25', { host: '2001:db8::1', port: 25, ...none }],
    // TLS is demanded of all machines but this one.
    ['smtp://localhost:1025', { host: 'localhost', ...own }],
    ['smtp://127.0.0.1:1025', { host: '127.0.0.1', ...own }],
    ['smtp://[::1]:1025', { host: '::1', ...own }],
    ['smtp://localhost.example', { host: 'localhost.example', ...none }],
    ['smtp://10.0.0.1', { host: '10.0.0.1', ...none }],
    [
      'smtp://ada%40mail.example:p%2Fss%20%23w%40rd%3A%C3%BC@mail.example',
      { login: { user: 'ada@mail.example', password: 'p/ss #w@rd:ü' } },
    ],
  ])('%s is taken', (url, expected) => {
    expect(mailOf({ SMTP_URL: url, MAIL_FROM }).smtp).toMatchObject(expected)
  })

  it.each([
    'mail.example',
    'mail.example:587',
    'http://mail.example',
    'smtp:mail.example',
    'smtp://',
    'smtp://mail.example/path',
    'smtp://mail.example?pool=true',
    'smtp://mail.example#x',
    'smtp://ada:a/b@mail.example',
    'smtp://ada:a#b@mail.example',
    'smtp://ada:%E0%A4%A@mail.example',
    'smtp://ada@mail.example',
    'smtp://:secret@mail.example',
    'smtp://mail.example:0',
    'smtp://mail.example:99999',
    'smtp://mail.example:465',
    'smtp://mail%20example',
  ])('%s is refused', (url) => {
    expect(faultyIn({ SMTP_URL: url, MAIL_FROM })).toEqual(['SMTP_URL'])
  })
})

describe('MAIL_FROM', () => {
  const address = MAIL_FROM
  it.each<[string, object]>([
    [MAIL_FROM, { address }],
    [`<${MAIL_FROM}>`, { address }],
    [`ExpertConnect <${MAIL_FROM}>`, { name: 'ExpertConnect', address }],
    [`"Experts, Inc." <${MAIL_FROM}>`, { name: 'Experts, Inc.', address }],
    [`Büro für Zeit  < ${MAIL_FROM} >`, { name: 'Büro für Zeit', address }],
  ])('%s is taken', (value, expected) => {
    expect(mailOf({ SMTP_URL, MAIL_FROM: value }).smtp?.from).toEqual(expected)
    expect(mailOf({ MAIL_FROM: value })).toMatchObject({ from: expected, smtp: null })
  })

  it.each([
    'nobody',
    'a@experts.example, b@experts.example',
    'A <a@experts.example> <b@experts.example>',
    'A <a@experts.example',
    'A\u0007 <a@experts.example>',
    'A" <a@experts.example>',
    'A\nBcc: <a@experts.example>',
  ])('%j is refused', (value) => {
    expect(faultyIn({ SMTP_URL, MAIL_FROM: value })).toEqual(['MAIL_FROM'])
  })

  it('goes with SMTP_URL, which needs it', () => {
    expect(faultyIn({ SMTP_URL })).toEqual(['MAIL_FROM'])
    expect(mailOf({})).toEqual({ from: null, smtp: null, bounceSecret: null })
  })

  it('is made of the address that links carry where nobody said it', () => {
    expect(senderAt('https://experts.example:8443').address).toBe(MAIL_FROM)
    expect(senderAt('http://localhost:3000').address).toBe('no-reply@localhost')
  })

  it('gives each mail an id of its domain', () => {
    let made = 0
    const id = () => newMessageId({ address: MAIL_FROM }, () => `secret-${++made}`)
    expect([id(), id()]).toEqual(['<secret-1@experts.example>', '<secret-2@experts.example>'])
  })
})

describe('MAIL_BOUNCES', () => {
  it('is one address, and the sender’s where it is left out', () => {
    const MAIL_BOUNCES = 'bounces@experts.example'
    expect(mailOf({ SMTP_URL, MAIL_FROM, MAIL_BOUNCES }).smtp?.bounces).toBe(MAIL_BOUNCES)
    expect(mailOf({ SMTP_URL, MAIL_FROM }).smtp?.bounces).toBeNull()
    expect(faultyIn({ SMTP_URL, MAIL_FROM, MAIL_BOUNCES: `A <${MAIL_BOUNCES}>` })).toEqual([
      'MAIL_BOUNCES',
    ])
    expect(faultyIn({ MAIL_BOUNCES })).toEqual(['MAIL_BOUNCES'])
  })
})

describe('MAIL_BOUNCE_SECRET', () => {
  const MAIL_BOUNCE_SECRET = 'aB3-._~+/=aB3-._~+/=aB3-._~+/=32'

  it('opens the hook where it is given, and is long enough', () => {
    expect(mailOf({ SMTP_URL, MAIL_FROM, MAIL_BOUNCE_SECRET }).bounceSecret).toBe(
      MAIL_BOUNCE_SECRET,
    )
    expect(mailOf({ SMTP_URL, MAIL_FROM }).bounceSecret).toBeNull()
    expect(mailOf({ SMTP_URL, MAIL_FROM, MAIL_BOUNCE_SECRET: ' ' }).bounceSecret).toBeNull()
  })

  it('is refused where no header could carry it, or it does nothing, and is not repeated', () => {
    const short = MAIL_BOUNCE_SECRET.slice(1)
    for (const wrong of [
      short,
      `${short} 2`,
      `${short}ü`,
      `${short}"`,
      `${short}\nx`,
      'x'.repeat(201),
    ]) {
      const parsed = parseConfig({ SMTP_URL, MAIL_FROM, MAIL_BOUNCE_SECRET: wrong })
      expect(parsed).toEqual({
        ok: false,
        faults: [expect.stringMatching(/^MAIL_BOUNCE_SECRET has 32 to 200 /)],
      })
      expect(JSON.stringify(parsed)).not.toContain(wrong)
    }
    expect(faultyIn({ MAIL_BOUNCE_SECRET })).toEqual(['MAIL_BOUNCE_SECRET'])
  })
})

describe('the key to sign with', () => {
  const folder: TemporaryFolder = temporaryFolder()
  afterAll(() => folder.remove())
  const file = (name: string, text: string): string => {
    const path = join(folder.path, name)
    writeFileSync(path, text)
    return path
  }
  const pem = { type: 'pkcs8', format: 'pem' } as const
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export(pem).toString()
  const other = generateKeyPairSync('ed25519').privateKey.export(pem).toString()
  const all = { SMTP_URL, MAIL_FROM, MAIL_DKIM_SELECTOR: 'mail' }

  it('is read from its file, and is of the domain that mails are from', () => {
    const env = { ...all, MAIL_DKIM_KEY_FILE: file('rsa.pem', rsa) }
    const domain = 'experts.example'
    expect(mailOf(env).smtp?.dkim).toEqual({ domain, selector: 'mail', key: rsa })
    expect(mailOf({ SMTP_URL, MAIL_FROM }).smtp?.dkim).toBeNull()
  })

  it('is refused where it is none, or goes with nothing', () => {
    const MAIL_DKIM_KEY_FILE = file('right.pem', rsa)
    for (const wrong of [
      file('no.pem', 'x'),
      file('ed25519.pem', other),
      join(folder.path, 'gone'),
    ]) {
      expect(faultyIn({ ...all, MAIL_DKIM_KEY_FILE: wrong })).toEqual(['MAIL_DKIM_KEY_FILE'])
    }
    expect(faultyIn(all)).toEqual(['MAIL_DKIM_KEY_FILE'])
    expect(faultyIn({ SMTP_URL, MAIL_FROM, MAIL_DKIM_KEY_FILE })).toEqual(['MAIL_DKIM_SELECTOR'])
    expect(faultyIn({ MAIL_DKIM_SELECTOR: 'mail', MAIL_DKIM_KEY_FILE })).toEqual([
      'MAIL_DKIM_SELECTOR',
      'MAIL_DKIM_KEY_FILE',
    ])
    for (const selector of ['_mail', 'a b', 'a;b', '-a', 'a.']) {
      const env = { ...all, MAIL_DKIM_KEY_FILE, MAIL_DKIM_SELECTOR: selector }
      expect([selector, faultyIn(env)]).toEqual([selector, ['MAIL_DKIM_SELECTOR']])
    }
  })
})
