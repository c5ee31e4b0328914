import { PasskeyButton } from '../passkeys/passkey-button.tsx'
import { SignInFrame } from './sign-in-frame.tsx'

/** The address is proved, and for whoever administers that is not enough: a mailbox alone opens nothing of theirs. */
export function PasskeyStep({ onDone }: { onDone?: (() => void) | undefined }) {
  return (
    <SignInFrame
      title={
        <>
          Now use <em>your passkey</em>
        </>
      }
      lead="Your address is confirmed. As an administrator, you also need to use your passkey."
    >
      <PasskeyButton primary onDone={onDone}>
        Use my passkey
      </PasskeyButton>
      <p>
        Lost all of them? Whoever runs the server can remove them there with{' '}
        <code>npm run admin -- --forget-passkeys</code> and your address.
      </p>
    </SignInFrame>
  )
}
