import Glibc

extension ServerError {
  public var message: String {
    switch self {
    case .portInUse(let port): "port \(port) is in use by another program"
    case .portRefused(let port): "port \(port) is not given to this user"
    case .system(let step, let number): "\(step): \(String(cString: strerror(number)).lowercased())"
    case .library: "the web server cannot be started"
    }
  }

  public var hint: String? {
    switch self {
    case .portInUse, .portRefused: "leave --port away and a free one is chosen"
    case .system, .library: nil
    }
  }
}
