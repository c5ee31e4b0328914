import type { ReactNode, Ref } from 'react'
import { Field } from '../../../ui/form/field.tsx'

export interface AddressFieldProps {
  value: string
  error: string | undefined
  hint: ReactNode
  onChange: (typed: string) => void
  ref: Ref<HTMLInputElement>
}

export function AddressField({ onChange, ...rest }: AddressFieldProps) {
  return (
    <Field
      {...rest}
      label="E-mail"
      type="email"
      inputMode="email"
      autoComplete="email"
      autoCapitalize="none"
      spellCheck={false}
      required
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
