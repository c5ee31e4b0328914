import type { AddressProof } from '@expertconnect/contract/people/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../server/api/client.ts'
import { problemOf } from '../../../server/api/problem.ts'
import { meQuery } from '../../../server/api/people-queries.ts'
import { mine } from '../../../server/api/keys.ts'
import { useToast } from '../../../ui/feedback/toast.tsx'

export type CodeField = keyof AddressProof
const names: readonly CodeField[] = ['currentCode', 'newCode']
const digitsOfCode = 6

type Faults = Partial<Record<CodeField, string>>

export type AddressControl = ReturnType<typeof useAddressCodes>

/** Two codes that are sent together; each is told by itself what is wrong with it. */
export function useAddressCodes(onWrong: (field: CodeField) => void, onDone: () => void) {
  const client = useQueryClient()
  const toast = useToast()
  const [codes, setCodes] = useState<AddressProof>({ currentCode: '', newCode: '' })
  const [faults, setFaults] = useState<Faults>({})
  const [problem, setProblem] = useState<Problem | null>(null)
  const prove = useMutation({
    mutationFn: () => call('proveAddressChange', { body: codes }),
    onSuccess: async (me) => {
      client.setQueryData(meQuery.queryKey, me)
      toast({
        tone: 'good',
        title: 'Your address is changed',
        ...(me.person && { detail: me.person.email }),
      })
      onDone()
      await client.invalidateQueries({ queryKey: mine.bookings })
    },
    onError: (error) => refuse(problemOf(error)),
  })

  function tell(next: Faults) {
    setFaults(next)
    const first = names.find((name) => next[name] !== undefined)
    if (first !== undefined) onWrong(first)
  }

  function refuse(refusal: Problem) {
    setProblem(refusal)
    const wrong = names.filter((name) =>
      refusal.errors?.some(({ pointer }) => pointer === `#/${name}`),
    )
    tell(Object.fromEntries(wrong.map((name) => [name, 'This code is not right'])))
  }

  function send() {
    if (prove.isPending) return
    setProblem(null)
    const short = names.filter((name) => codes[name].length < digitsOfCode)
    tell(Object.fromEntries(short.map((name) => [name, 'The code has six digits'])))
    if (short.length === 0) prove.mutate()
  }

  return {
    codes,
    faults,
    problem,
    busy: prove.isPending,
    /** The codes are used, have run out, or no try is left. */
    gone: problem?.code === 'proof_gone',
    send,
    type(name: CodeField, text: string) {
      const digits = text.normalize('NFKC').replaceAll(/\D/g, '').slice(0, digitsOfCode)
      setCodes((before) => ({ ...before, [name]: digits }))
      setFaults(({ [name]: _mended, ...rest }) => rest)
    },
  }
}
