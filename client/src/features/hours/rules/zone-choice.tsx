import { Globe } from 'lucide-react'
import { Suspense, useState } from 'react'
import { serverNow } from '../../../lib/time/server-clock.ts'
import { cityOf, offsetLabel } from '../../../lib/time/zone.ts'
import { Button } from '../../../ui/action/button.tsx'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'
import type { DeskTools } from '../../../pages/desk/desk-tools.ts'

export interface ZoneChoiceProps {
  zone: string
  tools: DeskTools
  onChange: (zone: string) => void
}

/** The zone whose clocks the hours are told by. */
export function ZoneChoice({ zone, tools, onChange }: ZoneChoiceProps) {
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
          {tools.zonePicker({
            zone,
            onClose: () => setOpen(false),
            onChoose: (chosen) => {
              onChange(chosen)
              setOpen(false)
            },
          })}
        </Suspense>
      )}
    </>
  )
}
