import RealistCausalMap
import RealistModel

/// Claims written as `Training > Skills: S1 S2 S3`, a line each; `>-` is a link that decreases, `>!` one that was overcome.
func map(_ text: String) -> CausalMap { CausalMap(claims: claims(text)) }

func claims(_ text: String) -> [Claim] {
  text.split(separator: "\n").flatMap { line -> [Claim] in
    let halves = line.split(separator: ":").map { String($0).trimmed }
    let ends = halves[0].split(separator: ">").map { String($0).trimmed }
    let sources = (halves.count > 1 ? halves[1] : "").split(separator: " ").map(String.init)
    let sign = ends[1].first
    let effect = sign == "-" || sign == "!" ? String(ends[1].dropFirst()).trimmed : ends[1]
    return sources.map { source in
      Claim(
        source: source, cause: ends[0], effect: effect, polarity: sign == "-" ? .decreases : .increases,
        kind: sign == "!" ? .despite : .influence)
    }
  }
}

/// The example that is worked through in the causal-map literature, with invented sources.
let training = map(
  """
  Training > Skills: S1 S2 S3
  Skills > Confidence: S1 S4
  Confidence > Retention: S1 S2
  Training > Retention: S5
  Skills > Retention: S3
  Funding > Training: S4
  """)
