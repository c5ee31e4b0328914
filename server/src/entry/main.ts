import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { demoAdministrator, setAdministrator } from './administrators.ts'
import { type App, createApp } from './app.ts'
import { type Config, originOf, parseConfig, readEnvironment, repositoryRoot } from './config.ts'
import { createDemoPath } from './demo-path.ts'
import { keepSecret } from './kept-secret.ts'
import { type Instant, instantOf } from '../domain/time/instant.ts'
import { senderAt } from './mail-settings.ts'
import { newSecret } from './new-secret.ts'
import { lackOf } from './relay-settings.ts'
import { listen } from './listen.ts'
import { zoneRulesOf } from '../domain/time/zone-rules.ts'
import { createLogger } from '../base/log.ts'
import { closeFolder } from '../disk/private-files.ts'
import { createCalendars } from '../busy/calendars.ts'
import { createSeal } from '../busy/seal.ts'
import { createOutbox } from '../mail/outbox.ts'
import { newMessageId, type Sender } from '../mail/sender.ts'
import { createSmtpTransport } from '../mail/smtp.ts'
import { madeUpExperts, seedContent } from '../seed/seed-content.ts'
import { createTokens } from '../base/tokens.ts'
import { openStorage } from '../storage/open.ts'
import type { Storage } from '../storage/port/storage.ts'

const shutdownMs = 10_000

/** The one place that reads the environment, the clock and chance, and opens sockets. */
async function main(): Promise<void> {
  const parsed = parseConfig(readEnvironment(process.env))
  if (!parsed.ok) throw new StartFailure(parsed.faults)
  const { config } = parsed
  const clock = (): Instant => instantOf(Date.now())
  if (!closeFolder(config.dataDir)) {
    say(`Other users of this machine may look into ${config.dataDir}: it is not ours to close.`)
  }
  const storage = await openStorage(config.databaseUrl, { migrate: config.demo, warn: say })
  await fillForDemo(config, storage, clock)
  if (config.adminEmail !== null) {
    await setAdministrator(storage.people, config.adminEmail, true, 'ADMIN_EMAIL')
  }

  const logger = createLogger(config.logLevel)
  const outbox = createOutbox(join(config.dataDir, 'outbox'))
  const { smtp } = config.mail
  const isOpenDemo = config.demo && config.local
  const transport = smtp === null ? outbox : createSmtpTransport(smtp)
  const clientDir = join(repositoryRoot, 'client/dist')
  let publicUrl = originOf(config, config.port)
  const sender = (): Sender => config.mail.from ?? senderAt(publicUrl)
  const secret = config.secret ?? keepSecret(config.dataDir)
  const tokens = createTokens(secret, config.linkDays)
  const calendars = createCalendars(config.calendarOrigins)
  const app = createApp({
    storage,
    clock,
    newId: () => newSecret(128),
    newSecret,
    newCode: () => String(randomInt(100_000_000)).padStart(8, '0'),
    seal: createSeal(secret),
    calendars,
    transport,
    keptMail: outbox,
    hasMailServer: smtp !== null,
    mailIsRead: smtp !== null || isOpenDemo,
    newMessageId: () => newMessageId(sender(), newSecret),
    sender: () => sender().address,
    calendarDomain: await storage.installation.calendarDomain(new URL(publicUrl).hostname),
    devMail: isOpenDemo && smtp === null ? { outbox, key: tokens.forDemoMail() } : null,
    showsKit: isOpenDemo,
    tokens,
    currency: config.currency,
    securityContact: config.securityContact,
    bounceSecret: config.mail.bounceSecret,
    relaySettings: config.relay,
    demoPath: isOpenDemo ? createDemoPath(tokens, madeUpExperts()) : () => undefined,
    limits: config.rateLimits,
    rateLimits: config.rateLimits,
    logger,
    publicUrl: () => publicUrl,
    secure: publicUrl.startsWith('https:'),
    trustProxy: config.trustProxy,
    loopbackOrigins: config.loopbackOrigins,
    portraitsDir: join(repositoryRoot, 'server/portraits'),
    clientDir: existsSync(join(clientDir, 'index.html')) ? clientDir : null,
  })
  const listening = await listen(app.server, config.host, config.port)
  publicUrl = originOf(config, listening.port)
  stopInOrder(app, [transport, calendars, storage], listening.close)
  if (!config.rateLimits)
    say('RATE_LIMITS=off: nobody is limited. Only behind a limiting front, please.')
  if (config.publicUrl === null && !config.local && !config.loopbackOrigins)
    say(
      `PUBLIC_URL is empty: pages work where browsers know them as ${publicUrl}, and nowhere else.`,
    )
  const rules = zoneRulesOf(process.versions.tz)
  if (rules.areOld)
    say(
      `TIME-ZONE RULES ARE OLD: Node ${process.versions.node} has ${rules.version}, and ${rules.newestKnown} is out. Where a country changed its clocks since, sessions are an hour off: please update Node.`,
    )
  const lacking = publicUrl.startsWith('https:') ? lackOf(config.relay) : null
  if (lacking !== null) say(lacking)
  say(`ExpertConnect is ready at ${publicUrl}`)
  await sayHowMailGoes(config, app, `${publicUrl}/dev/mail?key=${tokens.forDemoMail()}`)
}

/** The server serves meanwhile: what a mail server that is away is owed waits. */
async function sayHowMailGoes(
  { mail: { smtp }, demo, local, dataDir }: Config,
  app: App,
  whereToRead: string,
): Promise<void> {
  const reason = await app.checkMail()
  if (smtp === null) {
    const hint = demo && local ? `read it at ${whereToRead}` : 'SMTP_URL is empty (docs/mail.md).'
    return say(`Mail is kept in ${dataDir}/outbox: ${hint}`)
  }
  const where = `${smtp.host}:${smtp.port}`
  say(
    reason === null
      ? `Mail is handed over to ${where}, from ${smtp.from.address}`
      : `Mail cannot be handed over to ${where} now, and waits until it can: ${reason}`,
  )
}

async function fillForDemo(config: Config, storage: Storage, clock: () => Instant): Promise<void> {
  if (!config.demo || !(await storage.isEmpty())) return
  const seeded = seedContent(clock(), config.currency)
  const administrators = config.local ? [demoAdministrator(clock())] : []
  const content = { ...seeded, people: [...seeded.people, ...administrators] }
  try {
    await storage.fill(content)
  } catch (error) {
    // Another server that starts at the same moment may have been first.
    if (!(await isFilledSoon(storage))) throw error
    return
  }
  say(`Demo mode: filled the empty store with ${content.experts.length} made-up experts.`)
}

/** What another server has written is not seen before a majority has it. */
async function isFilledSoon(storage: Storage): Promise<boolean> {
  for (let look = 0; look < 20; look++) {
    if (!(await storage.isEmpty())) return true
    await delay(250)
  }
  return false
}

function stopInOrder(
  app: App,
  opened: readonly { close(): Promise<void> }[],
  stopListening: () => Promise<void>,
): void {
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), shutdownMs).unref()
    const drained = stopListening()
    await app.close()
    await drained
    for (const each of opened) await each.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
}

class StartFailure extends Error {
  constructor(faults: readonly string[]) {
    super(faults.map((fault) => `  ${fault}`).join('\n'))
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

main().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(`ExpertConnect did not start:\n${reason}\n`)
  process.exit(1)
})
