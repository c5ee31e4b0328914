import type { DeskExpert } from '@expertconnect/contract/experts/shapes'
import { ImageUp, Trash2 } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState, type DragEvent } from 'react'
import { problemOf } from '../../server/api/problem.ts'
import { Avatar } from '../../ui/display/avatar.tsx'
import { Button } from '../../ui/action/button.tsx'
import { cx } from '../../ui/style/cx.ts'
import { useToast } from '../../ui/feedback/toast.tsx'
import styles from './photo-editor.module.css'
import { usePhoto } from './use-photo.ts'

/** The portrait: picked, dropped or pasted; it acts at once. */
export function PhotoEditor({ expert }: { expert: DeskExpert }) {
  const picker = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const { change, sending } = usePhoto()
  const toast = useToast()
  const problem = change.isError ? problemOf(change.error) : null

  function send(files: FileList | null | undefined) {
    const file = files?.[0]
    if (!file || change.isPending) return
    change.mutate(file, {
      onSuccess: () => toast({ tone: 'good', title: 'Your new photo is saved' }),
    })
  }

  const paste = useEffectEvent((event: ClipboardEvent) => {
    if ((event.clipboardData?.files.length ?? 0) === 0) return
    event.preventDefault()
    send(event.clipboardData?.files)
  })
  useEffect(() => {
    const hear = (event: ClipboardEvent) => paste(event)
    document.addEventListener('paste', hear)
    return () => document.removeEventListener('paste', hear)
  }, [])

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    send(event.dataTransfer.files)
  }

  const percent = Math.round((sending?.part ?? 0) * 100)
  return (
    <div
      className={cx(styles.editor, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Avatar
        name={expert.name}
        photoUrl={sending?.preview ?? expert.photoUrl}
        category={expert.category.slug}
        size={112}
        eager
      />
      <div className={styles.words}>
        <p>
          Drop a picture here, paste one, or choose it. Up to 8 MB; it is cropped to a square, and
          the place where it was taken is removed.
        </p>
        <div className={styles.row}>
          <Button
            busy={change.isPending}
            icon={<ImageUp size={18} aria-hidden />}
            onClick={() => picker.current?.click()}
          >
            Choose a picture
          </Button>
          {expert.photoUrl !== null && !change.isPending && (
            <Button
              variant="plain"
              icon={<Trash2 size={18} aria-hidden />}
              onClick={() => change.mutate(null)}
            >
              Remove it
            </Button>
          )}
        </div>
        <input
          ref={picker}
          type="file"
          accept="image/*"
          aria-label="Picture file"
          tabIndex={-1}
          className={styles.file}
          onChange={(event) => {
            send(event.target.files)
            event.target.value = ''
          }}
        />
        {sending && (
          <progress aria-label="Uploading the picture" max={100} value={percent}>
            {percent} %
          </progress>
        )}
        {problem && (
          <p role="alert" className={styles.fault}>
            {problem.title}. {problem.detail}
          </p>
        )}
      </div>
    </div>
  )
}
