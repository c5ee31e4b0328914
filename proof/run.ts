import { setTimeout as delay } from 'node:timers/promises'
import { createDice, openStorage } from './built.ts'
import { checkBoards } from './checks/boards.ts'
import { checkEffects } from './checks/effects.ts'
import { checkDelivered, checkEntries, checkSilence, waitingIn } from './checks/messages.ts'
import { checkKept, checkTimes, checkTold } from './checks/stored.ts'
import { Callers } from './clients/caller.ts'
import { Customer } from './clients/customer.ts'
import { openMailbox } from './clients/mailbox.ts'
import { Watcher } from './clients/watcher.ts'
import { aheadToClockChange, createClock, jumpOf } from './clock.ts'
import type { Engine, Stored } from './engines/engine.ts'
import { History, type Violation } from './history.ts'
import { marketContent, startsFrom, watched } from './market.ts'
import { type Plan, planOf } from './plan.ts'
import { type Server, startServer } from './server/process.ts'

const secret = 'of the servers of the proof, 32 bytes long'
const customersCount = 12
/** So long a server that is to die at a point may take to get there. */
const patienceMs = 60_000
const drainMs = 180_000
const minute = 60_000
/** Many reminders come due at once. */
const inBetweenMs = 180 * minute

export interface RunOptions {
  readonly seed: string
  readonly engine: Engine
  /** The main program of the variant. */
  readonly program: string
  readonly dataDir: string
  /** Whether there is another round after so many. */
  readonly goesOn: (rounds: number) => boolean
  readonly say: (line: string) => void
}

