import type { Answer, AnswerScope, Key, Replay } from '../../port/bookings.ts'
import { replayOf } from '../../rules/answers.ts'
import type { BookingDoc } from '../engine/documents.ts'
import type { Models } from '../engine/models.ts'
import { storedRecord } from './record-mapper.ts'

/** Such a read waits for the majority, and without one it would wait for ever. */
const settledWithinMs = 9000

export type Answers = ReturnType<typeof createAnswers>

/** They stand in the documents of the records that they are about. */
export function createAnswers({ bookings }: Pick<Models, 'bookings'>) {
  const ask = (scope: AnswerScope, key: string) =>
    'expertId' in scope
      ? bookings.findOne({ expertId: scope.expertId, claimKeys: key })
      : bookings.findOne({ _id: scope.bookingId })

  async function find(scope: AnswerScope, key: string): Promise<Answer | null> {
    const doc = await ask(scope, key).lean()
    return doc && answerIn(doc, scope, key)
  }

  /** Another write with this key may have been made a moment ago: waits until a majority has it or not. */
  async function settled(scope: AnswerScope, key: Key): Promise<Replay | null> {
    const doc = await ask(scope, key.key)
      .readConcern('linearizable')
      .maxTimeMS(settledWithinMs)
      .lean()
    return replayOf(doc && answerIn(doc, scope, key.key), key)
  }

  return { find, settled }
}

export function answerIn(doc: BookingDoc, scope: AnswerScope, key: string): Answer | null {
  const kind = 'expertId' in scope ? 'claim' : 'change'
  const found = doc.answers.find((each) => each.scope === kind && each.key === key)
  if (!found) return null
  const { record, answeredAt, fingerprint, tokenVersion } = found
  return { record: storedRecord(record), answeredAt, fingerprint, tokenVersion }
}
