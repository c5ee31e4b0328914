import type { Problem } from '@expertconnect/contract/problem'
import { useMutation } from '@tanstack/react-query'
import { Mail } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { SubmitEvent } from 'react'
import { call } from '../../../server/api/client.ts'
import { problemOf } from '../../../server/api/problem.ts'
import { addressFault } from '../../../ui/feedback/describe-refusal.ts'
import { Refusal } from '../../../ui/feedback/refusal.tsx'
import { Button } from '../../../ui/action/button.tsx'
import { Field } from '../../../ui/form/field.tsx'

export interface NewAddressProps {
  /** One came back to the field. */
  focus: boolean
  typed: string
  onType: (email: string) => void
  /** The codes are on their way, and good until then. */
  onAsked: (expiresAt: string) => void
}

export function NewAddress({ focus, typed, onType, onAsked }: NewAddressProps) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [empty, setEmpty] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focus) field.current?.focus()
  }, [focus])
  const start = useMutation({
    mutationFn: () => call('startAddressChange', { body: { email: typed.trim() } }),
  })

  function send(event: SubmitEvent) {
    event.preventDefault()
    if (start.isPending) return
    setProblem(null)
    setEmpty(typed.trim() === '')
    if (typed.trim() === '') return field.current?.focus()
    start.mutate(undefined, {
      onSuccess: ({ expiresAt }) => onAsked(expiresAt),
      onError: (error) => {
        const refusal = problemOf(error)
        setProblem(refusal)
        if (addressFault(refusal) !== undefined) field.current?.focus()
      },
    })
  }

  return (
    <form noValidate onSubmit={send}>
      <Field
        ref={field}
        label="New e-mail"
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={typed}
        error={
          empty
            ? 'Please give your new e-mail address'
            : problem
              ? addressFault(problem)
              : undefined
        }
        hint="We send a code there, and another one to your present address. You need both."
        onChange={(event) => {
          onType(event.target.value)
          setEmpty(false)
          if (problem && addressFault(problem) !== undefined) setProblem(null)
        }}
      />
      <Refusal problem={problem} />
      <div>
        <Button type="submit" busy={start.isPending} icon={<Mail size={18} aria-hidden />}>
          Send me the codes
        </Button>
      </div>
    </form>
  )
}
