/// Why there is no server.
public enum ServerError: Error, Hashable, Sendable {
  /// Another program listens on the port.
  case portInUse(UInt16)
  /// The system does not give this port to this user.
  case portRefused(UInt16)
  /// The system could not do a step; the number is its `errno`.
  case system(step: String, errno: Int32)
  /// libmicrohttpd did not start.
  case library
}
