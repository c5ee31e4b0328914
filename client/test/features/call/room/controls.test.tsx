import { act, fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { begin, button, showRoom } from './show-room.tsx'

beforeEach(begin)

const press = (key: string, more: KeyboardEventInit) =>
  fireEvent.keyDown(document.body, { key, ...more })

describe('the controls of a call', () => {
  it('mute and unmute, by a name that says what a press does, and say what became of it', async () => {
    const { user } = showRoom()
    await user.click(button('Mute microphone'))
    expect(screen.getByText('Your microphone is muted.')).toBeTruthy()
    await user.click(button('Unmute microphone'))
    expect(screen.getByText('Your microphone is on.')).toBeTruthy()
  })

  it('turn the camera off and on', async () => {
    const { user } = showRoom()
    await user.click(button('Turn camera off'))
    expect(screen.getByText('Your camera is off.')).toBeTruthy()
    await user.click(button('Turn camera on'))
    expect(screen.getByText('Your camera is on.')).toBeTruthy()
  })

  it('share, and stop also from the line above the picture', async () => {
    const { user, devices } = showRoom()
    await user.click(button('Share your screen'))
    expect(screen.getAllByText('You are sharing your screen.').length).toBeGreaterThan(0)
    await user.click(screen.getAllByRole('button', { name: 'Stop sharing' })[0] ?? document.body)
    expect(devices.media.read().screen).toBeNull()
    expect(screen.getByText('You have stopped sharing your screen.')).toBeTruthy()
  })

  it('have no sharing where the browser has none', () => {
    showRoom({ media: { canShare: false } })
    expect(screen.queryByRole('button', { name: 'Share your screen' })).toBeNull()
  })

  it('keep sharing in More on a narrow screen', async () => {
    vi.spyOn(window, 'matchMedia').mockImplementation(
      (media) =>
        Object.assign(new EventTarget(), { matches: true, media }) as unknown as MediaQueryList,
    )
    const { user } = showRoom()
    expect(screen.queryByRole('button', { name: 'Share your screen' })).toBeNull()
    await user.click(button('More'))
    expect(screen.getByRole('menuitem', { name: 'Share your screen' })).toBeTruthy()
  })

  it('end with leaving', () => {
    showRoom()
    const bar = screen.getByRole('toolbar', { name: 'Call' })
    expect(within(bar).getAllByRole('button').at(-1)?.getAttribute('aria-label')).toBe(
      'Leave the call',
    )
  })

  it('choose devices by mouse and by arrows', async () => {
    const { user, devices } = showRoom()
    await user.click(button('Choose microphone and speaker'))
    const chosen = screen.getByRole('menuitemradio', { name: 'Built-in microphone' })
    expect(chosen.getAttribute('aria-checked')).toBe('true')
    expect(document.activeElement).toBe(chosen)
    await user.keyboard('{ArrowDown}{Enter}')
    expect(devices.done).toContain('choose microphone mic-2')
    expect(screen.queryByRole('menu')).toBeNull()
    expect(document.activeElement).toBe(button('Choose microphone and speaker'))
    await user.click(button('Choose a camera'))
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('menu')).toBeNull()
  })

  it('say why a device failed', () => {
    const { devices } = showRoom({ media: { camera: { state: 'asking' } } })
    act(() => devices.show({ camera: { state: 'faulty', fault: 'taken' } }))
    expect(screen.getByText('You can’t be seen')).toBeTruthy()
    expect(screen.getByText(/Another program is using the camera/)).toBeTruthy()
  })

  it('turn pictures off by hand', async () => {
    const { user, meeting } = showRoom()
    await user.click(button('More'))
    await user.click(screen.getByRole('menuitemcheckbox', { name: /^Sound only/ }))
    expect(meeting.read().soundOnly).toBe('chosen')
    expect(screen.getAllByText('Sound only: pictures are off.').length).toBeGreaterThan(0)
  })

  it('hide and show oneself, and move by the arrow keys', async () => {
    const { user } = showRoom()
    const self = screen.getByRole('group', { name: 'Your picture' })
    act(() =>
      within(self)
        .getByRole('button', { name: /^Move your picture/ })
        .focus(),
    )
    await user.keyboard('{ArrowLeft}{ArrowUp}')
    expect(self.dataset.corner).toBe('top-left')
    expect(screen.getByText('Your picture is at the top left.')).toBeTruthy()
    await user.click(button('Hide your picture'))
    expect(screen.queryByRole('group', { name: 'Your picture' })).toBeNull()
    await user.click(button('Show your picture'))
    expect(screen.getByRole('group', { name: 'Your picture' })).toBeTruthy()
  })
})

