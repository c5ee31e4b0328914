import type { Person } from '@expertconnect/contract/people/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { useMutation } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { useRef, useState } from 'react'
import type { SubmitEvent } from 'react'
import { Link, useNavigate } from 'react-router'
import { call } from '../../../server/api/client.ts'
import { problemOf } from '../../../server/api/problem.ts'
import { paths } from '../../../lib/paths.ts'
import { describeRefusal } from '../../../ui/feedback/describe-refusal.ts'
import { noteSignedOut } from '../../../server/api/session-mark.ts'
import { isSameAddress } from '../../../server/session/use-session.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { useToast } from '../../../ui/feedback/toast.tsx'
import styles from '../../../pages/person/account-page.module.css'

const form = 'erase-form'

export interface EraseDialogProps {
  person: Person
  onClose: () => void
}

/** Asks for the address, so that nobody erases themselves by a slip. */
export function EraseDialog({ person, onClose }: EraseDialogProps) {
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  const field = useRef<HTMLInputElement>(null)
  const erase = useErase()

  function send(event: SubmitEvent) {
    event.preventDefault()
    if (erase.isPending) return
    if (isSameAddress(typed.trim(), person.email)) return erase.mutate()
    setFault(`Type ${person.email} to go on`)
    field.current?.focus()
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
          <Button type="submit" form={form} variant="danger" busy={erase.isPending}>
            Erase everything
          </Button>
        </>
      }
    >
      <form id={form} noValidate className={styles.panel} onSubmit={send}>
        <p>
          This cannot be undone. Download your data first if you want to keep a copy of your
          bookings.
        </p>
        <Field
          ref={field}
          data-autofocus
          label="Type your e-mail address to confirm"
          type="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={typed}
          error={fault}
          hint={person.email}
          onChange={(event) => {
            setTyped(event.target.value)
            setFault(undefined)
          }}
        />
        {erase.error && <Why problem={problemOf(erase.error)} />}
      </form>
    </Dialog>
  )
}

function Why({ problem }: { problem: Problem }) {
  return (
    <Notice role="alert" icon={<TriangleAlert size={20} />} title={problem.title}>
      <p>
        {problem.code === 'fresh_proof_needed' ? (
          <>
            You signed in a while ago, and somebody else may sit here now.{' '}
            <Link to={paths.signInAgain(paths.erase)}>Sign in once more</Link>, and you are back at
            this question.
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
  return useMutation({
    mutationFn: () => call('eraseMe', {}),
    onSuccess: () => {
      void navigate(paths.home)
      noteSignedOut()
      toast({ tone: 'good', title: 'Your data is erased', key: 'session' })
    },
  })
}