/** One run from an empty store to the verdict: in the history that it answers with there is no violation, or there is. */
export async function runProof(options: RunOptions): Promise<History> {
  const { seed, engine, say } = options
  const dice = createDice(seed)
  const history = new History()
  const clock = createClock(aheadToClockChange(Date.now()))
  const content = marketContent(clock.now())
  const mailbox = await openMailbox(history, createDice(`${seed} mail`))
  const storage = await openStorage(engine.url, { migrate: true })
  await storage.fill(content)
  await storage.close()
  const ofContent = new Set(content.bookings.map(({ id }) => id))
  const market = {
    expertIds: watched.map(({ expertId }) => expertId),
    starts: () => startsFrom(clock.now()),
  }
  const customers = Array.from(
    { length: customersCount },
    (_, index) => new Customer(`customer-${index}`, seed, history, market),
  )
  const watchers = watched.map(
    (of, index) => new Watcher(`watcher-${index}`, of, history, clock.now),
  )
  const callers = new Callers(history, content.bookings, secret, clock.now)
  const servers: Server[] = []
  const urlOf = (index: number) => servers[index % servers.length]?.url ?? ''
  const own = () => customers.flatMap((customer) => [...customer.own.values()])

  function found(violations: readonly Violation[]): void {
    for (const { invariant, says, about } of violations.slice(0, 20)) {
      history.violate(invariant, says, about)
    }
  }

  async function startMissing(): Promise<void> {
    history.life++
    const zones = ['UTC', 'Asia/Kathmandu', 'America/New_York', 'Europe/London'] as const
    const environment = {
      HOST: '127.0.0.1',
      PORT: '0',
      DATABASE_URL: engine.url,
      DATA_DIR: options.dataDir,
      SECRET: secret,
      DEMO: 'off',
      RATE_LIMITS: 'off',
      SMTP_URL: mailbox.server.url,
      MAIL_FROM: 'no-reply@experts.example',
      // The zone of a server's machine is nobody's business.
      TZ: zones[Math.floor(dice() * zones.length)] ?? 'UTC',
    }
    for (let index = 0; index < engine.servers; index++) {
      if (servers[index]?.hasEnded() === false) continue
      servers[index] = await startServer(options.program, environment, clock.aheadMs())
    }
  }

  /** Everybody comes back, and whoever was left without an answer asks again. */
  async function settle(): Promise<void> {
    await Promise.all([
      ...watchers.map((watcher, index) => watcher.come(urlOf(index))),
      ...customers.map((customer, index) => customer.settle(urlOf(index))),
    ])
    const stored = await engine.read()
    found(checkEffects(history.operations, stored, ofContent))
    found(checkKept(own(), stored, clock.latest()))
    await checkBoards(history, urlOf(0), watched, () => engine.read(), { dice, now: clock.now })
    await Promise.all(customers.map((customer, index) => customer.repeat(urlOf(index), 1)))
    demandAlive()
  }

  /** Nobody has killed them yet. */
  function demandAlive(): void {
    const dead = servers.find((server) => server.hasEnded())
    if (dead) history.violate('I2', 'a server ended by itself', dead.written().slice(-2000))
  }

  async function live(plan: Plan): Promise<void> {
    const victim = servers[Math.floor(dice() * servers.length)]
    if (!victim) throw new Error('There is no server')
    const stop = new AbortController()
    history.violated.signal.addEventListener('abort', () => stop.abort())
    for (const server of servers) await server.ask({ slowDiskMs: plan.slowDiskMs })
    if (plan.armed) await victim.ask({ armed: plan.armed })
    const lives = Promise.all([
      ...customers.map((customer, index) => customer.stay(urlOf(index), stop.signal)),
      callers.stay(urlOf(0), stop.signal),
    ])
    const begun = history.operations.length
    const after = (share: number) => () =>
      stop.signal.aborted ||
      victim.hasEnded() ||
      history.operations.length >= begun + share * plan.requests
    await until(after(0.5))
    if (!victim.hasEnded() && plan.jumpsInBetween) await jump(inBetweenMs)
    if (plan.disturb && engine.disturb) say(`  ${await engine.disturb(dice())}`)
    await until(after(1))
    if (plan.armed) await Promise.race([victim.ended, aborted(stop.signal), atMost(patienceMs)])
    if (plan.isQuiet) {
      stop.abort()
      await lives
      for (const [index, watcher] of watchers.entries()) await watcher.settle(urlOf(index))
    }
    if (!plan.armed) demandAlive()
    const isReached = victim.hasEnded()
    await victim.kill()
    stop.abort()
    await lives
    history.ends.push(isReached || !plan.armed ? plan.name : `not: ${plan.name}`)
    history.overheard(victim.written(), 'the log')
  }

  async function jump(ms: number): Promise<void> {
    clock.jump(ms)
    await Promise.all(servers.map((server) => server.ask({ moveClockMs: ms })))
  }

  async function check(): Promise<Stored> {
    // What was on its way to whoever listened has come by then.
    await delay(30)
    const stored = await engine.read()
    found(checkTimes(stored))
    found(checkKept(own(), stored, clock.latest()))
    found(checkTold(history.told, stored))
    found(checkSilence(own(), history.mails, stored))
    return stored
  }

  /** Until each mail that is due was tried, so that what is refused now is old when it is tried again. */
  async function letMailTry(): Promise<void> {
    const deadline = performance.now() + patienceMs
    for (;;) {
      const waiting = waitingIn(await engine.read())
      const isTried = waiting !== 'not made' && waiting.every(({ dueAt }) => dueAt > clock.now())
      if (isTried || performance.now() > deadline) return
      await delay(100)
    }
  }

  /** The clock goes on until nothing waits to be sent. */
  async function drain(): Promise<void> {
    mailbox.behave()
    const deadline = performance.now() + drainMs
    for (;;) {
      const waiting = waitingIn(await engine.read())
      if (waiting !== 'not made' && waiting.length === 0) return
      if (performance.now() > deadline) {
        return history.violate('I8', 'messages wait although nothing speaks against them', waiting)
      }
      const isLater =
        waiting !== 'not made' && waiting.every(({ dueAt }) => dueAt > clock.now() - minute)
      if (isLater) await jump(31 * minute)
      await delay(300)
    }
  }

  async function rounds(): Promise<void> {
    for (let round = 0; options.goesOn(round); round++) {
      const plan = planOf(round, dice, engine)
      mailbox.misbehave(plan.refusedMail)
      await startMissing()
      await settle()
      if (history.violations.length > 0) return
      if (plan.mailIsTried) await letMailTry()
      await live(plan)
      await check()
      say(
        `  ${history.ends.length}. ${history.ends.at(-1)}: ${history.operations.length} requests, ${history.told.length} events, ${history.mails.length} mails`,
      )
      if (history.violations.length > 0) return
      clock.jump(jumpOf(dice()))
    }
    await startMissing()
    await settle()
    for (const [index, watcher] of watchers.entries()) await watcher.settle(urlOf(index))
    await Promise.all(customers.map((customer, index) => customer.repeat(urlOf(index), 10)))
    await drain()
    demandAlive()
    for (const server of servers) await server.kill()
    const stored = await check()
    found(checkDelivered(history.operations, history.mails, stored))
    found(checkEntries(history.operations, history.mails, stored))
  }

  try {
    await rounds()
  } finally {
    for (const watcher of watchers) watcher.leave()
    await Promise.all(servers.map((server) => server.kill()))
    // Whoever was killed in the midst of a mail keeps nobody waiting.
    await Promise.race([mailbox.server.close(), atMost(2000)])
  }
  return history
}

/** Ends a wait, but keeps no process alive that has nothing else to wait for. */
function atMost(ms: number): Promise<void> {
  return delay(ms, undefined, { ref: false })
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await delay(20)
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
