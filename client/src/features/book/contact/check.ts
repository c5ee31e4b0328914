import { CustomerEmail } from '@expertconnect/contract/primitives'
import { CustomerName, CustomerPhone, Topic } from '@expertconnect/contract/bookings/shapes'
import type { Faults } from '../../../ui/form/place-faults.ts'
import { type Draft, type Field, fields } from './draft.ts'

const schemas = { name: CustomerName, email: CustomerEmail, phone: CustomerPhone, topic: Topic }

/** Why what stands in a field won't do, by the rules that the server has as well. */
export function faultOf(field: Field, text: string): string | undefined {
  if (text.trim() === '' && (field === 'phone' || field === 'topic')) return undefined
  const result = schemas[field].safeParse(text)
  return result.success ? undefined : result.error.issues[0]?.message
}

export function faultsOf(draft: Draft): Faults<Field> {
  const faults: Faults<Field> = {}
  for (const field of fields) {
    const fault = faultOf(field, draft[field])
    if (fault !== undefined) faults[field] = fault
  }
  return faults
}
