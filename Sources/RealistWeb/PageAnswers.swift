import LoopbackServer

/// The files of the page: `GET /` and `GET /page/NAME`. They hold nothing of the study.
public enum PageAnswers {
  /// `nil` for whatever is no address of the page.
  public static func answer(to request: HTTPRequest) -> HTTPResponse? {
    guard [.get, .head].contains(request.method) else { return nil }
    switch request.path {
    case []: return file("index.html")
    case let path where path.count == 2 && path[0] == "page": return file(path[1])
    default: return nil
    }
  }

  /// The names of all files, sorted.
  public static var names: [String] { PageFiles.all.keys.sorted() }

  private static func file(_ name: String) -> HTTPResponse? {
    guard let text = PageFiles.all[name], let ending = name.split(separator: ".").last,
      let type = types[String(ending)]
    else { return nil }
    return HTTPResponse(contentType: type, body: .bytes(text.withUTF8Buffer { Array($0) }))
  }

  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
  ]
}
