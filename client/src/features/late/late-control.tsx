import { Clock } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { call } from '../../server/api/client.ts'
import { useSend } from '../../server/use-send.ts'
import { ButtonRow } from '../../ui/action/button-row.tsx'
import { Button } from '../../ui/action/button.tsx'
import { Refusal } from '../../ui/feedback/refusal.tsx'
import type { Problem } from '@expertconnect/contract/problem'
import { lateTitle, type Said } from './late-words.ts'

const LateDialog = lazy(async () => ({ default: (await import('./late-dialog.tsx')).LateDialog }))

export interface LateControlProps {
  bookingId: string
  token: string
  /** Whom it is told. */
  other: string
  /** What was said already. */
  said: Said | undefined
  /** It is said, or taken back: what shows the booking reads it again. */
  onSaid: () => void
}

/** Says to the other side that one comes later, or in time after all. */
export function LateControl({ bookingId, token, other, said, onSaid }: LateControlProps) {
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const takeBack = useSend(
    () => call('sayLate', { params: { id: bookingId }, body: {} }, { bearer: token }),
    { onDone: onSaid },
  )
  return (
    <div>
      {said && (
        <p role="status">
          {lateTitle('You', said)}: {other} knows.
        </p>
      )}
      <Refusal problem={problem} />
      <ButtonRow>
        <Button size="s" icon={<Clock size={16} aria-hidden />} onClick={() => setAsking(true)}>
          {said ? 'Say something else' : 'I’m running late'}
        </Button>
        {said && (
          <Button size="s" onClick={() => void takeBack().then(setProblem)}>
            I’m on time after all
          </Button>
        )}
      </ButtonRow>
      <Suspense>
        {asking && (
          <LateDialog
            bookingId={bookingId}
            token={token}
            other={other}
            onSaid={onSaid}
            onClose={() => setAsking(false)}
          />
        )}
      </Suspense>
    </div>
  )
}
