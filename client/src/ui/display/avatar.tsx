import { useState } from 'react'
import styles from './avatar.module.css'
import { initials } from './initials.ts'
import { Travelling } from './travelling.tsx'

export interface AvatarProps {
  name: string
  photoUrl: string | null
  /** The slug of a category: it chooses the gradient behind the portrait. */
  category?: string | undefined
  /** Width and height in CSS pixels. */
  size: number
  /** The expert's slug: the portrait then travels between the pages that show it. */
  travels?: string | undefined
  /** `bleeding` on a ground that has the category's tint already. */
  shape?: 'tile' | 'bleeding'
  /** Loaded at once, for the portrait that a page is about. */
  eager?: boolean
}

/** A portrait. The gradient keeps its place while it loads; initials stand in where there is none. */
export function Avatar({
  name,
  photoUrl,
  category,
  size,
  travels,
  shape = 'tile',
  eager = false,
}: AvatarProps) {
  const [failed, setFailed] = useState<string | null>(null)
  const shown = photoUrl !== null && photoUrl !== failed
  const portrait = (
    <span
      className={styles.avatar}
      data-tint={category ?? ''}
      data-shape={shape}
      style={{ width: size, height: size, fontSize: size * 0.36, borderRadius: radius(size) }}
    >
      {shown ? (
        <img
          // The name stands beside every portrait; read out twice it would only be in the way.
          alt=""
          src={photoUrl}
          width={size}
          height={size}
          loading={eager ? 'eager' : 'lazy'}
          fetchPriority={eager ? 'high' : 'auto'}
          decoding="async"
          onError={() => setFailed(photoUrl)}
        />
      ) : (
        <span aria-hidden>{initials(name)}</span>
      )}
    </span>
  )
  return travels === undefined ? (
    portrait
  ) : (
    <Travelling name={`expert-photo-${travels}`}>{portrait}</Travelling>
  )
}

// The corner keeps its proportion to the face, within the radii of the house.
function radius(size: number): number {
  return Math.round(Math.min(28, Math.max(10, size * 0.28)))
}
