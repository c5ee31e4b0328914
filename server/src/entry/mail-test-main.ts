import { parseConfig, readEnvironment } from './config.ts'
import { emailIn } from './mail-settings.ts'
import { instantOf } from '../domain/time/instant.ts'
import { newSecret } from './new-secret.ts'
import { sampleMails } from './sample-mails.ts'
import { newMessageId } from '../mail/sender.ts'
import { createSmtpTransport } from '../mail/smtp.ts'
import type { Handover } from '../mail/transport.ts'

/** `npm run mail:test -- ADDRESS`: whether mail can be handed over as configured, and one of each kind to look at. */
async function main(): Promise<void> {
  const [given = '', ...others] = process.argv.slice(2)
  const address = emailIn(given)
  if (others.length > 0 || address === undefined) {
    throw new Error('Say to whom: npm run mail:test -- ADDRESS')
  }
  const parsed = parseConfig(readEnvironment(process.env))
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'))
  const { smtp } = parsed.config.mail
  if (smtp === null) throw new Error('No mail server is configured: set SMTP_URL and MAIL_FROM.')
  const transport = createSmtpTransport(smtp)
  try {
    const reason = await transport.check()
    if (reason !== null) throw new Error(`${smtp.host}:${smtp.port}: ${reason}`)
    console.log(`${smtp.host}:${smtp.port} lets us in.`)
    for (const mail of sampleMails(address, smtp.from.address, instantOf(Date.now()))) {
      const messageId = newMessageId(smtp.from, newSecret)
      const handover = await transport.handOver(mail, { messageId, date: instantOf(Date.now()) })
      console.log(`${mail.subject}: ${outcomeOf(handover)}`)
      if (handover.kind !== 'handed_over') process.exitCode = 1
    }
  } finally {
    await transport.close()
  }
}

function outcomeOf(handover: Handover): string {
  switch (handover.kind) {
    case 'handed_over':
      return `handed over (${handover.reply}). Whether it arrives is for the inbox to show; look into spam, too.`
    case 'refused':
      return `refused for good: ${handover.reply}`
    case 'deferred':
      return `not taken now, a queue would try again: ${handover.reply}`
    case 'unknown':
      return `it may have arrived or not: ${handover.reason}`
    case 'unreachable':
      return `not handed over: ${handover.reason}`
  }
}

main().catch((error: unknown) => {
  console.error(`No mail was sent: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
})
