import { RotateCw, UserRoundPen } from 'lucide-react'
import { useState } from 'react'
import { serverNow } from '../../../lib/time/server-clock.ts'
import { formatTime, visitorZone } from '../../../lib/time/time.ts'
import { Button } from '../../../ui/action/button.tsx'
import { useAttempt } from '../../../ui/form/use-attempt.ts'
import { useStartSignIn } from './mutations.ts'
import { Refusal } from '../../../ui/feedback/refusal.tsx'
import styles from './send-again.module.css'
import type { Asked } from './use-asked.ts'
import { Ways } from './ways.tsx'

export interface SendAgainProps {
  email: string
  onAsked: (asked: Asked) => void
  onAnother: () => void
}

/** Where no mail arrives: another one, or another address. */
export function SendAgain({ email, onAsked, onAnother }: SendAgainProps) {
  const start = useStartSignIn()
  const { busy, problem, send } = useAttempt()
  const [sentAt, setSentAt] = useState<string | null>(null)

  function again() {
    if (busy) return
    setSentAt(null)
    void send(() =>
      start(email, ({ expiresAt }) => {
        setSentAt(new Date(serverNow()).toISOString())
        onAsked({ email, expiresAt })
      }),
    )
  }

  return (
    <>
      <div role="status">
        {sentAt === null ? (
          <p className={styles.minor}>
            It can take a minute. If nothing arrives, check your spam folder and the address.
          </p>
        ) : (
          <p>
            A new code was sent at {formatTime(sentAt, visitorZone())}. Only the newest one works.
          </p>
        )}
      </div>
      <Refusal problem={problem} />
      <Ways>
        <Button busy={busy} icon={<RotateCw size={18} aria-hidden />} onClick={() => again()}>
          Send again
        </Button>
        <Button icon={<UserRoundPen size={18} aria-hidden />} onClick={onAnother}>
          Another address
        </Button>
      </Ways>
    </>
  )
}
