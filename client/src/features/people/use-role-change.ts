import type { AdminPerson, Person } from '@expertconnect/contract/people/shapes'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../server/api/client.ts'
import { meQuery } from '../../server/api/people-queries.ts'
import { useChange } from '../../server/use-change.ts'
import { useSend } from '../../server/use-send.ts'
import { atField } from '../../ui/form/place-faults.ts'
import { useAttempt } from '../../ui/form/use-attempt.ts'
import { useForm } from '../../ui/form/use-form.ts'

/**
 * Makes or removes an administrator. Where the proof of one's own address is too old, a code is sent to it, and the
 * change goes on by itself when that is typed.
 */
export function useRoleChange(person: AdminPerson, me: Person, onDone: () => void) {
  const client = useQueryClient()
  const isAdmin = !person.roles.includes('admin')
  const [proving, setProving] = useState(false)
  const change = useChange(
    () => call('changeRoles', { params: { id: person.id }, body: { isAdmin } }),
    () => {
      // Whoever took it from themselves is out: the frame asks who one is.
      if (person.id === me.id) void client.invalidateQueries({ queryKey: meQuery.queryKey })
      onDone()
    },
  )
  const start = useSend(() => call('startSignIn', { body: { email: me.email } }))
  const prove = useSend((code: string) => call('proveSignIn', { body: { code } }), {
    onDone: (answer) => client.setQueryData(meQuery.queryKey, answer),
  })
  const asking = useAttempt()
  const sending = useAttempt()
  // Whoever administers and has a passkey proves nothing by mail.
  const byPasskey = client.getQueryData(meQuery.queryKey)?.lacksPasskey !== true
  const form = useForm(['code'], { code: '' }, { marks: true })
  const [sent, setSent] = useState(false)

  function sendCode() {
    setSent(false)
    void sending.send(() => start(undefined, () => setSent(true)))
  }

  async function changeIt() {
    const refusal = await change()
    if (refusal?.code !== 'fresh_proof_needed') return refusal
    setProving(true)
    if (!byPasskey) sendCode()
    return null
  }

  function proved() {
    setProving(false)
    void asking.send(changeIt)
  }

  return {
    isAdmin,
    proving,
    byPasskey,
    /** The address, or the passkey, was proved just now. */
    proved,
    code: form,
    problem: proving ? (form.problem ?? sending.problem) : asking.problem,
    busy: asking.busy || form.busy,
    send: () => void asking.send(changeIt),
    sendCode,
    codeIsOnItsWay: sent,
    sendingCode: sending.busy,
    prove: (code: string) =>
      form.send(async () => {
        const refusal = await prove(code)
        if (refusal?.code === 'wrong_proof') {
          return atField('code', refusal, `${refusal.title}. ${refusal.detail ?? ''}`)
        }
        if (refusal) return refusal
        proved()
        return null
      }),
  }
}
