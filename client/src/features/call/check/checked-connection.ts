/** What the test needs of a connection. */
export type CheckedConnection = Pick<
  RTCPeerConnection,
  | 'addEventListener'
  | 'addIceCandidate'
  | 'close'
  | 'createDataChannel'
  | 'iceGatheringState'
  | 'localDescription'
  | 'remoteDescription'
  | 'setLocalDescription'
  | 'setRemoteDescription'
>
export type OpenConnection = (configuration: RTCConfiguration) => CheckedConnection
