import RealistSamples

/// Some bytes cut short, or with a few of them changed, removed or put in.
public func damaged(_ whole: [UInt8], seed: UInt64) -> [UInt8] {
  var random = SplitMix64(seed: seed)
  var bytes = seed % 3 == 0 ? Array(whole[..<Int.random(in: 0..<whole.count, using: &random)]) : whole
  for _ in 0..<Int.random(in: 0...6, using: &random) where !bytes.isEmpty {
    let at = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.remove(at: at)
    default: bytes.insert(Array("()\"\\;:-#{}|>\n ".utf8).randomElement(using: &random) ?? 0, at: at)
    }
  }
  return bytes
}
