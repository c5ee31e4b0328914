import { type DestinationStream, type Logger, pino } from 'pino'

/** No secret, token or personal data is put into a log line; should one slip in by name, it is struck out here. */
const redacted = [
  'token',
  'manageToken',
  'authorization',
  'cookie',
  'email',
  'phone',
  '*.token',
  '*.manageToken',
  '*.authorization',
  '*.cookie',
  '*.email',
  '*.phone',
]

export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: null, redact: { paths: redacted, censor: '[redacted]' } }
  return destination ? pino(options, destination) : pino(options)
}
