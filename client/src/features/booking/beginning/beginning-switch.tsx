import { BellOff, BellRing } from 'lucide-react'
import { useId } from 'react'
import { type BrowserFamily, browserFamily } from '../../../lib/browser/browser-family.ts'
import {
  askForNotifications,
  type NotificationState,
  notify,
  useNotificationState,
} from '../../../lib/browser/notifications.ts'
import { useRemembered } from '../../../lib/browser/remembered.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Steps } from '../../../ui/display/steps.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { Switch } from '../../../ui/form/switch.tsx'
import styles from './beginning-switch.module.css'
import { wantsTelling, wasAskedToTell } from './telling.ts'

/** What being told means, by what the browser allows. */
const details: Readonly<Record<NotificationState, string>> = {
  granted: 'With a notification and in this tab’s title, while a page like this is open.',
  denied: 'In this tab’s title, while a page like this is open.',
  unasked: 'In this tab’s title, while a page like this is open.',
  unknown:
    'In this tab’s title, while a page like this is open. This browser can’t show notifications for it.',
}

/** Whether one wants to be told here when a session begins. Browsers are asked for notifications by a press only. */
export function BeginningSwitch({ browser = browserFamily() }: { browser?: BrowserFamily }) {
  const isWanted = useRemembered(wantsTelling)
  const state = useNotificationState()
  return (
    <div className={styles.telling}>
      <Switch
        label="Tell me here when it begins"
        detail={
          isWanted
            ? details[state]
            : 'Ten minutes before, at the start, and when somebody waits for you, while a page like this is open.'
        }
        checked={isWanted}
        onChange={(next) => (next ? void wantToBeTold() : wantsTelling.write(null))}
      />
      {isWanted && state === 'unasked' && (
        <div>
          <Button size="s" icon={<BellRing size={16} aria-hidden />} onClick={() => void ask()}>
            Allow notifications too
          </Button>
        </div>
      )}
      {isWanted && state === 'denied' && <Blocked browser={browser} />}
    </div>
  )
}

/** Also the answer to the question: nobody is asked it then. */
export async function wantToBeTold(): Promise<void> {
  wasAskedToTell.write(true)
  wantsTelling.write(true)
  await ask()
}

/** The one that is shown at once says what they look like, and proves that they are shown. */
async function ask(): Promise<void> {
  if ((await askForNotifications()) !== 'granted') return
  notify({
    title: 'You will be told here, like this',
    body: 'Ten minutes before a session, when it begins, and when somebody waits for you.',
    tag: 'sample',
  })
}

function Blocked({ browser }: { browser: BrowserFamily }) {
  const id = useId()
  return (
    <Notice
      role="status"
      icon={<BellOff size={20} />}
      title="Notifications are blocked for this site"
    >
      <p id={id}>The tab’s title will still tell you. To be notified as well:</p>
      <Steps steps={stepsFor(browser)} aria-labelledby={id} />
    </Notice>
  )
}

function stepsFor({ name, system }: BrowserFamily): readonly string[] {
  const last = 'Come back to this page; it updates by itself.'
  if (system === 'android') {
    return [
      'Press the icon at the left of the address and open “Permissions”.',
      'Allow notifications.',
      last,
    ]
  }
  switch (name) {
    case 'chrome':
      return [
        'Press the icon with the two sliders at the left of the address.',
        'Switch notifications on.',
        last,
      ]
    case 'edge':
      return [
        'Press the lock at the left of the address, then “Permissions for this site”.',
        'Set notifications to “Allow”.',
        last,
      ]
    case 'firefox':
      return [
        'Press the crossed-out icon at the left of the address.',
        'Remove the block with the × next to notifications, then press the switch again.',
      ]
    case 'safari':
      return [
        'In the menu bar choose Safari, “Settings…”, “Websites”, then “Notifications”.',
        'Set this site to “Allow”.',
        last,
      ]
    case 'other':
      return [
        'Open the settings of this site: most browsers have them at the left of the address.',
        'Allow notifications.',
        last,
      ]
  }
}
