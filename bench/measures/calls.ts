import type { CallersCalls, CallSides } from '../children/callers.ts'
import { createTokens } from '../built.ts'
import { type Child, startChild } from '../child.ts'
import { type Connection, openConnection } from '../connection.ts'
import { type Figure, medianOf } from '../figures.ts'
import type { RelayFloorCalls } from '../children/relay-floor.ts'
import { type Result, resultOf } from '../report.ts'
import type { Environment } from '../servers.ts'
import { type BenchStore, secret } from '../store.ts'

/** Signals of many calls at once, both sides of each on one server, beside bare Socket.IO that passes them on. */
export async function benchCalls(env: Environment): Promise<Result[]> {
  const { calls: size } = env.settings
  const store = await env.store(size)
  const subject = await env.subject(size)
  const floor = await startChild<RelayFloorCalls>('relay-floor', [], { profile: env.profile })
  const [ours, bare] = await Promise.all([startCallers(env), startCallers(env)])
  try {
    const before = await subject.child.call('memory', null)
    await ours.call('join', { port: subject.port, calls: await ticketsOf(store, subject.port) })
    const kibibytes = ((await subject.child.call('memory', null)) - before) / 1024 / size.calls
    await bare.call('join', { port: await floor.call('port', null), calls: bareCalls(size.calls) })
    const rounds = await exchange(env, ours, bare)
    const shared = {
      bench: 'calls',
      ours: medianOf(rounds.ours),
      floor: medianOf(rounds.floor),
      rounds,
    }
    const who = `${size.calls} calls hand a signal to and fro`
    return [
      resultOf({
        ...shared,
        name: `${who}, ${Math.round(kibibytes)} KiB a call`,
        compared: 'throughput',
        target: { atLeast: 0.5 },
      }),
      resultOf({ ...shared, name: who, compared: 'p99', target: { atMost: 2 } }),
    ]
  } finally {
    await Promise.all([ours.stop(), bare.stop(), floor.stop()])
    await env.stopAll()
  }
}

function startCallers(env: Environment): Promise<Child<CallersCalls>> {
  return startChild<CallersCalls>('callers', [], { profile: env.profile })
}

async function exchange(
  { settings }: Environment,
  ours: Child<CallersCalls>,
  bare: Child<CallersCalls>,
) {
  const { rounds, seconds, warmUp } = settings
  const figures: { ours: Figure[]; floor: Figure[] } = { ours: [], floor: [] }
  for (const each of [ours, bare]) await each.call('exchange', warmUp)
  for (let round = 0; round < rounds; round++) {
    figures.ours.push(await ours.call('exchange', seconds))
    figures.floor.push(await bare.call('exchange', seconds))
  }
  return figures
}

/** As browsers get in: each side asks for its ticket with its own link. */
async function ticketsOf({ calls }: BenchStore, port: number): Promise<CallSides[]> {
  const tokens = createTokens(secret)
  const connection = await openConnection(port)
  try {
    const asked: CallSides[] = []
    for (const [index, booking] of calls.entries()) {
      const side = async (role: string, token: string) =>
        joining(seatOf(index, role), await ticketOf(connection, booking.id, token))
      asked.push({
        sides: [
          await side('customer', tokens.forCustomer(booking)),
          await side('expert', tokens.forExpert(booking)),
        ],
      })
    }
    return asked
  } finally {
    connection.close()
  }
}

async function ticketOf(connection: Connection, id: string, token: string): Promise<string> {
  const request =
    `GET /api/v1/bookings/${id}/call HTTP/1.1\r\nHost: 127.0.0.1\r\n` +
    `Authorization: Bearer ${token}\r\n\r\n`
  const { status, body } = await connection.send(request, true)
  const { ticket } = JSON.parse(body) as { ticket?: string }
  if (status !== 200 || ticket === undefined) throw new Error(`No ticket, ${status}: ${body}`)
  return ticket
}

function bareCalls(count: number): CallSides[] {
  return Array.from({ length: count }, (_, index) => ({
    sides: [joining(seatOf(index, 'customer'), ''), joining(seatOf(index, 'expert'), '')],
  }))
}

function joining(seat: string, ticket: string) {
  return { seat, join: JSON.stringify(['call:join', { ticket, seat }]) }
}

const seatOf = (index: number, role: string) => `seat-of-${role}-${index}`
