import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { CustomerEmail } from '@expertconnect/contract/primitives'
import { isLoopback } from '../base/network.ts'
import type { Sender } from '../mail/sender.ts'
import type { SmtpSettings } from '../mail/smtp.ts'

type MailVariable =
  | 'SMTP_URL'
  | 'MAIL_FROM'
  | 'MAIL_BOUNCES'
  | 'MAIL_BOUNCE_SECRET'
  | 'MAIL_DKIM_SELECTOR'
  | 'MAIL_DKIM_KEY_FILE'

export interface MailSettings {
  /** `null`: made from the address that links carry. */
  readonly from: Sender | null
  /** `null`: mail is kept on this machine. */
  readonly smtp: SmtpSettings | null
  /** By it the hook knows who posts reports of failed delivery; `null`: there is no such hook. */
  readonly bounceSecret: string | null
}

const urlForm =
  'SMTP_URL is an address such as smtp://user:password@mail.example:587 or smtps://mail.example; ' +
  'signs of the password such as / # @ are percent-encoded'

/** How mails go out. Adds what is wrong to `faults`; no value is repeated. Paths are relative to `root`. */
export function readMailSettings(
  read: (name: MailVariable) => string,
  root: string,
  faults: string[],
): MailSettings {
  const url = read('SMTP_URL')
  const server = url === '' ? null : serverOf(url)
  if (typeof server === 'string') faults.push(server)
  const from = read('MAIL_FROM') === '' ? null : senderOf(read('MAIL_FROM'))
  if (from === undefined) {
    faults.push('MAIL_FROM is an address such as no-reply@experts.example, or Name <address>')
  }
  if (url !== '' && read('MAIL_FROM') === '') {
    faults.push('MAIL_FROM is needed with SMTP_URL: the address that mails are from')
  }
  const bounces = read('MAIL_BOUNCES') === '' ? null : emailIn(read('MAIL_BOUNCES'))
  if (bounces === undefined) {
    faults.push('MAIL_BOUNCES is one e-mail address such as bounces@experts.example')
  }
  const bounceSecret = read('MAIL_BOUNCE_SECRET') || null
  // As it has to stand in a header (RFC 6750, 2.1).
  if (bounceSecret !== null && !/^[\w.~+/=-]{32,200}$/.test(bounceSecret)) {
    faults.push('MAIL_BOUNCE_SECRET has 32 to 200 letters, digits and signs of - . _ ~ + / =')
  }
  const signing = keyOf(read, root, faults)
  for (const name of [
    'MAIL_BOUNCES',
    'MAIL_BOUNCE_SECRET',
    'MAIL_DKIM_SELECTOR',
    'MAIL_DKIM_KEY_FILE',
  ] as const) {
    if (url === '' && read(name) !== '') faults.push(`${name} does nothing without SMTP_URL`)
  }
  if (!from || server === null || typeof server === 'string') {
    return { from: from ?? null, smtp: null, bounceSecret: null }
  }
  // Signed as another domain, a mail would not count as its sender's (DMARC).
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1)
  return {
    from,
    smtp: {
      ...server,
      from,
      bounces: bounces ?? null,
      dkim: signing === null ? null : { domain, ...signing },
    },
    bounceSecret,
  }
}

/** An address as the interface takes it and keeps it: one, and nothing that could be two. `undefined` of all else. */
export function emailIn(value: string): string | undefined {
  return CustomerEmail.safeParse(value).data
}

/** Of an installation that was not told: at the host that its links name. */
export function senderAt(publicUrl: string): Sender {
  return { name: 'ExpertConnect', address: `no-reply@${new URL(publicUrl).hostname}` }
}

type Server = Pick<SmtpSettings, 'host' | 'port' | 'isSecure' | 'requiresTls' | 'login'>

/** What is wrong, in a line, where it is no server. */
function serverOf(value: string): Server | string {
  if (!/^smtps?:\/\//i.test(value) || !URL.canParse(value)) return urlForm
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(value)
  const host = hostname.replace(/^\[(.+)\]$/, '$1')
  const isBare = /^\/?$/.test(pathname) && search === '' && hash === ''
  if (!isBare || !(isIP(host) || /^[\w.-]+$/.test(host)) || port === '0') return urlForm
  const isSecure = protocol === 'smtps:'
  if (!isSecure && port === '465') return 'SMTP_URL begins with smtps: where the port is 465'
  const [user, secret] = [decoded(username), decoded(password)]
  if (user === null || secret === null) return urlForm
  if ((user === '') !== (secret === '')) return 'SMTP_URL has a user and a password, or neither'
  return {
    host,
    port: Number(port) || (isSecure ? 465 : 587),
    isSecure,
    requiresTls: !isSecure && !isLoopback(host),
    login: user === '' ? null : { user, password: secret },
  }
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** `undefined`: neither `address` nor `Name <address>`. */
function senderOf(value: string): Sender | undefined {
  const [, quoted = '', inside] = /^([^<>]*)<([^<>]+)>$/.exec(value) ?? []
  const address = emailIn(inside ?? value)
  const name = quoted.trim().replace(/^"(.*)"$/, '$1')
  if (address === undefined || /[\p{C}"]/u.test(name)) return undefined
  return name === '' ? { address } : { name, address }
}

function keyOf(read: (name: MailVariable) => string, root: string, faults: string[]) {
  const [selector, path] = [read('MAIL_DKIM_SELECTOR'), read('MAIL_DKIM_KEY_FILE')]
  if (selector === '' && path === '') return null
  if (selector === '') faults.push('MAIL_DKIM_SELECTOR is needed with MAIL_DKIM_KEY_FILE')
  if (path === '') faults.push('MAIL_DKIM_KEY_FILE is needed with MAIL_DKIM_SELECTOR')
  if (!/^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(selector || 'x')) {
    faults.push('MAIL_DKIM_SELECTOR is a name such as mail, as it stands before ._domainkey')
  }
  const key = path === '' ? '' : rsaKeyOf(resolve(root, path))
  if (key === null) faults.push('MAIL_DKIM_KEY_FILE is a file with an RSA key, as PEM')
  return { selector, key: key ?? '' }
}

/** `null`: cannot be read, or is no RSA key. */
function rsaKeyOf(path: string): string | null {
  try {
    const key = readFileSync(path, 'utf8')
    return createPrivateKey(key).asymmetricKeyType === 'rsa' ? key : null
  } catch {
    return null
  }
}
