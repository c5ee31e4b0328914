import { Globe } from 'lucide-react'
import { Suspense, useState } from 'react'
import { serverNow } from '../../api/server-clock.ts'
import { cityOf, offsetLabel } from '../../time-zone.ts'
import { Button } from '../../ui/button.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import type { DeskTools } from './desk-tools.ts'

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
