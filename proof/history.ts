/** What the server promises (docs/ARCHITECTURE.md, "What is guaranteed"), by number. */
export const invariants = {
  I1: 'no two live records of an expert share a cell',
  I2: 'what was answered 2xx is still there',
  I3: 'one key, one effect, one answer',
  I4: 'what is listed as free can be booked, and what can be booked is listed',
  I5: 'what was told was committed, and views settle to what a fresh read gives',
  I6: 'a booking stays at its instant',
  I7: 'no stranger learns who booked',
  I8: 'each message is delivered, none after its booking was cancelled',
} as const
export type Invariant = keyof typeof invariants

export interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  readonly key?: string | undefined
  readonly token?: string | undefined
}

/** One request from its beginning to its end. `unknown`: no answer came, so that it may or may not have happened. */
export interface Operation extends Request {
  readonly who: string
  /** Of which start of the servers; a request ends in the one that it began in. */
  readonly life: number
  /** Milliseconds since the run began. */
  readonly invokedAt: number
  endedAt?: number
  outcome?: 'ok' | 'fail' | 'unknown'
  status?: number
  answer?: string
}

/** What a stranger heard of a record. */
export interface Told {
  readonly who: string
  readonly life: number
  readonly expertId: string
  readonly id: string
  readonly version: number
  readonly status: string
  readonly startsAt: string
}

export interface ArrivedMail {
  readonly life: number
  readonly messageId: string
  readonly to: string
  /** Of its calendar entry, where it has one. */
  readonly entry?: { readonly uid: string; readonly sequence: number; readonly startsAt: string }
}

export interface Violation {
  readonly invariant: Invariant
  readonly says: string
  readonly about?: unknown
}

/** All that a customer tells of themselves has their name in it. */
const canary = /customer-\d+/

/** What happened, in the order in which it was seen. */
export class History {
  readonly operations: Operation[] = []
  readonly told: Told[] = []
  readonly mails: ArrivedMail[] = []
  /** How each life of a server ended. */
  readonly ends: string[] = []
  readonly violations: Violation[] = []
  /** Tells whoever makes the history that it can end. */
  readonly violated = new AbortController()
  /** The start of the servers that is under way. */
  life = 0
  private readonly began = performance.now()

  invoke(who: string, request: Request): Operation {
    const operation: Operation = { who, life: this.life, invokedAt: this.now(), ...request }
    this.operations.push(operation)
    return operation
  }

  end(operation: Operation, outcome: Operation['outcome'], status?: number, answer?: string): void {
    Object.assign(operation, { outcome, endedAt: this.now(), status, answer })
  }

  /** What reached a stranger, or the log: nobody's name may be in it. */
  overheard(text: string, where: string): void {
    const [found] = canary.exec(text) ?? []
    if (found !== undefined) this.violate('I7', `${where}: ${found}`, text.slice(0, 2000))
  }

  violate(invariant: Invariant, says: string, about?: unknown): void {
    this.violations.push({ invariant, says, about })
    this.violated.abort()
  }

  /** All of it, to be read again. */
  toJSON(): object {
    const { violations, ends, operations, told, mails } = this
    return { violations, ends, operations, told, mails }
  }

  private now(): number {
    return Math.round(performance.now() - this.began)
  }
}
