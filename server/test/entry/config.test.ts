import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  type Config,
  configVariables,
  type Environment,
  originOf,
  parseConfig,
  repositoryRoot,
} from '../../src/entry/config.ts'
import { lackOf } from '../../src/entry/relay-settings.ts'
import { isLoopback } from '../../src/base/network.ts'

function configOf(env: Environment): Config {
  const parsed = parseConfig(env)
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'))
  return parsed.config
}

function faultsOf(env: Environment): readonly string[] {
  const parsed = parseConfig(env)
  return parsed.ok ? [] : parsed.faults
}

/** The variable that each fault begins with. */
function faultyIn(env: Environment): string[] {
  return faultsOf(env).map((fault) => fault.split(' ')[0] ?? '')
}

describe('without any variable', () => {
  const defaults: Config = {
    host: 'localhost',
    port: 3000,
    publicUrl: null,
    databaseUrl: `file:${repositoryRoot}/data/expertconnect.db`,
    dataDir: `${repositoryRoot}/data`,
    secret: null,
    demo: true,
    local: true,
    loopbackOrigins: true,
    currency: 'USD',
    adminEmail: null,
    securityContact: null,
    trustProxy: 0,
    linkDays: 90,
    rateLimits: true,
    mail: { from: null, smtp: null, bounceSecret: null },
    calendarOrigins: [],
    relay: { stunUrls: [], turnUrls: [], turnSecret: null },
    logLevel: 'info',
  }

  it('everything has its default', () => {
    expect(configOf({})).toEqual(defaults)
  })

  it('an empty or blank variable is none', () => {
    const blank = configVariables.map(({ name }, index) => [name, index % 2 ? '' : '  '])
    expect(configOf(Object.fromEntries(blank) as Environment)).toEqual(defaults)
  })

  it('the fallback of each variable is what it stands for', () => {
    const fallbacks = configVariables.map(({ name, fallback }) => [name, fallback])
    expect(configOf(Object.fromEntries(fallbacks) as Environment)).toEqual(defaults)
  })
})

describe('faults', () => {
  const secret = 'too short but secret'
  const all: Environment = {
    HOST: 'not a host',
    PORT: '65536',
    PUBLIC_URL: 'experts.example/path',
    DATABASE_URL: 'postgres://user:the-password@db/x',
    SECRET: secret,
    DEMO: 'yes',
    CURRENCY: 'dollars',
    SECURITY_CONTACT: 'ada@example.com',
    TRUST_PROXY: 'true',
    RATE_LIMITS: 'no',
    SMTP_URL: 'smtp://user:the#password@mail.example',
    MAIL_FROM: 'nobody',
    MAIL_BOUNCES: 'nobody',
    MAIL_BOUNCE_SECRET: 'a bounce secret',
    MAIL_DKIM_SELECTOR: '_mail',
    MAIL_DKIM_KEY_FILE: '/nowhere/to-be-found.pem',
    STUN_URLS: 'stun.example',
    TURN_SECRET: 'a secret of the relay',
    LOG_LEVEL: 'loud',
  }

  it('are all reported at once, by name', () => {
    const named = faultyIn(all).toSorted()
    expect(named).toEqual(Object.keys(all).toSorted())
  })

  it('never repeat a secret', () => {
    const text = faultsOf(all).join('\n')
    expect(text).not.toContain(secret)
    expect(text).not.toContain('the-password')
    expect(text).not.toContain('the#password')
    expect(text).not.toContain('a bounce secret')
    expect(text).not.toContain('a secret of the relay')
  })

  it.each([
    ['PORT', ['-1', '65536', '3000x', '0x10', '1e3', '3.5', '٣']],
    ['PUBLIC_URL', ['experts.example', 'ftp://x.example', 'https://x.example/path', 'https://']],
    ['PUBLIC_URL', ['https://x.example/?a=1', 'https://x.example/#a', 'https://me@x.example']],
    ['DATABASE_URL', ['./data/x.db', 'file:', 'postgres://x', 'mongo://x', 'file:///a%2Fb']],
    ['SECRET', ['short', 'x'.repeat(31)]],
    ['DEMO', ['yes', 'ON', 'true', '1']],
    ['CURRENCY', ['usd', 'US', 'XYZ1', 'Euro']],
    ['SECURITY_CONTACT', ['ada@example.com', 'mailto:ada', 'mailto:', 'http://x.example', 'tel:1']],
    [
      'SECURITY_CONTACT',
      ['https://', 'https://x.example/a b', 'mailto:a@x.example\nExpires: never'],
    ],
    ['TRUST_PROXY', ['true', '-1', '11', 'loopback']],
    ['RATE_LIMITS', ['yes', 'false', '0']],
    ['MANAGE_LINK_DAYS', ['0', '3651', '-1', '1.5', 'never']],
    ['LOG_LEVEL', ['INFO', 'verbose', '30']],
    ['HOST', ['not a host', 'http://localhost', 'localhost:3000', 'a/b', '[', 'ho\u0000st']],
  ])('%s refuses what it is not', (name, values) => {
    for (const value of values)
      expect([value, faultyIn({ [name]: value })]).toEqual([value, [name]])
  })

  it.each(['mongodb://a/x', 'mongodb+srv://a.example/x'])(
    '%s without a SECRET is one: servers that share a store share it too',
    (url) => {
      expect(faultyIn({ DATABASE_URL: url })).toEqual(['SECRET'])
      expect(faultyIn({ DATABASE_URL: url, SECRET: '  ' })).toEqual(['SECRET'])
      expect(faultyIn({ DATABASE_URL: url, SECRET: 'short' })).toEqual(['SECRET'])
    },
  )
})

