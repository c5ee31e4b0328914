import type { Problem } from '@expertconnect/contract/problem'
import { useRef, useState } from 'react'
import { problemOf } from '../../../server/api/problem.ts'
import { useProveSignIn } from './mutations.ts'

const digitsOfCode = 6

export interface CodeControl {
  readonly code: string
  readonly busy: boolean
  /** Told beside the field. */
  readonly fault: string | undefined
  /** Told above the button: it was not the code that was refused. */
  readonly problem: Problem | null
  /** The sign-in is over: used, run out, or no try is left. */
  readonly gone: boolean
  readonly type: (text: string) => void
  readonly send: () => void
  readonly begin: () => void
}

/** Types a code and sends it by itself when it is complete, but the same digits never twice. */
export function useCode(onWrong: () => void, onDone?: () => void): CodeControl {
  const prove = useProveSignIn()
  const [code, setCode] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  const [problem, setProblem] = useState<Problem | null>(null)
  /** Complete codes that went out by themselves, and those of them that the server has called wrong. */
  const sent = useRef(new Set<string>())
  const wrong = useRef(new Map<string, string>())

  function refuse(digits: string, refusal: Problem) {
    if (refusal.code !== 'wrong_proof') return setProblem(refusal)
    const text = `${refusal.title}. ${refusal.detail ?? ''}`
    wrong.current.set(digits, text)
    setFault(text)
    onWrong()
  }

  function prove6(digits: string) {
    if (prove.isPending) return
    sent.current.add(digits)
    setProblem(null)
    setFault(undefined)
    prove.mutate(
      { code: digits },
      { onSuccess: () => onDone?.(), onError: (error) => refuse(digits, problemOf(error)) },
    )
  }

  return {
    code,
    fault,
    problem,
    busy: prove.isPending,
    gone: problem?.code === 'proof_gone',
    type: (text) => {
      // A pasted one may come with blanks, or whole with the words around it; full-width digits are digits too.
      const digits = text.normalize('NFKC').replaceAll(/\D/g, '').slice(0, digitsOfCode)
      setCode(digits)
      if (digits === code) return
      setFault(undefined)
      if (digits.length === digitsOfCode && !sent.current.has(digits)) prove6(digits)
    },
    send: () => {
      const known = wrong.current.get(code)
      if (code.length === digitsOfCode && known === undefined) return prove6(code)
      setFault(
        known === undefined
          ? 'The code has six digits'
          : 'This is the code that was not right. Please look at the mail again.',
      )
      onWrong()
    },
    begin: () => {
      sent.current.clear()
      wrong.current.clear()
      setCode('')
      setFault(undefined)
      setProblem(null)
    },
  }
}
