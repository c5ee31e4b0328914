import { useEffect, useEffectEvent } from 'react'

/** Moves the focus to the field of an address when it is due. */
export function useFocusOf(form: { focus: (field: 'email') => void }, due: boolean): void {
  const focus = useEffectEvent(() => form.focus('email'))
  useEffect(() => {
    if (due) focus()
  }, [due])
}
