import type { AddressProof } from '@expertconnect/contract/people/shapes'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../../../server/api/client.ts'
import { mine } from '../../../server/api/keys.ts'
import { meQuery } from '../../../server/api/people-queries.ts'
import { useSend } from '../../../server/use-send.ts'
import { useToast } from '../../../ui/feedback/toast.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { digitsIn, digitsOfCode, shortCode } from '../code-digits.ts'

export type CodeField = keyof AddressProof
const names: readonly CodeField[] = ['currentCode', 'newCode']

/** Two codes that are sent together; each is told by itself what is wrong with it. */
export function useAddressCodes(onDone: () => void) {
  const client = useQueryClient()
  const toast = useToast()
  const form = useForm(names, { currentCode: '', newCode: '' }, { marks: true })
  const prove = useSend((body: AddressProof) => call('proveAddressChange', { body }), {
    onDone: async (me) => {
      client.setQueryData(meQuery.queryKey, me)
      toast({
        tone: 'good',
        title: 'Your address is changed',
        ...(me.person && { detail: me.person.email }),
      })
      onDone()
      await client.invalidateQueries({ queryKey: mine.bookings })
    },
  })

  return {
    problem: form.problem,
    busy: form.busy,
    /** The codes are used, have run out, or no try is left. */
    gone: form.problem?.code === 'proof_gone',
    focus: form.focus,
    control: (name: CodeField) => form.control(name, digitsIn),
    send() {
      const short = names.filter((name) => form.typed[name].length < digitsOfCode)
      if (short.length === 0) return form.send(() => prove(form.typed))
      form.showFaults(Object.fromEntries(short.map((name) => [name, shortCode])))
    },
  }
}
