import { Volume2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../ui/action/button.tsx'
import { playTone, type Tone } from './play-tone.ts'
import styles from './speaker-test.module.css'

/** Two notes, through the speaker that is chosen. */
export function SpeakerTest({ speakerId }: { speakerId: string | null }) {
  const [state, setState] = useState<'idle' | 'playing' | 'played' | 'failed'>('idle')
  const tone = useRef<Tone>(undefined)
  useEffect(() => () => tone.current?.stop(), [])

  async function play() {
    setState('playing')
    tone.current?.stop()
    const made = playTone(speakerId)
    tone.current = made
    setState((await made.played) ? 'played' : 'failed')
  }

  return (
    <div className={styles.test}>
      <Button
        icon={<Volume2 size={18} aria-hidden />}
        busy={state === 'playing'}
        onClick={() => void play()}
      >
        Test the speaker
      </Button>
      <p role="status" className={styles.said}>
        {says[state]}
      </p>
    </div>
  )
}

const says = {
  idle: '',
  playing: 'You should hear two notes now.',
  played: 'Heard nothing? Turn up the volume, or choose another speaker.',
  failed: 'The browser could not play a sound.',
}
