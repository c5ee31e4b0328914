import { randomUUID } from 'node:crypto'
import type { Ack, ClientToServer, ServerToClient } from '@expertconnect/contract/realtime'
import type { Logger } from 'pino'
import type { Server, Socket } from 'socket.io'
import type * as z from 'zod/mini'
import type { SignedIn } from '../base/actor.ts'
import { parseInput } from '../base/input.ts'
import { logFault } from '../base/log.ts'
import { Refused, toProblem } from '../base/problem.ts'

type NoServerEvents = Record<string, never>

interface SocketData {
  signedIn?: SignedIn | null
}

export type Sockets = Server<ClientToServer, ServerToClient, NoServerEvents, SocketData>
export type ClientSocket = Socket<ClientToServer, ServerToClient, NoServerEvents, SocketData>

export type Commands = ReturnType<typeof createCommands>

type Command = keyof ClientToServer
type AnswerOf<C extends Command> = Parameters<ClientToServer[C]>[1] extends Ack<infer T> ? T : never

/** How often a command may be sent: so many a second, and so many at once after a pause. */
export interface Pace {
  readonly perSecond: number
  readonly burst: number
}

/** Boards and bookings that one socket may watch at a time: a page watches a few. */
const roomsPerSocket = 60

const commonPace: Pace = { perSecond: 4, burst: 240 }

/**
 * Commands of one socket: each is parsed, answered with data or a problem document, and logged as one line. One with a
 * pace of its own is sent so often that it has a budget of its own and is logged for whoever debugs.
 */
export function createCommands(socket: ClientSocket, logger: Logger) {
  const spendCommon = createBudget(commonPace)

  return function on<C extends Command, T>(
    command: C,
    schema: z.ZodMiniType<T>,
    run: (input: T) => Promise<AnswerOf<C>>,
    pace?: Pace,
  ): void {
    const spend = pace ? createBudget(pace) : spendCommon
    const level = pace ? 'debug' : 'info'
    const listener = async (input: unknown, ack: unknown): Promise<void> => {
      const began = performance.now()
      const requestId = randomUUID()
      const answer = (content: unknown) => (typeof ack === 'function' ? ack(content) : undefined)
      let code: string | undefined
      try {
        spend()
        answer({ ok: true, data: await run(parseInput(schema, input)) })
      } catch (error) {
        const problem = toProblem(error, requestId)
        code = problem.code
        if (!(error instanceof Refused)) logFault(logger, error, { requestId })
        answer({ ok: false, problem })
      }
      if (!logger.isLevelEnabled(level)) return
      const ms = Math.round((performance.now() - began) * 100) / 100
      logger[level]({ requestId, command, ms, ...(code ? { problem: code } : {}) })
    }
    // The typed map cannot be trusted for what a stranger sends: the listener takes it as unknown.
    ;(socket as unknown as { on(name: string, listen: typeof listener): void }).on(
      command,
      listener,
    )
  }
}

/** Lets a socket hear what is told in a room. */
export async function join(
  socket: Pick<ClientSocket, 'rooms' | 'leave' | 'join'>,
  room: string,
): Promise<void> {
  // The oldest room makes place: a page that moves from expert to expert and forgets to unwatch keeps working.
  const rooms = [...socket.rooms].filter((each) => /^(board|booking|address|desk):/.test(each))
  if (rooms.length >= roomsPerSocket && rooms[0] !== undefined) await socket.leave(rooms[0])
  await socket.join(room)
}

/** Throws the refusal when it is used up. */
export function createBudget({ perSecond, burst }: Pace): (cost?: number) => void {
  let budget = burst
  let refilledAt = performance.now()

  return function spend(cost = 1): void {
    const at = performance.now()
    budget = Math.min(burst, budget + ((at - refilledAt) * perSecond) / 1000)
    refilledAt = at
    if (budget < cost) throw new Refused('too_many', { retryAfterSeconds: 1 })
    budget -= cost
  }
}
