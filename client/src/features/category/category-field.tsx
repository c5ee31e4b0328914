import { useQuery } from '@tanstack/react-query'
import type { ChangeEvent, Ref } from 'react'
import { categoriesQuery } from '../../server/api/expert-queries.ts'
import { SelectField } from '../../ui/form/select-field.tsx'

export interface CategoryFieldProps {
  /** The slug of the chosen one; nothing is chosen for the person. */
  value: string
  error: string | undefined
  hint?: string
  ref: Ref<HTMLSelectElement>
  onChange: (event: ChangeEvent<HTMLSelectElement>) => void
}

export function CategoryField({ error, ...props }: CategoryFieldProps) {
  const { data, isError } = useQuery(categoriesQuery())
  const known = data?.map(({ slug, name }) => ({ value: slug, label: name })) ?? []
  const waiting = isError ? 'The categories could not be loaded' : 'Loading…'
  return (
    <SelectField
      {...props}
      // To the server nothing is a slug that it does not know; to people it is no choice.
      error={error !== undefined && props.value === '' ? 'Please choose a category' : error}
      label="Category"
      required
      options={[
        { value: '', label: data ? 'Please choose' : waiting },
        ...known,
        // One that is chosen already stays so while the others are not known.
        ...(data || props.value === '' ? [] : [{ value: props.value, label: props.value }]),
      ]}
    />
  )
}
