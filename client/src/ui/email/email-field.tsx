import { useRef, useState, type Ref } from 'react'
import { InlineButton } from '../action/inline-button.tsx'
import { useAnnounce } from '../feedback/use-announce.ts'
import styles from './email-field.module.css'
import { Field, type FieldProps } from '../form/field.tsx'
import type { Typed } from '../form/use-form.ts'
import { useMeantAddress } from './use-meant-address.ts'

type Around = Pick<FieldProps, 'label' | 'hint' | 'error'>

export interface EmailFieldProps extends Around {
  value: string
  onChange: (typed: Typed) => void
  ref?: Ref<HTMLInputElement>
  /** `off` where it is the address of somebody else. */
  autoComplete?: 'email' | 'off'
  'data-autofocus'?: boolean
}

/** An e-mail address. Where it looks mistyped when one leaves it, another is offered; nobody is held up by that. */
export function EmailField(props: EmailFieldProps) {
  const { value, onChange, ref, autoComplete = 'email', ...around } = props
  const input = useRef<HTMLInputElement | null>(null)
  const announce = useAnnounce()
  const [left, setLeft] = useState<string | null>(null)
  const meant = useMeantAddress(left, (address) => announce(`Did you mean ${address}?`))

  function take(address: string) {
    onChange({ target: { value: address } })
    // The button that was pressed is gone.
    input.current?.focus()
  }

  return (
    <div className={styles.field}>
      <Field
        {...around}
        ref={(element) => {
          input.current = element
          if (typeof ref === 'function') ref(element)
          else if (ref) ref.current = element
        }}
        type="email"
        inputMode="email"
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        required
        value={value}
        onChange={onChange}
        onBlur={() => setLeft(value)}
      />
      {meant !== null && value === left && (
        <p className={styles.meant}>
          Did you mean <InlineButton onClick={() => take(meant)}>{meant}</InlineButton>?
        </p>
      )}
    </div>
  )
}
