import { longestNotes } from '@expertconnect/contract/notes/routes'
import { Check, Copy, LoaderCircle, LockKeyhole, TriangleAlert } from 'lucide-react'
import { type Ref, useId } from 'react'
import { Button } from '../../ui/action/button.tsx'
import { ButtonRow } from '../../ui/action/button-row.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Status } from '../../ui/feedback/status.tsx'
import { cx } from '../../ui/style/cx.ts'
import type { NoteKeeper, NotesView } from './note-keeper.ts'
import styles from './notes-field.module.css'

interface NotesFieldProps {
  view: NotesView
  keeper: NoteKeeper
  /** Takes all the height that there is. */
  tall?: boolean
  ref?: Ref<HTMLTextAreaElement>
}

/** A text that saves itself, and says whether it is saved. */
export function NotesField({ view, keeper, tall = false, ref }: NotesFieldProps) {
  const { text, state, problem, others } = view
  const privacy = useId()
  const left = longestNotes - text.length
  return (
    <div className={cx(styles.notes, tall && styles.tall)}>
      <textarea
        ref={ref}
        aria-label="Your private notes"
        aria-describedby={privacy}
        placeholder="What you want to remember of this session"
        rows={4}
        maxLength={longestNotes}
        readOnly={state === 'reading'}
        data-notes
        className={styles.text}
        value={text}
        onChange={(event) => keeper.type(event.target.value)}
      />
      <p className={styles.foot}>
        <span id={privacy} className={styles.privacy}>
          <LockKeyhole size={14} aria-hidden />
          Only you can read this.
        </span>
        <SavedMark view={view} />
      </p>
      {left < 500 && <p role="status">{left.toLocaleString('en')} characters left</p>}
      {problem && (
        <Notice
          role="alert"
          icon={<TriangleAlert size={20} />}
          title={state === 'unsaved' ? 'Your notes are not saved yet' : 'Your notes are not here'}
        >
          <p>{whyNot(view)}</p>
          <div>
            <Button size="s" onClick={() => void keeper.retry()}>
              Try again
            </Button>
          </div>
        </Notice>
      )}
      {others.map((other) => (
        <Notice
          key={other}
          role="status"
          tone="accent"
          icon={<Copy size={20} />}
          title="You wrote something else in another window"
        >
          <blockquote className={styles.other}>{other}</blockquote>
          <ButtonRow>
            <Button
              size="s"
              variant="primary"
              onClick={() => {
                keeper.type([text.trim(), other].filter(Boolean).join('\n\n'))
                keeper.leaveOut(other)
              }}
            >
              Add it to these notes
            </Button>
            <Button size="s" onClick={() => keeper.leaveOut(other)}>
              Leave it out
            </Button>
          </ButtonRow>
        </Notice>
      ))}
    </div>
  )
}

function SavedMark({ view: { state, text } }: { view: NotesView }) {
  switch (state) {
    case 'reading':
      return <Status bare>Loading…</Status>
    case 'typed':
    case 'saving':
      return (
        <Status bare icon={<LoaderCircle size={14} aria-hidden />}>
          Saving…
        </Status>
      )
    case 'saved':
      return text === '' ? null : (
        <Status bare tone="live" icon={<Check size={14} aria-hidden />}>
          Saved
        </Status>
      )
    case 'unsaved':
      return (
        <Status bare tone="held" icon={<TriangleAlert size={14} aria-hidden />}>
          Not saved
        </Status>
      )
    case 'unread':
      return null
  }
}

function whyNot({ state, problem }: NotesView): string {
  if (problem?.status === 0) {
    return state === 'unsaved'
      ? 'There is no connection. They are kept in this tab and saved as soon as there is one.'
      : 'There is no connection. You can write all the same: it is saved as soon as there is one.'
  }
  return problem?.detail ?? problem?.title ?? ''
}
