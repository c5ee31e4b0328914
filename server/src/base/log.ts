import { type DestinationStream, type Logger, pino } from 'pino'
import { Unavailable } from '../storage/port/unavailable.ts'

/** No secret, token or personal data is put into a log line; should one slip in by name, it is struck out here. */
const redacted = [
  'token',
  'manageToken',
  'authorization',
  'cookie',
  'email',
  'phone',
  'password',
  '*.token',
  '*.manageToken',
  '*.authorization',
  '*.cookie',
  '*.email',
  '*.phone',
  '*.password',
]

export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: null, redact: { paths: redacted, censor: '[redacted]' } }
  return destination ? pino(options, destination) : pino(options)
}

/** What went wrong without anybody having meant it to. A store that cannot be reached is no fault of the code. */
export function logFault(
  logger: Logger,
  error: unknown,
  where: Readonly<Record<string, string>>,
): void {
  if (error instanceof Unavailable) {
    logger.warn({ ...where, reason: error.message }, 'the store did not answer')
  } else {
    logger.error({ ...where, err: error }, 'unexpected error')
  }
}
