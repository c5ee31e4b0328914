import type { MailState } from '@expertconnect/contract/messages/shapes'
import { CircleCheck, PauseCircle } from 'lucide-react'
import { visitorZone } from '../../lib/time/time.ts'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Status } from '../../ui/feedback/status.tsx'
import { momentWords } from './words.ts'

/** Whether mail goes out, as the server that answers sees it; where it does not, since when, why and what comes next. */
export function MailNotice({ mail, now }: { mail: MailState; now: number }) {
  const { paused, waiting, failed } = mail
  const zone = visitorZone()
  if (!paused) {
    return (
      <p>
        <Status tone="live" icon={<CircleCheck size={15} aria-hidden />}>
          E-mail is going out
        </Status>{' '}
        {countWords(waiting, failed)}
      </p>
    )
  }
  return (
    <Notice role="status" icon={<PauseCircle size={20} />} title="E-mail is not going out">
      <p>
        Since {momentWords(paused.since, zone, now)} the mail server cannot be reached: “
        {paused.reason}”. The next try is at {momentWords(paused.until, zone, now)}.
      </p>
      <p>
        {countWords(waiting, failed)} Nothing is lost: what is waiting goes out as soon as possible,
        if it is still true.
      </p>
    </Notice>
  )
}

function countWords(waiting: number, failed: number): string {
  const waits = waiting === 1 ? '1 e-mail is waiting' : `${waiting} e-mails are waiting`
  return `${waiting === 0 ? 'None are waiting' : waits}, ${failed === 0 ? 'none' : failed} failed.`
}
