import type { FeedSide } from '@expertconnect/contract/calendars/feed-routes'
import type { Feed } from '@expertconnect/contract/calendars/feed-shapes'
import { Radio } from 'lucide-react'
import { formatDayTime, visitorZone } from '../../lib/time/time.ts'
import { LinkButton } from '../../ui/action/link-button.tsx'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import { CopyButton } from '../../ui/form/copy-button.tsx'
import { FeedEnd } from './feed-end.tsx'
import { googleFeedLink, isReachable, outlookFeedLink, paces, webcalLink } from './feed-links.ts'
import styles from './feed.module.css'

const names: Readonly<Record<FeedSide, string>> = {
  customer: 'ExpertConnect: my sessions',
  expert: 'ExpertConnect: sessions with customers',
}

/** The ways into each calendar, what to expect of them, and the ways out. */
export function FeedOn({ side, feed }: { side: FeedSide; feed: Feed }) {
  const { url, readAt } = feed
  const outside = { target: '_blank', rel: 'noopener noreferrer' }
  return (
    <div className={styles.feed}>
      <section aria-labelledby="feed-add">
        <h3 id="feed-add">Add it once</h3>
        <div className={styles.ways}>
          <LinkButton href={webcalLink(url)}>Apple Calendar</LinkButton>
          <LinkButton href={googleFeedLink(url)} {...outside}>
            Google<VisuallyHidden> Calendar, opens in a new tab</VisuallyHidden>
          </LinkButton>
          <LinkButton href={outlookFeedLink(url, names[side], 'home')} {...outside}>
            Outlook<VisuallyHidden>, opens in a new tab</VisuallyHidden>
          </LinkButton>
          <LinkButton href={outlookFeedLink(url, names[side], 'work')} {...outside}>
            Outlook at work<VisuallyHidden>, opens in a new tab</VisuallyHidden>
          </LinkButton>
        </div>
        <CopyButton text={url} label="Copy the address" said="Your private address is copied" />
        <p className={styles.quiet}>
          Where there is no Apple Calendar, the first one opens what this device has. For
          Thunderbird, Proton and others, add a calendar “by URL” or “from the internet” there, and
          paste the address.
        </p>
        {!isReachable(url) && (
          <p className={styles.quiet}>
            Google, Outlook on the web and Proton fetch it over the internet: they need this site to
            have an https address.
          </p>
        )}
      </section>
      <section aria-labelledby="feed-pace">
        <h3 id="feed-pace">How often programs look</h3>
        <p className={styles.read}>
          <Radio size={16} aria-hidden />
          {readAt === null
            ? 'None has looked yet.'
            : `Last looked at: ${formatDayTime(readAt, visitorZone())}.`}
        </p>
        <dl className={styles.paces}>
          {paces.map(({ program, pace }) => (
            <div key={program}>
              <dt>{program}</dt>
              <dd>{pace}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.quiet}>
          Until then a change shows here and in our mails only. If your calendar also takes
          invitations from those mails, a session shows twice: hide one of the two calendars.
        </p>
      </section>
      <FeedEnd side={side} id={feed.id} />
    </div>
  )
}