describe('what is right', () => {
  it.each<[Environment, Partial<Config>]>([
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: ' 8080 ' }, { port: 8080 }],
    [{ PUBLIC_URL: 'https://experts.example/' }, { publicUrl: 'https://experts.example' }],
    [{ PUBLIC_URL: 'HTTPS://Experts.Example:443' }, { publicUrl: 'https://experts.example' }],
    [{ PUBLIC_URL: 'http://x.example:8080' }, { publicUrl: 'http://x.example:8080' }],
    [{ SECRET: 'x'.repeat(32) }, { secret: 'x'.repeat(32) }],
    [{ SECRET: 'ü'.repeat(16) }, { secret: 'ü'.repeat(16) }],
    [{ CURRENCY: 'NPR' }, { currency: 'NPR' }],
    [{ SECURITY_CONTACT: 'mailto:a@x.example' }, { securityContact: 'mailto:a@x.example' }],
    [{ SECURITY_CONTACT: 'https://x.example/s' }, { securityContact: 'https://x.example/s' }],
    [{ TRUST_PROXY: '2' }, { trustProxy: 2 }],
    [{ RATE_LIMITS: 'off' }, { rateLimits: false }],
    [{ LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
    [{ MANAGE_LINK_DAYS: '7' }, { linkDays: 7 }],
    [{ DATA_DIR: '/srv/data' }, { dataDir: '/srv/data' }],
    [{ DATA_DIR: 'elsewhere' }, { dataDir: join(repositoryRoot, 'elsewhere') }],
  ])('%j is taken', (env, expected) => {
    expect(configOf(env)).toMatchObject(expected)
  })

  it.each([
    ['file:data/x.db', `file:${join(repositoryRoot, 'data/x.db')}`],
    ['file:./x.db', `file:${join(repositoryRoot, 'x.db')}`],
    ['file:../x.db', `file:${join(repositoryRoot, '../x.db')}`],
    ['file:/srv/x.db', 'file:/srv/x.db'],
    ['file:///srv/x%20y.db', 'file:/srv/x y.db'],
    ['file::memory:', 'file::memory:'],
    ['mongodb://a,b/x?replicaSet=r', 'mongodb://a,b/x?replicaSet=r'],
    ['mongodb+srv://u:p@x.example/y', 'mongodb+srv://u:p@x.example/y'],
  ])('DATABASE_URL=%s means the same wherever the server was started', (given, meant) => {
    const secret = 'x'.repeat(32)
    expect(configOf({ DATABASE_URL: given, SECRET: secret }).databaseUrl).toBe(meant)
  })
})

describe('the demo', () => {
  it.each<[boolean, Environment]>([
    [true, {}],
    [true, { HOST: '127.0.0.1' }],
    [true, { HOST: '127.1.2.3' }],
    [true, { HOST: '::1' }],
    [true, { HOST: 'LOCALHOST', PUBLIC_URL: 'http://localhost:8080' }],
    [true, { PUBLIC_URL: 'http://[::1]:3000' }],
    [true, { NODE_ENV: 'development' }],
    [false, { NODE_ENV: 'production' }],
    [false, { HOST: '0.0.0.0' }],
    [false, { HOST: '::' }],
    [false, { HOST: 'experts.example' }],
    [false, { PUBLIC_URL: 'https://experts.example' }],
    [false, { PUBLIC_URL: 'http://localhost.experts.example' }],
    [true, { NODE_ENV: 'production', DEMO: 'on' }],
    [true, { HOST: '0.0.0.0', DEMO: 'on' }],
    [false, { DEMO: 'off' }],
  ])('is %s with %j', (demo, env) => {
    expect(configOf(env).demo).toBe(demo)
  })
})

