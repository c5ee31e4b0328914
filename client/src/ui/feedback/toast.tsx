import { CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import { IconButton } from '../action/icon-button.tsx'
import styles from './toast.module.css'
import { useLinger } from './use-linger.ts'

export interface Toast {
  title: string
  detail?: string
  tone?: 'info' | 'good' | 'bad'
  /** Offers one thing to do; pressing it also closes the toast. */
  action?: { label: string; onPress: () => void }
  /** A toast with the key of one that is shown replaces it: ten changes of a list are one message. */
  key?: string
}

interface Shown extends Toast {
  id: string
}

const ToastContext = createContext<(toast: Toast) => void>(() => undefined)

/** Shows a short message that needs no answer. Whatever must not be missed belongs into the page. */
export function useToast(): (toast: Toast) => void {
  return use(ToastContext)
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<readonly Shown[]>([])
  const made = useRef(0)
  const toast = useCallback((next: Toast) => {
    made.current += 1
    const id = next.key ?? `toast-${made.current}`
    setShown((before) => [...before.filter((other) => other.id !== id).slice(-2), { ...next, id }])
  }, [])
  const close = useCallback((id: string) => {
    setShown((before) => before.filter((other) => other.id !== id))
  }, [])
  const items = useMemo(
    () =>
      shown.map((item) => <ToastItem key={item.id} toast={item} onClose={() => close(item.id)} />),
    [shown, close],
  )
  return (
    <ToastContext value={toast}>
      {children}
      <div role="status" aria-live="polite" className={styles.stack}>
        {items}
      </div>
    </ToastContext>
  )
}

const icons = { info: Info, good: CircleCheck, bad: TriangleAlert }

function ToastItem({ toast, onClose }: { toast: Shown; onClose: () => void }) {
  const { title, detail, tone = 'info', action } = toast
  // Words that offer something to do stay longer.
  const linger = useLinger(action ? 12_000 : 6_000, onClose, `${title} ${detail ?? ''}`)
  const Icon = icons[tone]
  return (
    <div className={`glass-pop ${styles.toast} ${styles[tone]}`} {...linger}>
      <Icon size={20} aria-hidden className={styles.icon} />
      <div className={styles.text}>
        <p className={styles.title}>{title}</p>
        {detail !== undefined && <p className={styles.detail}>{detail}</p>}
        {action && (
          <button
            type="button"
            className={styles.action}
            onClick={() => {
              action.onPress()
              onClose()
            }}
          >
            {action.label}
          </button>
        )}
      </div>
      <IconButton label="Dismiss" icon={<X size={18} aria-hidden />} onClick={onClose} />
    </div>
  )
}
