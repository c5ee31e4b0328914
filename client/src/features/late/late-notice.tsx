import { Clock } from 'lucide-react'
import { Notice } from '../../ui/feedback/notice.tsx'
import { lateTitle, type Said } from './late-words.ts'

/** The other side comes later. Nothing is moved by it. */
export function LateNotice({ who, said }: { who: string; said: Said | undefined }) {
  if (!said) return null
  return (
    <Notice role="status" icon={<Clock size={20} />} title={lateTitle(who, said)}>
      {said.word === undefined ? undefined : <p>“{said.word}”</p>}
    </Notice>
  )
}
