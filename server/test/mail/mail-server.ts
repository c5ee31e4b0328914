import type { Socket } from 'node:net'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { certificate, keyOfCertificate } from './certificate.ts'

export interface ReceivedMail {
  /** Of the envelope. */
  readonly from: string
  readonly to: string
  /** As it came over the line, without its dot-stuffing. */
  readonly raw: string
  /** With its angle brackets. */
  readonly messageId: string
}

/** What the server has just been told, and is about to answer. */
export type Moment =
  | { readonly at: 'greeting' | 'sign-in' }
  | { readonly at: 'sender' | 'recipient'; readonly address: string }
  /** It has all of the mail, and has not kept it yet. */
  | { readonly at: 'mail'; readonly mail: ReceivedMail }

/**
 * `accept`, or a code that refuses; `drop` cuts the line, `hang` never answers. The last two are for a mail: it is kept,
 * and its sender is not told.
 */
export type Manners = 'accept' | number | 'drop' | 'hang' | 'keep-and-drop' | 'keep-and-hang'

export type Behaviour = (moment: Moment) => Manners | Promise<Manners>

export interface MailServerOptions {
  /** Left out: any. To come back where it was, as after a crash. */
  readonly port?: number
  /** `none` offers none, `starttls` offers it, `immediate` speaks nothing else (`smtps:`). Left out: `none`. */
  readonly tls?: 'none' | 'starttls' | 'immediate'
  /** Left out: nobody has to sign in. */
  readonly login?: { readonly user: string; readonly password: string }
  /** How it answers at first; left out, it accepts. */
  readonly behave?: Behaviour
}

export interface MailServer {
  /** As SMTP_URL has it. */
  readonly url: string
  readonly port: number
  /** What it kept, in order. */
  readonly received: ReceivedMail[]
  /** How often each moment came. */
  readonly moments: Readonly<Record<Moment['at'], number>>
  behave(behaviour: Behaviour): void
  /** Cuts all lines, as when its machine goes away. */
  close(): Promise<void>
}

/** Answers after a while, else as `behaviour` says. */
export function slowly(milliseconds: number, behaviour: Behaviour = () => 'accept'): Behaviour {
  return async (moment) => {
    await delay(milliseconds)
    return behaviour(moment)
  }
}

/** Behaves so at one moment, and accepts at all others. */
export function only(at: Moment['at'], manners: Manners): Behaviour {
  return (moment) => (moment.at === at ? manners : 'accept')
}

/** A real SMTP server on a free port of this machine, whose behaviour a test decides and changes as it likes. */
export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const { tls = 'none', login } = options
  let behaviour = options.behave ?? (() => 'accept')
  const received: ReceivedMail[] = []
  const moments = { greeting: 0, 'sign-in': 0, sender: 0, recipient: 0, mail: 0 }
  const sockets = new Set<Socket>()

  async function answer(
    moment: Moment,
    { remotePort }: SMTPServerSession,
    done: (error?: Error | null) => void,
  ): Promise<void> {
    moments[moment.at]++
    const manners = await behaviour(moment)
    const isKept =
      manners === 'accept' || manners === 'keep-and-drop' || manners === 'keep-and-hang'
    if (isKept && moment.at === 'mail') received.push(moment.mail)
    if (manners === 'accept') return done()
    if (typeof manners === 'number') return done(refusal(manners))
    if (manners === 'hang' || manners === 'keep-and-hang') return
    for (const socket of sockets) if (socket.remotePort === remotePort) socket.destroy()
  }

  const server = new SMTPServer({
    cert: certificate,
    key: keyOfCertificate,
    secure: tls === 'immediate',
    hideSTARTTLS: tls !== 'starttls',
    disabledCommands: [...(tls === 'none' ? ['STARTTLS'] : []), ...(login ? [] : ['AUTH'])],
    authOptional: login === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 1,
    onConnect: (session, done) => void answer({ at: 'greeting' }, session, done),
    onAuth: ({ username, password }, session, done) =>
      void answer({ at: 'sign-in' }, session, (error) => {
        if (error) return done(error)
        if (username !== login?.user || password !== login?.password) return done(refusal(535))
        done(null, { user: username })
      }),
    onMailFrom: ({ address }, session, done) =>
      void answer({ at: 'sender', address }, session, done),
    onRcptTo: ({ address }, session, done) =>
      void answer({ at: 'recipient', address }, session, done),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const mail = mailOf(Buffer.concat(chunks).toString('latin1'), session)
        void answer({ at: 'mail', mail }, session, done)
      })
    },
  })
  // A client that is killed, or that refuses the certificate, is what tests are about.
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const listening = server.listen(options.port ?? 0, '127.0.0.1')
  if (!listening.listening) await once(listening, 'listening')
  const address = listening.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const credentials = login
    ? `${encodeURIComponent(login.user)}:${encodeURIComponent(login.password)}@`
    : ''

  return {
    url: `${tls === 'immediate' ? 'smtps' : 'smtp'}://${credentials}127.0.0.1:${port}`,
    port,
    received,
    moments,
    behave: (next) => (behaviour = next),
    async close() {
      const closed = new Promise<void>((done) => server.close(done))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

function mailOf(raw: string, { envelope }: SMTPServerSession): ReceivedMail {
  const { mailFrom, rcptTo } = envelope
  return {
    from: mailFrom === false ? '' : mailFrom.address,
    to: rcptTo.map(({ address }) => address).join(' '),
    raw,
    messageId: /^Message-ID: (<[^>]*>)/im.exec(raw)?.[1] ?? '',
  }
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error(`Refused with ${responseCode} by a test`), { responseCode })
}
