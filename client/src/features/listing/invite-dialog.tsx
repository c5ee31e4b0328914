import type { Invitation } from '@expertconnect/contract/experts/shapes'
import { useId } from 'react'
import { call } from '../../server/api/client.ts'
import { CategoryField } from '../category/category-field.tsx'
import { Refusal } from '../../ui/feedback/refusal.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { Button } from '../../ui/action/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { EmailField } from '../../ui/email/email-field.tsx'
import { Field } from '../../ui/form/field.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { DialogForm } from '../../ui/dialog/dialog-form.tsx'
import styles from './invite-dialog.module.css'
import { useChange } from '../../server/use-change.ts'

const fields = ['email', 'name', 'category'] as const

/** Makes an expert who is not listed yet; the mail leads them to their desk. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const formId = useId()
  const form = useForm(fields, { email: '', name: '', category: '' })
  const toast = useToast()
  const invite = useChange(
    (body: Invitation) => call('inviteExpert', { body }),
    ({ name, email }) => {
      onClose()
      toast({
        tone: 'good',
        title: `${name} is invited`,
        detail: `We’ve e-mailed a link to their desk to ${email}.`,
      })
    },
  )
  function send() {
    form.send(() => invite(form.typed))
  }
  return (
    <Dialog
      open
      firm
      title="Invite an expert"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button type="submit" form={formId} variant="primary" busy={form.busy}>
            Send the invitation
          </Button>
        </>
      }
    >
      <p className={styles.muted}>
        They’ll get an e-mail with a link to their desk, where they set their hours, price and
        photo. Nobody sees them before you list them.
      </p>
      <DialogForm id={formId} onSend={send}>
        <EmailField
          label="E-mail"
          autoComplete="off"
          data-autofocus
          hint="They’ll sign in with this address."
          {...form.control('email')}
        />
        <Field label="Name" autoComplete="off" required {...form.control('name')} />
        <CategoryField {...form.control('category')} />
        <Refusal problem={form.problem} />
      </DialogForm>
    </Dialog>
  )
}
