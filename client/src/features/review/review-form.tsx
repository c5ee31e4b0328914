import type { PartyReview } from '@expertconnect/contract/reviews/shapes'
import { useQueryClient } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import { call } from '../../server/api/client.ts'
import { aboutExperts } from '../../server/api/expert-queries.ts'
import { useSend } from '../../server/use-send.ts'
import { ButtonRow } from '../../ui/action/button-row.tsx'
import { Button } from '../../ui/action/button.tsx'
import { Refusal } from '../../ui/feedback/refusal.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { Field } from '../../ui/form/field.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { bookingReviewQuery } from './queries.ts'
import styles from './review-form.module.css'
import { StarChoice } from './star-choice.tsx'

interface ReviewFormProps {
  bookingId: string
  token: string
  expertName: string
  /** What was written before. */
  review?: PartyReview | undefined
  /** What is offered as the name below it. */
  name: string
  onClose?: () => void
}

const fields = ['rating', 'text', 'author'] as const

/** Stars, and words if one likes, below a name of one's own choice. */
export function ReviewForm(props: ReviewFormProps) {
  const { bookingId, token, expertName, review, name, onClose } = props
  const client = useQueryClient()
  const toast = useToast()
  const form = useForm(fields, {
    rating: review ? String(review.rating) : '',
    text: review?.text ?? '',
    author: review?.author ?? name,
  })
  const asked = { params: { id: bookingId } }
  const send = useSend(
    (body: { rating: number; text: string; author: string }) =>
      review
        ? call(
            'changeReview',
            { ...asked, body: { ...body, version: review.version } },
            { bearer: token },
          )
        : call('writeReview', { ...asked, body }, { bearer: token }),
    {
      onDone: () => {
        void client.invalidateQueries({ queryKey: bookingReviewQuery(bookingId, token).queryKey })
        for (const queryKey of aboutExperts) void client.invalidateQueries({ queryKey })
        toast({
          tone: 'good',
          title: review ? 'Your review has been changed' : 'Thank you for your review',
        })
        onClose?.()
      },
    },
  )
  function submit(event: SubmitEvent) {
    event.preventDefault()
    const { rating, text, author } = form.typed
    if (rating === '') return form.showFaults({ rating: 'Please choose one to five stars' })
    form.send(() => send({ rating: Number(rating), text, author }))
  }
  return (
    <form noValidate className={styles.form} onSubmit={submit}>
      <StarChoice legend={`How was your session with ${expertName}?`} {...form.control('rating')} />
      <Field
        label="What would you tell others?"
        hint={`Everyone who visits the page of ${expertName} can read it.`}
        multiline
        rows={4}
        optional
        maxLength={2000}
        {...form.control('text')}
      />
      <Field
        label="Shown as"
        hint="Your full name and address are never shown."
        required
        maxLength={60}
        autoComplete="off"
        {...form.control('author')}
      />
      <Refusal problem={form.problem} />
      <ButtonRow>
        <Button type="submit" variant="primary" busy={form.busy}>
          {review ? 'Save the review' : 'Send the review'}
        </Button>
        {onClose && <Button onClick={onClose}>Leave it as it was</Button>}
      </ButtonRow>
    </form>
  )
}
