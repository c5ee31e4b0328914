import type { Passkey } from '@expertconnect/contract/people/shapes'
import { useQueryClient } from '@tanstack/react-query'
import { Fingerprint } from 'lucide-react'
import { formatDate, formatDayTime, visitorZone } from '../../../lib/time/time.ts'
import { call } from '../../../server/api/client.ts'
import { mine } from '../../../server/api/keys.ts'
import { useSend } from '../../../server/use-send.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Card } from '../../../ui/display/card.tsx'
import { focusHeading } from '../../../ui/display/focus-heading.ts'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'
import { useToast } from '../../../ui/feedback/toast.tsx'
import { useAttempt } from '../../../ui/form/use-attempt.ts'
import styles from './browser-card.module.css'
import { PasskeyRefusal } from './passkey-refusal.tsx'

export function PasskeyCard({ passkey }: { passkey: Passkey }) {
  const { id, name, addedAt, usedAt } = passkey
  const client = useQueryClient()
  const toast = useToast()
  const zone = visitorZone()
  const { busy, problem, send } = useAttempt()
  const remove = useSend(() => call('removePasskey', { params: { id } }), {
    onDone: async () => {
      await client.invalidateQueries({ queryKey: mine.passkeys })
      await client.invalidateQueries({ queryKey: mine.me })
      toast({ tone: 'good', title: 'The passkey was removed', detail: name })
      // The card whose button was pressed is gone.
      focusHeading()
    },
  })
  return (
    <Card as="li" className={styles.card}>
      <span aria-hidden className="icon-tile">
        <Fingerprint size={24} />
      </span>
      <div className={styles.words}>
        <h3>{name}</h3>
        <p>
          Added {formatDate(addedAt, zone)} ·{' '}
          {usedAt === null ? 'not used yet' : `last used ${formatDayTime(usedAt, zone)}`}
        </p>
        <PasskeyRefusal problem={problem} />
      </div>
      <Button size="s" busy={busy} onClick={() => void send(() => remove())}>
        Remove<VisuallyHidden> {name}</VisuallyHidden>
      </Button>
    </Card>
  )
}
