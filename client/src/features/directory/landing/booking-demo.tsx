import { CalendarCheck, Check, Clock } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { addDays } from '../../../lib/time/month.ts'
import { useNow } from '../../../lib/time/server-clock.ts'
import { useTimeSettings } from '../../../lib/time/settings.ts'
import {
  dateAt,
  formatPlainDay,
  formatPlainTime,
  locale,
  visitorZone,
} from '../../../lib/time/time.ts'
import { Status } from '../../../ui/feedback/status.tsx'
import { cx } from '../../../ui/style/cx.ts'
import styles from './booking-demo.module.css'
import portrait from './made-up-expert.webp'

const times = ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30'] as const
const chosen = '10:30'
const taken = '09:30'
const heldByOthers = '11:00'
const countdown = ['5:00', '4:59', '4:58', '4:57']

/**
 * What booking is like, with nobody real in it: a time is pressed, kept while the form is filled in, and booked. It moves
 * for less than five seconds, once, and again for a pointer that comes to it: nobody needs a way to stop it.
 */
export function BookingDemo() {
  const [round, setRound] = useState(0)
  const place = useRef<HTMLDivElement>(null)
  const seen = useSeen(place)
  useTimeSettings()
  const tomorrow = addDays(dateAt(useNow(), visitorZone()), 1)
  return (
    <div
      ref={place}
      role="img"
      aria-label="A demonstration: you press a free time, it is kept for you for five minutes while you fill in the form, and then it is booked."
      data-seen={seen}
      className={styles.place}
      onPointerEnter={() => setRound(round + 1)}
    >
      <div key={round} className={cx('glass', styles.panel)}>
        <div className={styles.head}>
          <span data-tint="startups" className={styles.portrait}>
            <img src={portrait} alt="" width={64} height={64} />
          </span>
          <span className={styles.who}>
            <b>Ines Moreau</b>
            <span>Prices for first products</span>
          </span>
          <Status tone="live" dot="pulse">
            Live
          </Status>
        </div>
        <div className={styles.days}>
          {[0, 1, 2, 3, 4].map((after) => (
            <Day key={after} date={addDays(tomorrow, after)} />
          ))}
        </div>
        <div className={styles.times}>
          {times.map((time) => (
            <Tile key={time} time={time} />
          ))}
        </div>
        <div className={styles.action}>
          <span className={styles.ask}>Choose a time</span>
          <span className={cx(styles.face, styles.chosen)}>
            Book {formatPlainDay(tomorrow)}, {formatPlainTime(chosen)}
          </span>
          <span className={cx(styles.face, styles.held)}>
            <Clock size={18} /> Kept for you for <Countdown />
          </span>
          <span className={cx(styles.face, styles.booked)}>
            <Check size={20} strokeWidth={2.5} /> Booked. It’s yours
          </span>
        </div>
      </div>
      <span key={-round - 1} className={cx('glass-pop', styles.after)}>
        <CalendarCheck size={20} />
        <span>
          <b>In your calendar</b>
          <span>and the link in your e-mail</span>
        </span>
      </span>
    </div>
  )
}

/** Whether most of an element has been in sight. */
function useSeen(element: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const { current } = element
    if (seen || !current) return
    const look = ([entry]: IntersectionObserverEntry[]) => {
      if (entry?.isIntersecting) setSeen(true)
    }
    const observer = new IntersectionObserver(look, { threshold: 0.6 })
    observer.observe(current)
    return () => observer.disconnect()
  }, [element, seen])
  return seen
}

function Day({ date }: { date: string }) {
  const at = new Date(`${date}T12:00:00Z`)
  const weekday = at.toLocaleDateString(locale(), { weekday: 'short', timeZone: 'UTC' })
  return (
    <span className={styles.day}>
      <span>{weekday}</span>
      <b>{at.getUTCDate()}</b>
    </span>
  )
}

function Tile({ time }: { time: (typeof times)[number] }) {
  const text = formatPlainTime(time)
  if (time === taken) {
    return (
      <span className={cx(styles.tile, styles.taken)}>
        <s>{text}</s>
      </span>
    )
  }
  return (
    <span className={cx(styles.tile, time === chosen && styles.pressed)}>
      <b>{text}</b>
      {time === heldByOthers && (
        <span className={cx(styles.face, styles.others)}>
          <b>{text}</b>
          <span>held</span>
        </span>
      )}
      {time === chosen && (
        <>
          <span className={cx(styles.face, styles.chosen)}>
            <b>{text}</b>
          </span>
          <span className={cx(styles.face, styles.held)}>
            <b>{text}</b>
            <Countdown />
          </span>
          <span className={cx(styles.face, styles.booked)}>
            <b>{text}</b>
            <span>yours</span>
          </span>
        </>
      )}
    </span>
  )
}

function Countdown() {
  return (
    <span className={styles.countdown}>
      <span>
        {countdown.map((left) => (
          <span key={left}>{left}</span>
        ))}
      </span>
    </span>
  )
}
