import { writtenAddress } from '@expertconnect/contract/contact-data'
import type { Person } from '@expertconnect/contract/people/shapes'
import { TriangleAlert } from 'lucide-react'
import type { SubmitEvent } from 'react'
import { Link, useNavigate } from 'react-router'
import { call } from '../../../server/api/client.ts'
import { paths } from '../../../lib/paths.ts'
import { describeRefusal, type Refused } from '../../../ui/feedback/describe-refusal.ts'
import { noteSignedOut } from '../../../server/api/session-mark.ts'
import { isSameAddress } from '../../../server/session/use-session.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { useSend } from '../../../server/use-send.ts'
import { useToast } from '../../../ui/feedback/toast.tsx'
import styles from './erase-dialog.module.css'

const formId = 'erase-form'

export interface EraseDialogProps {
  person: Person
  onClose: () => void
}

/** Asks for the address, so that nobody erases themselves by a slip. */
export function EraseDialog({ person, onClose }: EraseDialogProps) {
  const { typed, problem, busy, ...form } = useForm(['email'], { email: '' })
  const erase = useErase()

  function send(event: SubmitEvent) {
    event.preventDefault()
    if (isSameAddress(writtenAddress(typed.email), person.email)) return form.send(() => erase())
    form.showFaults({ email: `Type ${person.email} to go on` })
  }

  return (
    <Dialog
      open
      firm
      size="s"
      title="Erase everything?"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Keep my data</Button>
          <Button type="submit" form={formId} variant="danger" busy={busy}>
            Erase everything
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className={styles.form} onSubmit={send}>
        <p>
          This cannot be undone. Download your data first if you want to keep a copy of your
          bookings.
        </p>
        <Field
          {...form.control('email')}
          data-autofocus
          label="Type your e-mail address to confirm"
          type="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          hint={person.email}
        />
        {problem && <Why problem={problem} />}
      </form>
    </Dialog>
  )
}

function Why({ problem }: { problem: Refused }) {
  return (
    <Notice role="alert" icon={<TriangleAlert size={20} />} title={problem.title}>
      <p>
        {problem.code === 'fresh_proof_needed' ? (
          <>
            You signed in a while ago, and somebody else may be using this device now.{' '}
            <Link to={paths.signInAgain(paths.erase)}>Sign in again</Link>, and you’ll come straight
            back to this question.
          </>
        ) : (
          describeRefusal(problem)
        )}
        {problem.code === 'upcoming_bookings' && (
          <>
            {' '}
            <Link to={paths.bookings}>My bookings</Link>
          </>
        )}
      </p>
    </Notice>
  )
}

function useErase() {
  const navigate = useNavigate()
  const toast = useToast()
  return useSend(() => call('eraseMe', {}), {
    onDone: () => {
      void navigate(paths.home)
      noteSignedOut()
      toast({ tone: 'good', title: 'Your data is erased', key: 'session' })
    },
  })
}
