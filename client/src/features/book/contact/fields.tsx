import { EmailField } from '../../../ui/email/email-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import type { useFaults } from '../../../ui/form/use-faults.ts'
import type { Draft, Field as Name } from './draft.ts'

export interface ContactFieldsProps {
  draft: Draft
  expertName: string
  faults: ReturnType<typeof useFaults<Name>>
  onChange: (part: Partial<Draft>) => void
}

/** Who books, and what about. */
export function ContactFields(props: ContactFieldsProps) {
  const { draft, expertName, faults, onChange } = props
  const control = (field: Name) => ({
    value: draft[field],
    error: faults.faults[field],
    ref: faults.refOf(field),
  })
  return (
    <>
      <Field
        label="Your name"
        autoComplete="name"
        required
        {...control('name')}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <EmailField
        label="E-mail"
        {...control('email')}
        onChange={(event) => onChange({ email: event.target.value })}
      />
      <Field
        label="Phone"
        optional
        type="tel"
        autoComplete="tel"
        hint={`Only for ${expertName}, if the video does not work.`}
        {...control('phone')}
        onChange={(event) => onChange({ phone: event.target.value })}
      />
      <Field
        label="What would you like to talk about?"
        optional
        multiline
        rows={3}
        {...control('topic')}
        onChange={(event) => onChange({ topic: event.target.value })}
      />
    </>
  )
}
