import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseEnv } from 'node:util'
import { isLoopback } from '../base/network.ts'
import { defaultLinkDays } from '../base/tokens.ts'
import type { RelaySettings } from '../relay/ice-servers.ts'
import { isTooShort } from './kept-secret.ts'
import { emailIn, type MailSettings, readMailSettings } from './mail-settings.ts'
import { readRelaySettings } from './relay-settings.ts'

/** Relative paths mean the same wherever the command was started. */
export const repositoryRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')

export type Environment = Readonly<Record<string, string | undefined>>

/** Every variable with its default as `.env.example` shows it; a test compares the two. */
export const configVariables = [
  { name: 'HOST', fallback: 'localhost' },
  { name: 'PORT', fallback: '3000' },
  { name: 'PUBLIC_URL', fallback: '' },
  { name: 'DATABASE_URL', fallback: 'file:./data/expertconnect.db' },
  { name: 'DATA_DIR', fallback: './data' },
  { name: 'SECRET', fallback: '' },
  { name: 'MANAGE_LINK_DAYS', fallback: String(defaultLinkDays) },
  { name: 'DEMO', fallback: '' },
  { name: 'CURRENCY', fallback: 'USD' },
  { name: 'ADMIN_EMAIL', fallback: '' },
  { name: 'SECURITY_CONTACT', fallback: '' },
  { name: 'TRUST_PROXY', fallback: '' },
  { name: 'RATE_LIMITS', fallback: 'on' },
  { name: 'SMTP_URL', fallback: '' },
  { name: 'MAIL_FROM', fallback: '' },
  { name: 'MAIL_BOUNCES', fallback: '' },
  { name: 'MAIL_BOUNCE_SECRET', fallback: '' },
  { name: 'MAIL_DKIM_SELECTOR', fallback: '' },
  { name: 'MAIL_DKIM_KEY_FILE', fallback: '' },
  { name: 'CALENDAR_ORIGINS', fallback: '' },
  { name: 'STUN_URLS', fallback: '' },
  { name: 'TURN_URLS', fallback: '' },
  { name: 'TURN_SECRET', fallback: '' },
  { name: 'LOG_LEVEL', fallback: 'info' },
] as const

export interface Config {
  readonly host: string
  readonly port: number
  /** Without a trailing slash; `null`: made from host and the port that was really bound. */
  readonly publicUrl: string | null
  readonly databaseUrl: string
  readonly dataDir: string
  readonly secret: string | null
  /** Private links to a booking open it until so many days after the session. */
  readonly linkDays: number
  readonly demo: boolean
  /** Nobody but this machine can reach the server, by its settings. */
  readonly local: boolean
  /**
   * Pages may be opened by any name of this machine: while it is tried out on it. In production, a page of another
   * program on a visitor's own machine would have their cookies' authority.
   */
  readonly loopbackOrigins: boolean
  readonly currency: string
  /** This address is an administrator. */
  readonly adminEmail: string | null
  /** Where weaknesses of this installation are reported: a mailto: or https: address. */
  readonly securityContact: string | null
  /** Hops in front that may set X-Forwarded-For. */
  readonly trustProxy: number
  readonly rateLimits: boolean
  /** How mails go out. */
  readonly mail: MailSettings
  /** Where experts may have calendars beside the open internet. */
  readonly calendarOrigins: readonly string[]
  /** How browsers find a path to each other. */
  readonly relay: RelaySettings
  readonly logLevel: string
}

