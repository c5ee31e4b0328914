import { Decided } from '../../ui/feedback/decided.tsx'
import { CalendarClock, CloudOff, Info } from 'lucide-react'
import { ButtonRow } from '../../ui/action/button-row.tsx'
import { Button } from '../../ui/action/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Refusal } from '../../ui/feedback/refusal.tsx'
import { Status, type Tone } from '../../ui/feedback/status.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { Sample, SampleGroup } from './sample.tsx'

const tones: readonly (readonly [Tone, string])[] = [
  ['live', 'Free'],
  ['held', 'Held'],
  ['danger', 'Cancelled'],
  ['accent', 'Yours'],
  ['neutral', 'Over'],
]

/** What is told. */
export function FeedbackSamples() {
  return (
    <SampleGroup title="Feedback: what is told">
      <Sample title="Decided">
        <Decided word="Approved" yes at="2026-11-29T12:00:00Z" />
        <Decided word="Declined" yes={false} noTone="danger" at={undefined}>
          <p>Somebody else does this already.</p>
        </Decided>
      </Sample>
      <Sample title="Status">
        <ButtonRow>
          {tones.map(([tone, words]) => (
            <Status key={tone} tone={tone}>
              {words}
            </Status>
          ))}
        </ButtonRow>
        <ButtonRow>
          {tones.map(([tone, words]) => (
            <Status key={tone} tone={tone} dot="still">
              {words}
            </Status>
          ))}
        </ButtonRow>
        <ButtonRow>
          {tones.map(([tone, words]) => (
            <Status key={tone} tone={tone} bare icon={<CalendarClock size={16} aria-hidden />}>
              {words}
            </Status>
          ))}
        </ButtonRow>
        <Status tone="live" dot="pulse">
          Live
        </Status>
      </Sample>
      <Sample title="Notice">
        <Notice icon={<CloudOff size={20} />} title="Could not be refreshed">
          <p>This is what was last known.</p>
        </Notice>
        <Notice
          tone="accent"
          icon={<Info size={20} />}
          title="With a heading, and a way on"
          level={3}
        >
          <p>Something that must not be missed, in its place on the page.</p>
          <ButtonRow>
            <Button size="s">Show it</Button>
          </ButtonRow>
        </Notice>
        <Notice icon={<CloudOff size={20} />} title="A title alone" />
      </Sample>
      <Sample title="Refusal">
        <Refusal problem={{ title: 'This time was just taken', detail: 'Choose another one.' }} />
        <Refusal problem={{ title: 'The server cannot be reached' }} />
        <Refusal problem={{ code: 'too_many', title: 'Too many', retryAfterSeconds: 600 }} />
      </Sample>
      <ToastSamples />
    </SampleGroup>
  )
}

function ToastSamples() {
  const toast = useToast()
  return (
    <Sample title="Toast">
      <ButtonRow>
        <Button onClick={() => toast({ title: 'Somebody took 10:00', detail: 'It is gone.' })}>
          News
        </Button>
        <Button onClick={() => toast({ tone: 'good', title: 'Saved' })}>Good news</Button>
        <Button
          onClick={() =>
            toast({
              tone: 'bad',
              title: 'Not saved',
              detail: 'The server cannot be reached.',
              action: { label: 'Try again', onPress: () => undefined },
            })
          }
        >
          Bad news
        </Button>
      </ButtonRow>
    </Sample>
  )
}
