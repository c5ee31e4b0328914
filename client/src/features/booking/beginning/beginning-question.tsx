import { BellRing } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useNotificationState } from '../../../lib/browser/notifications.ts'
import { useRemembered } from '../../../lib/browser/remembered.ts'
import { ButtonRow } from '../../../ui/action/button-row.tsx'
import { Button } from '../../../ui/action/button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { BeginningSwitch, wantToBeTold } from './beginning-switch.tsx'
import { wantsTelling, wasAskedToTell } from './telling.ts'

/**
 * Asks once, after booking, whether this browser shall tell when the session begins; from then on there is the switch
 * alone. Where the browser cannot ask its own question, there is none to be asked here.
 */
export function BeginningQuestion({ who }: { who: string }) {
  const isWanted = useRemembered(wantsTelling)
  const wasAsked = useRemembered(wasAskedToTell)
  const state = useNotificationState()
  const place = useRef<HTMLDivElement>(null)
  const isAsking = !wasAsked && !isWanted && state === 'unasked'
  const wasAsking = useRef(isAsking)
  useEffect(() => {
    // The buttons are gone: what they decided is what comes next.
    if (wasAsking.current && !isAsking) place.current?.querySelector('button')?.focus()
    wasAsking.current = isAsking
  }, [isAsking])
  return (
    <div ref={place}>
      {isAsking ? (
        <Notice
          tone="accent"
          icon={<BellRing size={20} />}
          title="Shall we tell you when it begins?"
        >
          <p>
            A notification ten minutes before, one at the start, and one when {who} is waiting for
            you, as long as a page of ours is open in this browser. Nothing else. Your browser will
            ask you to allow them.
          </p>
          <ButtonRow>
            <Button size="s" variant="primary" onClick={() => void wantToBeTold()}>
              Yes, tell me
            </Button>
            <Button size="s" onClick={() => wasAskedToTell.write(true)}>
              Not now
            </Button>
          </ButtonRow>
        </Notice>
      ) : (
        <BeginningSwitch />
      )}
    </div>
  )
}
