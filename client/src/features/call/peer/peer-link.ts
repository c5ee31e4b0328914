/** The only place that names the browser's connection. */
export function openConnection(configuration: RTCConfiguration): RTCPeerConnection {
  return new RTCPeerConnection(configuration)
}