describe('addresses', () => {
  it('of this machine are told from all others', () => {
    for (const own of ['localhost', 'LocalHost', '127.0.0.1', '127.255.0.9', '::1', '[::1]']) {
      expect([own, isLoopback(own)]).toEqual([own, true])
    }
    const others = ['0.0.0.0', '::', '10.0.0.1', 'localhost.example', '127.example', '::10', '']
    for (const other of others) expect([other, isLoopback(other)]).toEqual([other, false])
  })

  it.each<[Environment, string]>([
    [{}, 'http://localhost:4000'],
    [{ HOST: '::1' }, 'http://[::1]:4000'],
    [{ HOST: '[::1]' }, 'http://[::1]:4000'],
    [{ HOST: '0.0.0.0' }, 'http://0.0.0.0:4000'],
    [{ PUBLIC_URL: 'https://experts.example' }, 'https://experts.example'],
  ])('that links carry with %j begin with %s', (env, origin) => {
    expect(originOf(configOf(env), 4000)).toBe(origin)
  })

  it('that is written in brackets is listened on without them', () => {
    expect(configOf({ HOST: '[::1]' }).host).toBe('::1')
  })
})

describe('ADMIN_EMAIL', () => {
  it('is one address', () => {
    expect(configOf({ ADMIN_EMAIL: ' Ada@example.com ' }).adminEmail).toBe('Ada@example.com')
    for (const value of ['ada', 'ada@example.com,bina@example.com', 'ada@example.com bina']) {
      expect(faultyIn({ ADMIN_EMAIL: value })).toEqual(['ADMIN_EMAIL'])
    }
  })

  it('goes with a demo on this machine alone', () => {
    const admin = { ADMIN_EMAIL: 'ada@example.com' }
    expect(configOf({ ...admin, DEMO: 'on' }).demo).toBe(true)
    expect(configOf({ ...admin, HOST: '0.0.0.0' }).adminEmail).toBe(admin.ADMIN_EMAIL)
    expect(faultyIn({ ...admin, HOST: '0.0.0.0', DEMO: 'on' })).toEqual(['ADMIN_EMAIL'])
    const elsewhere = { ...admin, PUBLIC_URL: 'https://experts.example', DEMO: 'on' }
    expect(faultyIn(elsewhere)).toEqual(['ADMIN_EMAIL'])
  })
})

describe('STUN_URLS, TURN_URLS and TURN_SECRET', () => {
  const TURN_SECRET = 'a secret of the relay'

  it('are addresses by commas, and the secret that opens them', () => {
    const TURN_URLS = ' turn:turn.example , turns:turn.example:443?transport=tcp,'
    const STUN_URLS = 'stun:turn.example:3478'
    expect(configOf({ STUN_URLS, TURN_URLS, TURN_SECRET }).relay).toEqual({
      stunUrls: ['stun:turn.example:3478'],
      turnUrls: ['turn:turn.example', 'turns:turn.example:443?transport=tcp'],
      turnSecret: TURN_SECRET,
    })
    expect(configOf({ STUN_URLS }).relay).toMatchObject({ turnUrls: [], turnSecret: null })
  })

  it.each([
    [
      'STUN_URLS',
      ['stun.example', 'turn:turn.example', 'stun:x?transport=udp', 'stun:x:0', 'http:x'],
    ],
    ['TURN_URLS', ['turn.example', 'stun:stun.example', 'turn:x:99999', 'turn:a/b', 'turns:x?a=b']],
    ['TURN_URLS', ['turn:x?transport=sctp', 'turns:x?transport=udp', 'turn:', 'turn:x,stun:y']],
  ])('%s refuses what no browser takes', (name, values) => {
    for (const value of values) {
      const env = { TURN_URLS: 'turn:turn.example', TURN_SECRET, [name]: value }
      expect([value, faultyIn(env)]).toEqual([value, [name]])
    }
  })

  it('are missed on a public address in one line', () => {
    const none = configOf({}).relay
    expect(lackOf(none)).toContain('STUN_URLS and TURN_URLS')
    expect(lackOf({ ...none, stunUrls: ['stun:turn.example'] })).toMatch(/^TURN_URLS is empty/)
    expect(lackOf({ ...none, turnUrls: ['turn:turn.example'], turnSecret: 'x' })).toBeNull()
  })

  it('go together', () => {
    expect(faultyIn({ TURN_URLS: 'turn:turn.example' })).toEqual(['TURN_SECRET'])
    expect(faultyIn({ TURN_SECRET })).toEqual(['TURN_SECRET'])
    expect(faultyIn({ TURN_SECRET, STUN_URLS: 'stun:turn.example' })).toEqual(['TURN_SECRET'])
    expect(faultsOf({ TURN_SECRET }).join()).not.toContain(TURN_SECRET)
  })
})
