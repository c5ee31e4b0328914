import { act, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { MeetingView } from '../../../../src/features/call/meeting/meeting.ts'
import { begin, button, showRoom } from './show-room.tsx'

beforeEach(begin)

describe('what is going on, in words', () => {
  const cases: [string, Partial<MeetingView>, RegExp[]][] = [
    ['entering', { phase: 'entering' }, [/Joining/]],
    [
      'waiting',
      { phase: 'waiting' },
      [/Waiting for Asha Rai/, /It started at 09:00\./, /nothing you need to do/],
    ],
    ['other left', { phase: 'waiting', otherLeft: true }, [/Asha Rai left/, /open until 10:30/]],
    ['connecting', { phase: 'connecting' }, [/Connecting to Asha Rai/]],
    [
      'connecting, without a relay',
      { phase: 'connecting', relayFault: 'relay_unreachable' },
      [/A direct connection is still being tried/],
    ],
    ['reconnecting', { phase: 'reconnecting' }, [/Reconnecting/, /We’re reconnecting/]],
    [
      'no path',
      { phase: 'no_path' },
      [/Can’t reach Asha Rai yet/, /is blocking the call/, /Another network/],
    ],
    ['no path, refused', { phase: 'no_path', relayFault: 'relay_refused' }, [/refused the call/]],
    ['taken over', { phase: 'ended', end: 'taken_over' }, [/in this session somewhere else/]],
  ]
  it.each(cases)('%s', (_, view, words) => {
    showRoom({ view: { quality: null, ...view } })
    for (const word of words) expect(screen.getAllByText(word).length).toBeGreaterThan(0)
  })

  it('says before the start when it begins', () => {
    showRoom({ view: { phase: 'waiting' }, now: '2030-11-25T08:55:00Z' })
    expect(screen.getByText(/The session starts at 09:00\./)).toBeTruthy()
    expect(screen.getByText('Starts in 5:00')).toBeTruthy()
  })

  it('says aloud what it has become', () => {
    const { show } = showRoom({ view: { phase: 'waiting' } })
    act(() => show({ phase: 'connected' }))
    expect(screen.getByText('You are connected with Asha Rai.')).toBeTruthy()
    act(() =>
      show({ remote: { microphone: true, camera: true, sharing: true, interrupted: false } }),
    )
    expect(screen.getByText('Asha Rai shares their screen.')).toBeTruthy()
  })

  it('offers the meeting link of the expert where no path is found, and to try again', async () => {
    const { user, done } = showRoom({
      view: { phase: 'no_path' },
      facts: { meetingUrl: 'https://meet.example.org/asha' },
    })
    const link = screen.getByRole('link', { name: 'Open the other meeting' })
    expect(link.getAttribute('href')).toBe('https://meet.example.org/asha')
    expect(link.getAttribute('rel')).toBe('noreferrer')
    await user.click(button('Try again now'))
    expect(done).toContain('revive')
  })

  it('shows the link of the other side in a demo alone', () => {
    const { unmount } = showRoom({ view: { phase: 'waiting' } })
    expect(screen.queryByText('A demo:')).toBeNull()
    unmount()
    showRoom({ view: { phase: 'waiting' }, facts: { demoUrl: 'http://localhost/b/x/call#y' } })
    const link = screen.getByRole('link', { name: 'Open in a second tab' })
    expect(link.getAttribute('href')).toBe('http://localhost/b/x/call#y')
    expect(link.getAttribute('target')).toBe('_blank')
    expect(button('Copy the link')).toBeTruthy()
  })

  it('gives camera and microphone back while the call goes on elsewhere, and takes it back with the call', async () => {
    const { show, user, done, devices } = showRoom()
    act(() => show({ phase: 'ended', end: 'taken_over' }))
    expect(devices.media.read().camera.state).toBe('off')
    expect(devices.media.read().microphone.state).toBe('off')
    expect(screen.queryByRole('toolbar', { name: 'Call' })).toBeNull()
    await user.keyboard('{Control>}e{/Control}')
    expect(devices.media.read().camera.state).toBe('off')
    await user.click(button('Take it back here'))
    expect(done).toContain('takeBack')
    expect(devices.media.read().camera.state).toBe('on')
    expect(devices.media.read().microphone.state).toBe('on')
  })

  it('goes on to the closing page when it ends, but not when it was taken over', () => {
    const { show, onLeave } = showRoom()
    act(() => show({ phase: 'ended', end: 'taken_over' }))
    expect(onLeave).not.toHaveBeenCalled()
    act(() => show({ phase: 'ended', end: 'cancelled' }))
    expect(onLeave).toHaveBeenCalledOnce()
  })

  it('leaves, whatever the state of the line', async () => {
    const { user, done, onLeave } = showRoom({ view: { phase: 'reconnecting' } })
    await user.click(button('Leave the call'))
    expect(done).toContain('leave')
    expect(onLeave).toHaveBeenCalledOnce()
  })
})

describe('who is seen', () => {
  it('shows their picture, or why there is none', () => {
    const { show } = showRoom()
    expect(screen.getByLabelText('Asha Rai').tagName).toBe('VIDEO')
    act(() =>
      show({ remote: { microphone: false, camera: false, sharing: false, interrupted: false } }),
    )
    expect(screen.queryByLabelText('Asha Rai')).toBeNull()
    expect(screen.getByText('Their camera is off.')).toBeTruthy()
    expect(screen.getByText(', muted')).toBeTruthy()
    act(() =>
      show({ remote: { microphone: true, camera: false, sharing: false, interrupted: true } }),
    )
    expect(screen.getByText(/was interrupted, perhaps by a phone call/)).toBeTruthy()
  })

  it('shows their screen beside their picture', () => {
    showRoom({
      view: { remote: { microphone: true, camera: true, sharing: true, interrupted: false } },
    })
    expect(screen.getByLabelText('The screen of Asha Rai')).toBeTruthy()
    expect(screen.getByLabelText('Asha Rai')).toBeTruthy()
  })

  it('plays sound through an element that begins when it is told, and pictures without any', () => {
    const { container } = showRoom()
    const media = [...container.querySelectorAll<HTMLMediaElement>('audio, video')]
    expect(media.map((element) => element.autoplay)).toEqual(media.map(() => false))
    for (const video of container.querySelectorAll('video')) expect(video.muted).toBe(true)
    expect(container.querySelectorAll('audio')).toHaveLength(1)
  })

  it('marks who speaks', async () => {
    const { hear, container } = showRoom()
    expect(container.querySelector('[data-speaking]')).toBeNull()
    act(() => hear(0.5))
    expect(container.querySelector('[data-speaking]')).not.toBeNull()
    await waitFor(() => expect(container.querySelector('[data-speaking]')).toBeNull())
  })
})

describe('the clock', () => {
  it.each([
    ['2030-11-25T09:20:00Z', '40 min left', 'running'],
    ['2030-11-25T09:55:30Z', '4:30 left', 'soon'],
    ['2030-11-25T10:03:10Z', '3 min over · room closes at 10:30', 'over'],
    ['2030-11-25T10:26:00Z', 'Closes in 4:00 · room closes at 10:30', 'over'],
  ])('at %s', (now, text, stage) => {
    showRoom({ now })
    const clock = screen.getByRole('timer')
    expect(clock.textContent).toBe(text)
    expect(clock.dataset.stage).toBe(stage)
  })

  it('says aloud that five minutes are left, and that the time is up', () => {
    const { at } = showRoom({ now: '2030-11-25T09:54:59Z' })
    at('2030-11-25T09:55:01Z')
    expect(screen.getByText('Five minutes left.')).toBeTruthy()
    at('2030-11-25T10:00:01Z')
    expect(screen.getByText('The time is up. The room closes at 10:30.')).toBeTruthy()
  })
})
