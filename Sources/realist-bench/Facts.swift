/// What the operations ask of a study.
struct Facts {
  var code: String
  var word: String
  var source: String
  var passages: [String]

  init?(_ output: [UInt8]) {
    let lines = String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    guard lines.count > 3 else { return nil }
    (code, word, source, passages) = (lines[0], lines[1], lines[2], Array(lines[3...]))
  }
}
