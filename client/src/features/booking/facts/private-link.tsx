import { Check, Copy, KeyRound } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../ui/action/button.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { useAnnounce } from '../../../ui/feedback/use-announce.ts'
import styles from '../details/booking-details.module.css'

export interface PrivateLinkProps {
  link: string
  /** Whoever signs in with it needs no link. */
  email: string | undefined
}

/** Said plainly: no mail brings this link, so it is to be kept. */
export function PrivateLink({ link, email }: PrivateLinkProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  const announce = useAnnounce()

  async function copy() {
    try {
      await navigator.clipboard.writeText(link)
      setState('copied')
      announce('Your private link is copied')
    } catch {
      setState('refused')
    }
  }

  return (
    <section className={styles.block} aria-labelledby="private-link">
      <h2 id="private-link" className={styles.heading}>
        <KeyRound size={20} aria-hidden />
        Your private link
      </h2>
      <p className={styles.minor}>
        No e-mail is sent yet. With this link you get back to your booking from another browser or
        device{email !== undefined && <>, or by signing in with {email}</>}. Whoever has the link
        can change or cancel the session, so keep it to yourself.
      </p>
      <div className={styles.row}>
        <Button
          variant={state === 'copied' ? 'quiet' : 'primary'}
          icon={
            state === 'copied' ? <Check size={18} aria-hidden /> : <Copy size={18} aria-hidden />
          }
          onClick={() => void copy()}
        >
          {state === 'copied' ? 'Copied' : 'Copy your private link'}
        </Button>
      </div>
      {state === 'refused' && (
        <Field
          label="The browser did not allow copying. Copy it from here:"
          readOnly
          value={link}
          onFocus={(event) => event.target.select()}
        />
      )}
    </section>
  )
}
