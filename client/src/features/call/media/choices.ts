import { remembered, textsIn } from '../../../lib/browser/remembered.ts'

/** The devices that were chosen by hand, by their ids. This device keeps them for the next call. */
export interface DeviceChoices {
  readonly microphone?: string
  readonly camera?: string
  readonly speaker?: string
}

export const deviceChoices = remembered<DeviceChoices>({
  on: 'device',
  key: 'ec.call.devices',
  shape: (found) => textsIn(found, ['microphone', 'camera', 'speaker']),
})

/** What was on in this tab, so that a reload finds it as it was. */
export interface LastStates {
  readonly microphone: 'on' | 'muted' | 'off'
  readonly camera: 'on' | 'off'
}

export const lastStates = remembered<LastStates>({
  on: 'tab',
  key: 'ec.call.states',
  shape(found) {
    const { microphone, camera } = textsIn(found, ['microphone', 'camera'])
    return {
      microphone: microphone === 'on' || microphone === 'muted' ? microphone : 'off',
      camera: camera === 'on' ? 'on' : 'off',
    }
  },
})
