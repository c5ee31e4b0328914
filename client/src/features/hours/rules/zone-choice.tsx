import { cityOf } from '@expertconnect/contract/zone-city'
import { Globe } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { serverNow } from '../../../lib/time/server-clock.ts'
import { offsetLabel } from '../../../lib/time/zone.ts'
import { Button } from '../../../ui/action/button.tsx'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'

const ZonePicker = lazy(async () => ({
  default: (await import('../../board/zone/zone-picker.tsx')).ZonePicker,
}))

export interface ZoneChoiceProps {
  zone: string
  onChange: (zone: string) => void
}

/** The zone whose clocks the hours are told by. */
export function ZoneChoice({ zone, onChange }: ZoneChoiceProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        aria-haspopup="dialog"
        icon={<Globe size={18} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        <VisuallyHidden>Your hours are in the time zone of </VisuallyHidden>
        {cityOf(zone)} ({offsetLabel(zone, serverNow())})
        <VisuallyHidden>. Change it</VisuallyHidden>
      </Button>
      {open && (
        <Suspense>
          <ZonePicker
            zone={zone}
            onClose={() => setOpen(false)}
            onChoose={(chosen) => {
              onChange(chosen)
              setOpen(false)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
