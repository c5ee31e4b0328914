import { mongo } from 'mongoose'
import { Unavailable } from '../../port/unavailable.ts'

/**
 * The server could not do it now: interrupted, not the primary any more, shutting down, waited too long for the majority.
 * Their names stand in MongoDB's list of error codes.
 */
const passing = new Set([
  6, 7, 50, 64, 89, 91, 112, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436,
])

const documentRefused = 121
const refusedShape = 'A document is not of the shape that its collection asks'

/** True for a second owner of a cell or a second use of a key: one of our unique indexes said no. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === 11_000
}

/** Whatever leaves open if a write happened becomes `Unavailable`; anything else is a bug and passes unchanged. */
export function explain(error: unknown): unknown {
  if (!(error instanceof mongo.MongoError)) return error
  // It carries the whole document, with addresses and words of people, which belong in no log.
  if (error.code === documentRefused) return new Error(refusedShape)
  const unreachable =
    error instanceof mongo.MongoNetworkError ||
    error instanceof mongo.MongoServerSelectionError ||
    error instanceof mongo.MongoOperationTimeoutError ||
    // A new client is being made: see renewal.ts.
    error instanceof mongo.MongoNotConnectedError ||
    error instanceof mongo.MongoClientClosedError ||
    error instanceof mongo.MongoTopologyClosedError ||
    error instanceof mongo.MongoWriteConcernError ||
    // Its class is not handed out. Nothing was asked of the server, which is too busy for more.
    error.name === 'MongoWaitQueueTimeoutError' ||
    error.hasErrorLabel('RetryableWriteError') ||
    passing.has(Number(error.code))
  return unreachable ? new Unavailable(`${error.name} ${error.code ?? ''}`.trim()) : error
}