describe('shortcuts', () => {
  it('are those of Meet', () => {
    const { devices } = showRoom()
    expect(press('d', { ctrlKey: true, code: 'KeyD' })).toBe(false)
    expect(devices.media.read().microphone.state).toBe('muted')
    press('e', { metaKey: true, code: 'KeyE' })
    expect(devices.media.read().camera.state).toBe('off')
    press('M', { ctrlKey: true, shiftKey: true, code: 'KeyM' })
    expect(screen.getByRole('complementary', { name: 'Chat' })).toBeTruthy()
    press('?', { ctrlKey: true, shiftKey: true, code: 'Slash' })
    expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy()
  })

  it('leave to a Mac what Ctrl does where one writes', async () => {
    vi.spyOn(navigator, 'platform', 'get').mockReturnValue('MacIntel')
    const { devices, user } = showRoom()
    await user.click(button('Chat'))
    const writing = screen.getByRole('textbox', { name: 'Message to Asha Rai' })
    fireEvent.keyDown(writing, { key: 'e', ctrlKey: true, code: 'KeyE' })
    expect(devices.media.read().camera.state).toBe('on')
    fireEvent.keyDown(writing, { key: 'e', metaKey: true, code: 'KeyE' })
    expect(devices.media.read().camera.state).toBe('off')
  })

  it('are no single letters, and do not repeat', () => {
    const { devices } = showRoom()
    expect(press('d', { code: 'KeyD' })).toBe(true)
    press('d', { ctrlKey: true, altKey: true, code: 'KeyD' })
    press('d', { ctrlKey: true, code: 'KeyD', repeat: true })
    expect(devices.media.read().microphone.state).toBe('on')
  })

  it('go by the letter of the keyboard, and by its place where letters are others', () => {
    const { devices } = showRoom()
    // Dvorak: the letter E lies on the key D.
    press('e', { ctrlKey: true, code: 'KeyD' })
    expect(devices.media.read().microphone.state).toBe('on')
    expect(devices.media.read().camera.state).toBe('off')
    press('в', { ctrlKey: true, code: 'KeyD' })
    expect(devices.media.read().microphone.state).toBe('muted')
  })
})

describe('what must not be missed', () => {
  it('tells who speaks while muted, until they are not', async () => {
    const { user, devices } = showRoom({ media: { microphone: { state: 'muted' } } })
    const clock = vi.spyOn(performance, 'now')
    for (let ms = 0; ms <= 900; ms += 40) {
      clock.mockReturnValue(1000 + ms)
      act(() => devices.speak(0.5))
    }
    clock.mockRestore()
    expect(screen.getByText(/You are muted: Asha Rai can’t hear you/)).toBeTruthy()
    await user.click(button('Unmute'))
    expect(screen.queryByText(/You are muted/)).toBeNull()
    expect(devices.media.read().microphone.state).toBe('on')
  })

  it('offers one press after an interruption', async () => {
    const { user, done, devices } = showRoom({ media: { microphone: { state: 'interrupted' } } })
    await user.click(button('Tap to resume'))
    expect(devices.done).toContain('resume')
    await expect.poll(() => done).toContain('revive')
  })

  it('offers one press where the browser does not play by itself', async () => {
    vi.spyOn(HTMLMediaElement.prototype, 'play').mockRejectedValue(
      new DOMException('', 'NotAllowedError'),
    )
    const { user } = showRoom()
    const turnOn = await screen.findByRole('button', { name: 'Turn on sound' })
    vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue()
    await user.click(turnOn)
    expect(screen.queryByRole('button', { name: 'Turn on sound' })).toBeNull()
  })

  it('tells of a dead microphone, a line that is cut off and a weak one, with the reason', async () => {
    const { user, meeting } = showRoom({
      media: { isSilent: true },
      view: {
        isCutOff: true,
        quality: { level: 'weak', reason: 'own_line', loss: 0.08, roundTripMs: 400 },
      },
    })
    expect(screen.getByText(/No sound is coming from your microphone/)).toBeTruthy()
    expect(screen.getByText(/Your call continues/)).toBeTruthy()
    expect(screen.getByText(/Your connection is slow at the moment/)).toBeTruthy()
    await user.click(button(/^Connection: Weak/))
    const details = screen.getByRole('dialog', { name: 'Connection' })
    expect(within(details).getByText('400 ms')).toBeTruthy()
    expect(within(details).getByText('8.0 %')).toBeTruthy()
    await user.click(within(details).getByRole('button', { name: 'Close' }))
    await user.click(button('Sound only'))
    expect(meeting.read().soundOnly).toBe('chosen')
  })
})

describe('the page around it', () => {
  it('says in the call too that a device went and another took its place', () => {
    const { devices } = showRoom()
    act(() =>
      devices.show({
        microphone: { state: 'on', deviceId: 'mic-2' },
        microphones: [{ id: 'mic-2', label: 'Headset' }],
      }),
    )
    expect(screen.getByText('“Built-in microphone” is gone. Now using “Headset”.')).toBeTruthy()
  })

  it('plays the other side again when the system has given back what it took', () => {
    const { devices } = showRoom({ media: { microphone: { state: 'interrupted' } } })
    const play = vi.spyOn(HTMLMediaElement.prototype, 'play').mockClear()
    act(() => devices.show({ microphone: { state: 'on', deviceId: 'mic-1' } }))
    expect(
      play.mock.contexts.filter((element) => element instanceof HTMLAudioElement),
    ).toHaveLength(1)
  })

  it('unloads when the page goes, looks anew when it comes back, and never leaves for being hidden', () => {
    const { done, show, onLeave } = showRoom()
    const seen = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    fireEvent(document, new Event('visibilitychange'))
    expect(done).toEqual([])
    seen.mockReturnValue('visible')
    fireEvent(document, new Event('visibilitychange'))
    expect(done).toEqual(['revive'])
    fireEvent(window, new Event('pagehide'))
    expect(done).toEqual(['revive', 'unload'])
    // The page is reloaded: it is in the call again afterwards, and has not left it.
    act(() => show({ phase: 'ended', end: 'left' }))
    expect(onLeave).not.toHaveBeenCalled()
  })

  it('keeps the screen on, and asks again on return', async () => {
    const request = vi.fn<() => Promise<unknown>>(() =>
      Promise.resolve({ released: true, release: () => Promise.resolve() }),
    )
    Object.assign(navigator, { wakeLock: { request } })
    showRoom()
    await expect.poll(() => request.mock.calls.length).toBe(1)
    fireEvent(document, new Event('visibilitychange'))
    await expect.poll(() => request.mock.calls.length).toBe(2)
    Reflect.deleteProperty(navigator, 'wakeLock')
  })
})
