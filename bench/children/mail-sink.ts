import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import { answerCalls } from '../child.ts'

// A server of mail on this machine that takes everything, at once, and keeps nothing.

export type MailSinkCalls = {
  port(input: null): number
}

const server = new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  logger: false,
  onData(stream, _session, done) {
    stream.on('end', () => done())
    stream.resume()
  },
})
server.on('error', () => undefined)
const listening = server.listen(0, '127.0.0.1')
if (!listening.listening) await once(listening, 'listening')
const address = listening.address()
const port = typeof address === 'object' ? (address?.port ?? 0) : 0

answerCalls({ port: () => port } satisfies MailSinkCalls)
