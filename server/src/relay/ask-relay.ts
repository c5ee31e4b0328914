import { randomBytes } from 'node:crypto'
import type { RelayAddress } from './addresses.ts'
import type { Credential } from './ice-servers.ts'
import { type Line, openLine } from './line.ts'
import { type Login, methods, readReply, type Reply, writeRequest } from './stun-message.ts'

export type RelayAnswer =
  | { readonly kind: 'working' }
  /** `code` is the relay's: 401 for a name or password that is not right, 486 where it has given all that it may. */
  | { readonly kind: 'refused'; readonly code: number }
  | { readonly kind: 'unreachable'; readonly reason: string }

/** Of UDP, as RFC 8489 has it: half a second, then always twice as long. */
const firstPauseMs = 500
const tries = 4

/** Asks for an address to be passed on from, as a browser does, and gives it back. */
export async function askRelay(
  address: RelayAddress,
  credential: Credential,
  patienceMs = 6000,
): Promise<RelayAnswer> {
  const exchange = createExchange()
  const late = setTimeout(() => exchange.fail(new Error('no answer')), patienceMs)
  let line: Line | undefined
  try {
    const opening = openLine(address, { onMessage: exchange.hear, onBroken: exchange.fail })
    // Whoever comes too late is shown the door.
    void opening.then(
      (opened) => exchange.isOver() && opened.close(),
      () => undefined,
    )
    line = await Promise.race([opening, exchange.failed])
    return await allocate(line, exchange, credential)
  } catch (error) {
    return { kind: 'unreachable', reason: reasonOf(error) }
  } finally {
    clearTimeout(late)
    exchange.end()
    line?.close()
  }
}

async function allocate(
  line: Line,
  exchange: Exchange,
  credential: Credential,
): Promise<RelayAnswer> {
  let login = null as Login | null
  // The first answer names realm and nonce; a nonce may turn stale at once.
  for (let round = 0; round < 3; round++) {
    const reply: Reply = await exchange.ask(line, (transaction) =>
      writeRequest(methods.allocate, transaction, { login }),
    )
    if (reply.isSuccess) {
      await giveBack(line, exchange, login)
      return { kind: 'working' }
    }
    const { errorCode: code, realm, nonce } = reply
    const asksToLogIn = (code === 401 && login === null) || code === 438
    if (!asksToLogIn || nonce === '') return { kind: 'refused', code }
    login = { ...credential, realm: realm || (login?.realm ?? ''), nonce }
  }
  return { kind: 'refused', code: 438 }
}

/** Whether it was heard or not, the relay takes the address back by itself after some minutes. */
async function giveBack(line: Line, exchange: Exchange, login: Login | null): Promise<void> {
  const asked = exchange.ask(line, (transaction) =>
    writeRequest(methods.refresh, transaction, { login, lifetime: 0 }),
  )
  await asked.catch(() => undefined)
}

type Exchange = ReturnType<typeof createExchange>

/** One question at a time, and the answer to it. */
function createExchange() {
  let over = false
  let waiting: { transaction: Buffer; resolve: (reply: Reply) => void } | null = null
  let fail = (_error: Error): void => undefined
  const failed = new Promise<never>((_resolve, reject) => {
    fail = reject
  })
  // It is raced for; where nobody waits any more, it is nobody's fault.
  failed.catch(() => undefined)

  function hear(message: Buffer): void {
    const reply = readReply(message)
    if (!reply || !waiting?.transaction.equals(reply.transaction)) return
    waiting.resolve(reply)
    waiting = null
  }

  async function ask(line: Line, write: (transaction: Buffer) => Buffer): Promise<Reply> {
    const transaction = randomBytes(12)
    const message = write(transaction)
    const answered = new Promise<Reply>((resolve) => {
      waiting = { transaction, resolve }
    })
    let timer: NodeJS.Timeout | undefined
    const send = (left: number, pauseMs: number): void => {
      line.send(message)
      if (line.loses && left > 1) timer = setTimeout(() => send(left - 1, pauseMs * 2), pauseMs)
    }
    send(tries, firstPauseMs)
    try {
      return await Promise.race([answered, failed])
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    hear,
    ask,
    failed,
    fail: (error: Error) => fail(error),
    isOver: () => over,
    end: () => {
      over = true
    },
  }
}

/** The system's code where there is one: its sentences name addresses. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}
