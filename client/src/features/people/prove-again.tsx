import { useId } from 'react'
import { Refusal } from '../../ui/feedback/refusal.tsx'
import { CodeField } from '../identity/code-field.tsx'
import { digitsIn, digitsOfCode, shortCode } from '../identity/code-digits.ts'
import { DevMailHint } from '../identity/dev-mail-hint.tsx'
import { PasskeyButton } from '../identity/passkeys/passkey-button.tsx'
import { Button } from '../../ui/action/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { DialogForm } from '../../ui/dialog/dialog-form.tsx'
import type { useRoleChange } from './use-role-change.ts'

interface ProveAgainProps {
  /** One's own address. */
  email: string
  control: ReturnType<typeof useRoleChange>
  onClose: () => void
}

/** The code that proves one's address anew, in place: what was about to be done goes on by itself. */
export function ProveAgain({ email, control, onClose }: ProveAgainProps) {
  const formId = useId()
  if (control.byPasskey) {
    return (
      <Dialog open firm size="s" title="Confirm that it’s you" onClose={onClose}>
        <p>To change roles, you need to have used your passkey in the last ten minutes.</p>
        <PasskeyButton primary onDone={control.proved}>
          Use my passkey
        </PasskeyButton>
      </Dialog>
    )
  }
  function send() {
    const { typed, showFaults } = control.code
    if (typed.code.length < digitsOfCode) return showFaults({ code: shortCode })
    control.prove(typed.code)
  }
  return (
    <Dialog
      open
      firm
      size="s"
      title="Confirm that it’s you"
      onClose={onClose}
      actions={
        <>
          <Button busy={control.sendingCode} onClick={() => control.sendCode()}>
            Send another code
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={control.busy}>
            Continue
          </Button>
        </>
      }
    >
      <p>
        To change roles, you need to have confirmed your address in the last ten minutes.{' '}
        {control.codeIsOnItsWay ? 'A code is on its way to' : 'A code goes to'}{' '}
        <strong>{email}</strong>.
      </p>
      <DialogForm id={formId} onSend={send}>
        <CodeField data-autofocus {...control.code.control('code', digitsIn)} />
        <Refusal problem={control.problem} />
      </DialogForm>
      <DevMailHint />
    </Dialog>
  )
}
