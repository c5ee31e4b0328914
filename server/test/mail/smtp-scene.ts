import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterEach } from 'vitest'
import { parseConfig } from '../../src/entry/config.ts'
import { parseInstant } from '../../src/domain/time/instant.ts'
import type { Mail } from '../../src/mail/mail.ts'
import {
  createSmtpTransport,
  type SmtpOptions,
  type SmtpPatience,
  type SmtpSettings,
} from '../../src/mail/smtp.ts'
import type { Stamp } from '../../src/domain/messages/message.ts'
import type { Transport } from '../../src/mail/transport.ts'
import { type MailServer, type MailServerOptions, startMailServer } from './mail-server.ts'

export const mail: Mail = {
  to: 'ida@example.org',
  subject: 'Your session',
  text: 'On Monday at ten.',
  html: '<p>On Monday at ten.</p>',
}

export const stamp: Stamp = {
  messageId: '<fixed-before@experts.example>',
  date: parseInstant('2027-03-28T00:59:58.9Z'),
}

/** Long enough for a busy machine to answer, short enough to be waited for. */
export const shortPatience: Partial<SmtpPatience> = { connectMs: 3000, replyMs: 3000 }

/** As the variables of the environment make them. */
export function settingsOf(SMTP_URL: string, env: Readonly<Record<string, string>> = {}) {
  const MAIL_FROM = 'ExpertConnect <no-reply@experts.example>'
  const parsed = parseConfig({ SMTP_URL, MAIL_FROM, ...env })
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'))
  const { smtp } = parsed.config.mail
  if (!smtp) throw new Error('no SMTP_URL')
  return smtp
}

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of opened.splice(0).toReversed()) await each.close()
})

/** A server and a transport to it, closed after the test. */
export async function begin(
  serverOptions: MailServerOptions = {},
  settings: Partial<SmtpSettings> = {},
  options: SmtpOptions = {},
): Promise<{ server: MailServer; transport: Transport }> {
  const server = await startMailServer(serverOptions)
  opened.push(server)
  const transport = createSmtpTransport({ ...settingsOf(server.url), ...settings }, options)
  opened.push(transport)
  return { server, transport }
}

/** Something that is no real mail server, closed after the test; answers its address as SMTP_URL has it. */
export async function beginTalker(talk: (socket: Socket) => void): Promise<string> {
  const talker = createServer((socket) => {
    // Whoever asked may leave at any time.
    socket.on('error', () => undefined)
    talk(socket)
  })
  talker.listen(0, '127.0.0.1')
  await once(talker, 'listening')
  opened.push({ close: async () => void talker.close() })
  return `smtp://127.0.0.1:${(talker.address() as AddressInfo).port}`
}

/** A transport to wherever it may lead, closed after the test. */
export function beginTransport(settings: SmtpSettings): Transport {
  const transport = createSmtpTransport(settings)
  opened.push(transport)
  return transport
}
