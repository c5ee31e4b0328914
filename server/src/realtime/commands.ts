import { randomUUID } from 'node:crypto'
import type { Ack, ClientToServer, ServerToClient } from '@expertconnect/contract/realtime'
import type { Logger } from 'pino'
import type { Server, Socket } from 'socket.io'
import type * as z from 'zod/mini'
import type { SignedIn } from '../base/actor.ts'
import { createBudget, type Pace } from '../base/budgets.ts'
import { parseInput } from '../base/input.ts'
import { logFault } from '../base/log.ts'
import type { LogMarks } from '../base/log-marks.ts'
import { Refused, toProblem } from '../base/problem.ts'
import type { Sample } from '../base/sampling.ts'
import type { Lines } from './lines.ts'

type NoServerEvents = Record<string, never>

interface SocketData {
  signedIn?: SignedIn | null
  /** Who asks, as far as limits tell networks apart. */
  network: string
}

export type Sockets = Server<ClientToServer, ServerToClient, NoServerEvents, SocketData>
export type ClientSocket = Socket<ClientToServer, ServerToClient, NoServerEvents, SocketData>

export type Commands = ReturnType<typeof createCommands>

type Command = keyof ClientToServer
type AnswerOf<C extends Command> = Parameters<ClientToServer[C]>[1] extends Ack<infer T> ? T : never

/** Boards and bookings that one socket may watch at a time: a page watches a few. */
const roomsPerSocket = 60

const commonPace: Pace = { perSecond: 4, burst: 240 }

export interface CommandOptions {
  readonly logger: Logger
  readonly marks: LogMarks
  /** Of refusals, which go into the log. */
  readonly sample: Sample
  readonly lines: Lines
}

interface Price {
  /** Of a command that is sent so often that it has a budget of its own and is logged for whoever debugs. */
  readonly pace?: Pace
  /** Of one that costs more than most, in those. */
  readonly cost?: number
}

/** Commands of one socket: each is parsed, answered with data or a problem document, and logged as one line. */
export function createCommands(
  socket: ClientSocket,
  { logger, marks, sample, lines }: CommandOptions,
) {
  const spendCommon = createBudget(commonPace)
  const { network } = socket.data

  return function on<C extends Command, T>(
    command: C,
    schema: z.ZodMiniType<T>,
    run: (input: T) => Promise<AnswerOf<C>>,
    { pace, cost = 1 }: Price = {},
  ): void {
    const spend = pace ? createBudget(pace) : spendCommon
    const level = pace ? 'debug' : 'info'
    const listener = async (input: unknown, ack: unknown): Promise<void> => {
      const began = performance.now()
      const requestId = randomUUID()
      const answer = (content: unknown) => (typeof ack === 'function' ? ack(content) : undefined)
      let code: string | undefined
      try {
        demandLeft(spend())
        demandLeft(pace ? lines.spendPaced(network) : lines.spendCommand(network, cost))
        answer({ ok: true, data: await run(parseInput(schema, input)) })
      } catch (error) {
        const problem = toProblem(error, requestId)
        code = problem.code
        if (!(error instanceof Refused)) logFault(logger, error, { requestId })
        answer({ ok: false, problem })
      }
      if (!logger.isLevelEnabled(level)) return
      const sampled = code === 'too_many' ? sample(network) : { alike: 0 }
      if (!sampled) return
      const actor = marks.ofActor({ signedIn: socket.data.signedIn ?? null, token: '' })
      logger[level]({
        requestId,
        command,
        ms: Math.round((performance.now() - began) * 100) / 100,
        network: marks.ofNetwork(network),
        ...(actor ? { actor } : {}),
        ...(code ? { problem: code } : {}),
        ...(sampled.alike > 0 ? { alike: sampled.alike } : {}),
      })
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

/** Throws the refusal where a budget is used up. */
export function demandLeft(isLeft: boolean): void {
  if (!isLeft) throw new Refused('too_many', { retryAfterSeconds: 1 })
}
