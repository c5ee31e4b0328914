import { useRef, type ChangeEvent } from 'react'
import { atField } from '../../../ui/form/place-faults.ts'
import { useForm } from '../../../ui/form/use-form.ts'
import { digitsIn, digitsOfCode, shortCode } from '../code-digits.ts'
import { useProveSignIn } from './mutations.ts'

/** Types a code and sends it by itself when it is complete, but the same digits never twice. */
export function useCode(onDone?: () => void) {
  const prove = useProveSignIn()
  const form = useForm(['code'], { code: '' }, { marks: true })
  const { code } = form.typed
  /** Complete codes that went out by themselves, and those that the server has called wrong. */
  const sent = useRef(new Set<string>())
  const wrong = useRef(new Set<string>())

  function proveIt(digits: string) {
    sent.current.add(digits)
    form.send(async () => {
      const refusal = await prove({ code: digits }, onDone)
      if (refusal?.code !== 'wrong_proof') return refusal
      wrong.current.add(digits)
      return atField('code', refusal, `${refusal.title}. ${refusal.detail ?? ''}`)
    })
  }

  const control = form.control('code', digitsIn)
  return {
    busy: form.busy,
    /** Told above the button: it was not the code that was refused. */
    problem: form.problem,
    /** The sign-in is over: used, run out, or no try is left. */
    gone: form.problem?.code === 'proof_gone',
    focus: () => form.focus('code'),
    control: {
      ...control,
      onChange(event: ChangeEvent<HTMLInputElement>) {
        control.onChange(event)
        const digits = digitsIn(event.target.value)
        const complete = digits.length === digitsOfCode && digits !== code
        if (complete && !sent.current.has(digits)) proveIt(digits)
      },
    },
    send() {
      if (code.length < digitsOfCode) return form.showFaults({ code: shortCode })
      if (!wrong.current.has(code)) return proveIt(code)
      const again = 'That code wasn’t right. Please check the e-mail again.'
      form.showFaults({ code: again })
    },
    /** Another code is on its way. */
    begin() {
      sent.current.clear()
      wrong.current.clear()
      form.setTyped({ code: '' })
      form.clear()
    },
  }
}
