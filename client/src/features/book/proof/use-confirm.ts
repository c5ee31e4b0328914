import { useState } from 'react'
import { call } from '../../../server/api/client.ts'
import { createIntention } from '../../../server/api/intention.ts'
import { useSend } from '../../../server/use-send.ts'

/** Makes a booking of what is kept under this id, for whoever has proved the address by now. */
export function useConfirm(id: string) {
  const [sendOnce] = useState(createIntention)
  return useSend(() => sendOnce(id, (key) => call('confirmBooking', { params: { id } }, { key })))
}
