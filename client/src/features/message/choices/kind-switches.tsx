import type { ChosenKind, MailChoices } from '@expertconnect/contract/messages/shapes'
import { Switch } from '../../../ui/form/switch.tsx'
import type { Choice } from './choice.ts'
import styles from './kind-switches.module.css'

interface Words {
  readonly label: string
  /** What comes, and when. */
  readonly detail: string
}

const words: Readonly<Record<ChosenKind, Words>> = {
  booked: {
    label: 'New sessions',
    detail: 'As soon as somebody books, with an entry for your calendar.',
  },
  moved: {
    label: 'Moved sessions',
    detail: 'As soon as a session is moved. Your calendar entry is updated.',
  },
  cancelled: {
    label: 'Cancelled sessions',
    detail: 'As soon as a session is cancelled, even by you. Your calendar entry is removed.',
  },
  declined: {
    label: 'Declined proposals',
    detail: 'As soon as a customer declines another time that you proposed.',
  },
  reminder: {
    label: 'Reminders',
    detail: 'A day, an hour and ten minutes before each session, with the link to join.',
  },
}
const kinds = Object.keys(words) as ChosenKind[]

export interface KindSwitchesProps {
  unwanted: MailChoices['unwanted']
  onChoose: (choice: Choice) => void
}

/** Which mails about sessions an expert gets. */
export function KindSwitches({ unwanted, onChoose }: KindSwitchesProps) {
  return (
    <ul className={styles.kinds}>
      {kinds.map((kind) => (
        <li key={kind}>
          <Switch
            label={words[kind].label}
            detail={words[kind].detail}
            checked={!unwanted.includes(kind)}
            onChange={(wanted) => onChoose({ kind, wanted })}
          />
        </li>
      ))}
    </ul>
  )
}
