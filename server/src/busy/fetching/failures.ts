import type { IncomingMessage } from 'node:http'
import type { SourceFault } from '../../domain/calendars/source.ts'
import { TooBig } from './read-body.ts'

export interface Failed {
  readonly kind: 'failed'
  readonly fault: SourceFault
  readonly retryAfterMs?: number | undefined
}

/** Of whatever cannot be connected to, for whatever reason. */
export const unreachable: Failed = { kind: 'failed', fault: 'unreachable' }

/** What a status says that is no answer to what was asked. */
export function failureOf(response: IncomingMessage, status: number): Failed {
  const isBusy = status === 429 || status >= 500
  return isBusy
    ? { kind: 'failed', fault: 'failing', retryAfterMs: retryAfter(response) }
    : { kind: 'failed', fault: 'refused' }
}

/** Why a question was given up, whose time was limited by `signal`. */
export function whyNot(error: unknown, signal: AbortSignal): Failed {
  if (error instanceof TooBig) return { kind: 'failed', fault: 'too_big' }
  return signal.aborted ? { kind: 'failed', fault: 'too_slow' } : unreachable
}

function retryAfter({ headers }: IncomingMessage): number | undefined {
  const value = headers['retry-after'] ?? ''
  if (/^\d{1,7}$/.test(value)) return Number(value) * 1000
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now())
}
