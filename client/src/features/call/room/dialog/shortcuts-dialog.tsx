import { Dialog } from '../../../../ui/dialog/dialog.tsx'
import { keysOf, shortcutActions, shortcuts } from '../state/shortcuts.ts'
import styles from './shortcuts-dialog.module.css'

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open size="s" title="Keyboard shortcuts" onClose={onClose}>
      <dl className={styles.list}>
        {shortcutActions.map((action) => (
          <div key={action} className={styles.line}>
            <dt>{shortcuts[action].says}</dt>
            <dd>
              {keysOf(action).map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>
        In the chat, Enter sends and Shift + Enter begins a new line. Your own picture moves with
        the arrow keys.
      </p>
    </Dialog>
  )
}
