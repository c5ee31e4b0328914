import type { AdminPerson, Person } from '@expertconnect/contract/people/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../server/api/client.ts'
import { problemOf } from '../../server/api/problem.ts'
import { meQuery } from '../../server/api/people-queries.ts'
import { useChange } from '../../server/use-change.ts'

/**
 * Makes or removes an administrator. Where the proof of one's own address is too old, a code is sent to it, and the
 * change goes on by itself when that is typed.
 */
export function useRoleChange(person: AdminPerson, me: Person, onDone: () => void) {
  const client = useQueryClient()
  const isAdmin = !person.roles.includes('admin')
  const [proving, setProving] = useState(false)
  const [changing, setChanging] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const refuse = (error: Error) => setProblem(problemOf(error))

  const sendCode = useMutation({
    mutationFn: () => call('startSignIn', { body: { email: me.email } }),
    onMutate: () => setProblem(null),
    onError: refuse,
  })
  const change = useChange(
    () => call('changeRoles', { params: { id: person.id }, body: { isAdmin } }),
    () => {
      // Whoever took it from themselves is out: the frame asks who one is.
      if (person.id === me.id) void client.invalidateQueries({ queryKey: meQuery.queryKey })
      onDone()
    },
  )
  async function send() {
    if (changing) return
    setProblem(null)
    setChanging(true)
    const refusal = await change()
    setChanging(false)
    if (refusal?.code !== 'fresh_proof_needed') return setProblem(refusal)
    setProving(true)
    sendCode.mutate()
  }
  const prove = useMutation({
    mutationFn: (code: string) => call('proveSignIn', { body: { code } }),
    onMutate: () => setProblem(null),
    onSuccess: (answer) => {
      client.setQueryData(meQuery.queryKey, answer)
      setProving(false)
      void send()
    },
    onError: refuse,
  })
  return {
    isAdmin,
    proving,
    problem,
    busy: changing || prove.isPending,
    send: () => void send(),
    sendCode: () => sendCode.mutate(),
    codeIsOnItsWay: sendCode.isSuccess,
    sendingCode: sendCode.isPending,
    prove: (code: string) => {
      if (!prove.isPending) prove.mutate(code)
    },
  }
}
