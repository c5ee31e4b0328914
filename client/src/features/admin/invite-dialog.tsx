import type { Invitation } from '@expertconnect/contract/experts/shapes'
import { useId } from 'react'
import type { SubmitEvent } from 'react'
import { call } from '../../api/client.ts'
import { problemOf } from '../../api/problem.ts'
import { CategoryField } from '../../forms/category-field.tsx'
import { Refusal } from '../../session/refusal.tsx'
import { useForm } from '../../forms/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './form.module.css'
import { useChange } from './use-change.ts'

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
        detail: `A mail with the way to their desk goes to ${email}.`,
      })
    },
  )
  function send(event: SubmitEvent) {
    event.preventDefault()
    if (invite.isPending) return
    form.clear()
    invite.mutate(form.typed, { onError: (error) => form.refuse(problemOf(error)) })
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
          <Button type="submit" form={formId} variant="primary" busy={invite.isPending}>
            Send the invitation
          </Button>
        </>
      }
    >
      <p className={styles.muted}>
        They get a mail with the way to their desk, where they set hours, price and photo. Nobody
        sees them before you list them.
      </p>
      <form id={formId} noValidate className={styles.form} onSubmit={send}>
        <Field
          label="E-mail"
          type="email"
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          data-autofocus
          hint="With this address they sign in."
          {...form.control('email')}
        />
        <Field label="Name" autoComplete="off" required {...form.control('name')} />
        <CategoryField {...form.control('category')} />
        <Refusal problem={form.problem} />
      </form>
    </Dialog>
  )
}
