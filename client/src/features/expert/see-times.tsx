import { CalendarClock } from 'lucide-react'
import { useEffect, useState } from 'react'
import { isWaking } from '../../lib/time/day-part.ts'
import { formatNextFree, visitorZone } from '../../lib/time/time.ts'
import { Button } from '../../ui/action/button.tsx'
import styles from './see-times.module.css'
import { useMinute } from '../../lib/time/server-clock.ts'

/** On a phone the panel lies below the profile: this leads there, as long as it is not in sight. */
export function SeeTimes({ panelId, nextFreeAt }: { panelId: string; nextFreeAt: string | null }) {
  const away = usePanelAway(panelId)
  const now = useMinute()
  if (!away) return null
  return (
    <div className={styles.bar}>
      <Button
        variant="primary"
        size="l"
        block
        icon={<CalendarClock size={20} aria-hidden />}
        onClick={() => showPanel(panelId)}
      >
        See free times
        {/* Nobody is won by the middle of their night. */}
        {nextFreeAt !== null && isWaking(nextFreeAt, visitorZone()) && (
          <span className={styles.next}>
            next: {formatNextFree(nextFreeAt, visitorZone(), now)}
          </span>
        )}
      </Button>
    </div>
  )
}

function usePanelAway(panelId: string): boolean {
  const [away, setAway] = useState(false)
  useEffect(() => {
    const panel = document.getElementById(panelId)
    if (!panel) return
    const observer = new IntersectionObserver(([entry]) => {
      // Above it there is a way to go; below it (in the reviews) there is one as well.
      setAway(entry?.isIntersecting === false)
    })
    observer.observe(panel)
    return () => observer.disconnect()
  }, [panelId])
  return away
}

function showPanel(panelId: string) {
  const panel = document.getElementById(panelId)
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  panel?.scrollIntoView({ behavior: still ? 'auto' : 'smooth' })
  panel?.querySelector<HTMLElement>('[data-date][tabindex="0"]')?.focus({ preventScroll: true })
}
