import { Fingerprint } from 'lucide-react'
import { useSend } from '../../../server/use-send.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Refusal } from '../../../ui/feedback/refusal.tsx'
import { useAttempt } from '../../../ui/form/use-attempt.ts'
import { useSignedIn } from '../use-signed-in.ts'
import { signInByPasskey } from './device.ts'

export interface PasskeyButtonProps {
  children: string
  /** It is what there is to do here. */
  primary?: boolean
  /** Left out where the page goes on by itself. */
  onDone?: (() => void) | undefined
}

/** Signs in with a passkey, and with nothing else. */
export function PasskeyButton({ children, primary = false, onDone }: PasskeyButtonProps) {
  const signedIn = useSignedIn()
  const signIn = useSend(signInByPasskey, { onDone: signedIn })
  const { busy, problem, send } = useAttempt()
  return (
    <>
      <Refusal problem={problem} />
      <Button
        {...(primary ? { variant: 'primary' } : {})}
        size="l"
        block
        busy={busy}
        icon={<Fingerprint size={20} aria-hidden />}
        onClick={() => void send(() => signIn(undefined, onDone))}
      >
        {children}
      </Button>
    </>
  )
}
