/** What the call needs of a connection, and what a made-up one in a test has to offer. */
export type Link = Pick<
  RTCPeerConnection,
  | 'signalingState'
  | 'connectionState'
  | 'iceGatheringState'
  | 'localDescription'
  | 'remoteDescription'
  | 'createDataChannel'
  | 'addTransceiver'
  | 'getTransceivers'
  | 'setLocalDescription'
  | 'setRemoteDescription'
  | 'addIceCandidate'
  | 'restartIce'
  | 'setConfiguration'
  | 'getConfiguration'
  | 'getStats'
  | 'close'
  | 'addEventListener'
>

/** The only place that names the browser's connection. */
export function openConnection(configuration: RTCConfiguration): RTCPeerConnection {
  return new RTCPeerConnection(configuration)
}