export type ParsedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly string[] }

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** Reads all variables and reports all faults at once, each by the variable's name. No value of a secret is repeated. */
export function parseConfig(env: Environment): ParsedConfig {
  const faults: string[] = []
  const read = (name: (typeof configVariables)[number]['name']): string => {
    const value = env[name]?.trim()
    return value || (configVariables.find((each) => each.name === name)?.fallback ?? '')
  }
  const onOff = (name: 'DEMO' | 'RATE_LIMITS', fallback: boolean): boolean => {
    const value = read(name)
    if (value !== '' && value !== 'on' && value !== 'off') faults.push(`${name} is on or off`)
    return value === '' ? fallback : value === 'on'
  }
  const port = wholeNumber(read('PORT'), 0, 65_535)
  if (port === null) faults.push('PORT is a number from 0 to 65535')
  const publicUrl = publicUrlOf(read('PUBLIC_URL'))
  if (publicUrl === undefined) {
    faults.push('PUBLIC_URL is an address such as https://experts.example, without a path')
  }
  const databaseUrl = databaseUrlOf(read('DATABASE_URL'))
  if (databaseUrl === null) faults.push('DATABASE_URL begins with file: or mongodb:')
  const secret = read('SECRET') || null
  if (secret !== null && isTooShort(secret)) faults.push('SECRET has 32 bytes or more')
  if (secret === null && databaseUrl?.startsWith('mongodb')) {
    // Each would generate its own, and no link of one would open at another.
    faults.push('SECRET is needed with MongoDB: the same 32 bytes or more on every server')
  }
  const linkDays = wholeNumber(read('MANAGE_LINK_DAYS'), 1, 3650)
  if (linkDays === null) faults.push('MANAGE_LINK_DAYS is a number of days, 1 to 3650')
  const currency = read('CURRENCY')
  if (!Intl.supportedValuesOf('currency').includes(currency)) {
    faults.push('CURRENCY is an ISO 4217 code such as USD')
  }
  const trustProxy = wholeNumber(read('TRUST_PROXY') || '0', 0, 10)
  if (trustProxy === null) faults.push('TRUST_PROXY is the number of proxies in front, 0 to 10')
  const logLevel = read('LOG_LEVEL')
  if (!logLevels.includes(logLevel)) faults.push(`LOG_LEVEL is one of ${logLevels.join(', ')}`)
  const host = read('HOST').replace(/^\[(.+)\]$/, '$1')
  if (!isHost(host)) faults.push('HOST is a name or an address such as localhost, 0.0.0.0 or ::1')
  const local = isLoopback(host) && (!publicUrl || isLoopback(new URL(publicUrl).hostname))
  const inProduction = env['NODE_ENV'] === 'production'
  const loopbackOrigins = !inProduction && (!publicUrl || isLoopback(new URL(publicUrl).hostname))
  const demo = onOff('DEMO', local && !inProduction)
  const rateLimits = onOff('RATE_LIMITS', true)
  const adminEmail = read('ADMIN_EMAIL') === '' ? null : emailIn(read('ADMIN_EMAIL'))
  if (adminEmail === undefined) {
    faults.push('ADMIN_EMAIL is one e-mail address such as ada@example.com')
  }
  if (adminEmail && demo && !local) {
    // Everybody who reads the documentation knows who can sign in to a demo.
    faults.push('ADMIN_EMAIL does not go with DEMO=on where others can reach the server')
  }
  const securityContact = contactOf(read('SECURITY_CONTACT'))
  if (securityContact === undefined) {
    faults.push('SECURITY_CONTACT begins with mailto: or https:, such as mailto:ada@example.com')
  }
  const mail = readMailSettings(read, repositoryRoot, faults)
  const calendarOrigins = originsIn(read('CALENDAR_ORIGINS'))
  if (calendarOrigins === null) {
    faults.push('CALENDAR_ORIGINS are addresses such as https://cloud.example:8443, by commas')
  }
  const relay = readRelaySettings(read, faults)
  if (faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    config: {
      host,
      port: port ?? 0,
      publicUrl: publicUrl ?? null,
      databaseUrl: databaseUrl ?? '',
      dataDir: resolve(repositoryRoot, read('DATA_DIR')),
      secret,
      linkDays: linkDays ?? defaultLinkDays,
      demo,
      local,
      loopbackOrigins,
      currency,
      adminEmail: adminEmail ?? null,
      securityContact: securityContact ?? null,
      trustProxy: trustProxy ?? 0,
      rateLimits,
      mail,
      calendarOrigins: calendarOrigins ?? [],
      relay,
      logLevel,
    },
  }
}

/** The variables of the process over those of the `.env` file in the root of the repository. */
export function readEnvironment(variables: Environment): Environment {
  const file = join(repositoryRoot, '.env')
  return existsSync(file) ? { ...parseEnv(readFileSync(file, 'utf8')), ...variables } : variables
}

function isHost(host: string): boolean {
  return isIP(host) !== 0 || (/^[\w.-]+$/.test(host) && URL.canParse(`http://${host}`))
}

function wholeNumber(value: string, least: number, most: number): number | null {
  if (!/^\d{1,6}$/.test(value)) return null
  const number = Number(value)
  return number >= least && number <= most ? number : null
}

/** `undefined`: faulty; `null`: not given. */
function publicUrlOf(value: string): string | null | undefined {
  if (value === '') return null
  if (!URL.canParse(value)) return undefined
  const url = new URL(value)
  const plain = url.pathname === '/' && !url.search && !url.hash && !url.username
  return plain && /^https?:$/.test(url.protocol) ? url.origin : undefined
}

/** `null`: one of them is no origin. */
function originsIn(list: string): readonly string[] | null {
  const origins = list
    .split(',')
    .filter((each) => each.trim() !== '')
    .map((each) => publicUrlOf(each.trim()))
  return origins.every((each) => typeof each === 'string') ? origins : null
}

/** `undefined`: faulty; `null`: not given. It becomes a line of a file, so it must not hold a second one. */
function contactOf(value: string): string | null | undefined {
  if (value === '') return null
  if (/\s/.test(value) || !URL.canParse(value)) return undefined
  const { protocol, pathname, href } = new URL(value)
  const isRight = protocol === 'mailto:' ? emailIn(pathname) !== undefined : protocol === 'https:'
  return isRight ? href : undefined
}

/** With the path of a file made absolute; `null`: begins with neither file: nor mongodb:, or names no file. */
export function databaseUrlOf(value: string): string | null {
  if (/^mongodb(\+srv)?:\/\//.test(value)) return value
  if (!value.startsWith('file:')) return null
  if (value === 'file::memory:') return value
  const path = value.startsWith('file:///') ? pathOf(value) : value.slice('file:'.length)
  return path === '' ? null : `file:${resolve(repositoryRoot, path)}`
}

/** Empty where the address encodes a separator or nothing at all. */
function pathOf(fileUrl: string): string {
  try {
    return fileURLToPath(fileUrl)
  } catch {
    return ''
  }
}

/** A loopback or configured address as an origin; used where links and allowed origins are made. */
export function originOf(config: Config, boundPort: number): string {
  if (config.publicUrl) return config.publicUrl
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  return new URL(`http://${host}:${boundPort}`).origin
}
