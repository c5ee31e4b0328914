import type { ChangeEvent, ReactNode, Ref } from 'react'
import { Field } from '../../../ui/form/field.tsx'

export interface AddressFieldProps {
  value: string
  error: string | undefined
  label?: string
  hint: ReactNode
  onChange: (event: ChangeEvent<HTMLInputElement>) => void
  ref: Ref<HTMLInputElement>
}

/** An e-mail address that is one's own. */
export function AddressField({ label = 'E-mail', ...rest }: AddressFieldProps) {
  return (
    <Field
      {...rest}
      label={label}
      type="email"
      inputMode="email"
      autoComplete="email"
      autoCapitalize="none"
      spellCheck={false}
      required
    />
  )
}
