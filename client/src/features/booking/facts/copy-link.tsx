import { Check, Copy, KeyRound } from 'lucide-react'
import { useState } from 'react'
import { paths } from '../../../lib/paths.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { Panel } from '../../../ui/display/panel.tsx'
import { useAnnounce } from '../../../ui/feedback/use-announce.ts'
import styles from '../details/desk-booking.module.css'

/** The link that opens this one session for the expert, in any browser. */
export function CopyLink({ id, token }: { id: string; token: string }) {
  const link = location.origin + paths.deskBooking(id, token)
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  const announce = useAnnounce()

  async function copy() {
    try {
      await navigator.clipboard.writeText(link)
      setState('copied')
      announce('Your link is copied')
    } catch {
      setState('refused')
    }
  }

  const Icon = state === 'copied' ? Check : Copy
  return (
    <Panel as="aside" className={styles.aside} aria-labelledby="own-link">
      <h2 id="own-link">
        <KeyRound size={20} aria-hidden />
        Your link
      </h2>
      <p className={styles.minor}>
        It opens this session for you without signing in. Whoever has it can cancel the session:
        keep it to yourself.
      </p>
      <Button icon={<Icon size={18} aria-hidden />} onClick={() => void copy()}>
        {state === 'copied' ? 'Copied' : 'Copy your link'}
      </Button>
      {state === 'refused' && (
        <Field
          label="The browser did not allow copying. Copy it from here:"
          readOnly
          value={link}
          onFocus={(event) => event.target.select()}
        />
      )}
    </Panel>
  )
}
