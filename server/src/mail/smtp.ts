import type { Readable } from 'node:stream'
import { createTransport, type NodemailerError } from 'nodemailer'
import type { Mail } from './mail.ts'
import type { Sender } from './sender.ts'
import { createSmtpFaults } from './smtp-faults.ts'
import { messageOf } from './smtp-message.ts'
import type { Stamp } from '../domain/messages/message.ts'
import { type Handover, handoversAtOnce, longestHandover, type Transport } from './transport.ts'

export interface SmtpSettings {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (`smtps:`). */
  readonly isSecure: boolean
  /** Else TLS has to begin with STARTTLS before anything is told. False on loopback alone. */
  readonly requiresTls: boolean
  readonly login: { readonly user: string; readonly password: string } | null
  readonly from: Sender
  /** Where reports of failed delivery go; `null`: to whom mails are from. */
  readonly bounces: string | null
  readonly dkim: DkimSettings | null
}

/** How mails are signed (RFC 6376). */
interface DkimSettings {
  readonly domain: string
  readonly selector: string
  /** RSA, as PEM. */
  readonly key: string
}

/** How long is waited, in milliseconds. */
export interface SmtpPatience {
  /** From the name of the server to its greeting, with TLS where it begins before. */
  readonly connectMs: number
  /** For each reply. */
  readonly replyMs: number
  /** For all of it. */
  readonly handoverMs: number
  /** For what is under way when the transport is closed. */
  readonly closeMs: number
}

const patient: SmtpPatience = {
  connectMs: 10_000,
  replyMs: 30_000,
  handoverMs: longestHandover,
  closeMs: 3000,
}

/** What a test has to say beside the settings. */
export interface SmtpOptions {
  readonly patience?: Partial<SmtpPatience>
  /** A certificate to trust instead of the usual ones, as PEM. */
  readonly ca?: string
}

/**
 * Hands mails to an SMTP server, over a few connections that stay open. What a server is given is decided by its reply:
 * an attempt that got none after the mail began is `unknown`, and is never repeated here.
 */
export function createSmtpTransport(settings: SmtpSettings, options: SmtpOptions = {}): Transport {
  const { login, from, bounces } = settings
  const { connectMs, replyMs, handoverMs, closeMs } = { ...patient, ...options.patience }
  const faults = createSmtpFaults(login === null ? [] : secretsOf(login))
  const transporter = openPool(settings, connectMs, replyMs, options.ca)
  const underWay = new Map<AbortController, Promise<unknown>>()
  let isClosed = false

  /** nodemailer's errors do not tell whether the mail had begun; the stream that it reads it from does. */
  const streams = new WeakMap<AbortSignal, Readable>()
  transporter.use('stream', ({ data, message }, done) => {
    const { signal } = data
    const create = message.createReadStream.bind(message)
    message.createReadStream = (...words) => {
      const stream = create(...words)
      if (signal) streams.set(signal, stream)
      return stream
    }
    done()
  })

  async function attempt(mail: Mail, stamp: Stamp, signal: AbortSignal): Promise<Handover> {
    try {
      const message = messageOf(mail, stamp, from, bounces)
      const { response } = await transporter.sendMail({ ...message, signal })
      return { kind: 'handed_over', reply: faults.replyOf(response) }
    } catch (error) {
      const began = streams.get(signal)?.readableDidRead === true
      if (isClosed && !began) return { kind: 'unreachable', reason: 'this server is stopping' }
      return faults.handoverOf(error as NodemailerError, { began, isWide: !isAscii(mail.to) })
    }
  }

  return {
    async handOver(mail, stamp) {
      const limit = new AbortController()
      const timer = setTimeout(() => limit.abort(), handoverMs)
      const attempted = attempt(mail, stamp, limit.signal)
      underWay.set(limit, attempted)
      try {
        return await attempted
      } finally {
        clearTimeout(timer)
        underWay.delete(limit)
      }
    },

    async check() {
      try {
        await transporter.verify()
        return null
      } catch (error) {
        return faults.reasonOf(error as NodemailerError)
      }
    },

    async close() {
      isClosed = true
      transporter.close()
      const timer = setTimeout(() => {
        for (const limit of underWay.keys()) limit.abort()
      }, closeMs)
      await Promise.all(underWay.values())
      clearTimeout(timer)
    },
  }
}

function openPool(settings: SmtpSettings, connectMs: number, replyMs: number, ca?: string) {
  const { host, port, isSecure, requiresTls, login, dkim } = settings
  return createTransport({
    pool: true,
    maxConnections: handoversAtOnce,
    host,
    port,
    secure: isSecure,
    requireTLS: requiresTls,
    // Without it a server that offers no sign-in would be given the mail unasked, and refuse each one.
    ...(login ? { auth: { user: login.user, pass: login.password }, forceAuth: true } : {}),
    ...(dkim
      ? { dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.key } }
      : {}),
    ...(ca === undefined ? {} : { tls: { ca } }),
    dnsTimeout: connectMs,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: replyMs,
    // What stands in a mail was written by somebody else: it must never name what is read here.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

/** As they are, and as they go over the line. */
function secretsOf({ user, password }: { user: string; password: string }): readonly string[] {
  const base64 = (text: string): string => Buffer.from(text).toString('base64')
  return [password, base64(password), base64(`\0${user}\0${password}`)]
}

function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text)
}
