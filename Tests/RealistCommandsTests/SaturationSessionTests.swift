import Foundation
import Testing

@testable import RealistCommands

@Suite("Commands: saturation")
struct SaturationSessionTests {
  let session: Session

  init() throws {
    session = try Session()
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Projects/support-workforce")
    #expect(session.run(words: ["build", folder.path(), "--output", "s.realist"]).status == 0)
  }

  @Test("new and repeated codes by interview, the runs, the verdict and what depends on the order")
  func codes() {
    session.expect(
      """
      $ realist saturation --bootstrap 500
      No.  Interview  Date        New  Repeated  So far  Run   New in run  Of the base
      ───  ─────────  ──────────  ───  ────────  ──────  ────  ──────────  ───────────
        1  P01        2025-10-07   29         0      29
        2  P02        2025-10-09   21        10      50
        3  P03        2025-10-14    7        25      57
        4  P04        2025-10-16    2        24      59
        5  P05        2025-10-21    0        24      59
        6  P06        2025-10-23    1        25      60  5–6            1       1.69 %
        7  P07        2025-10-28    0        23      60  6–7            1       1.69 %
        8  P08-P09    2025-11-04    0        33      60  7–8            0       0.00 %
        9  P14        2025-11-11    0        11      60  8–9            0       0.00 %
       10  FG1        2026-01-21    0        36      60  9–10           0       0.00 %

      a. Saturation of codes was reached at 4+2 interviews (base 4, run 2, threshold 5 %).
      b. New: for the first time in an interview, in order of date, then of import. The first 4 interviews bear 59 codes, the base (Guest, Namey and Chen 2020).
      c. In 500 random orders of the same interviews: median 5+2, 5th percentile 4+2, 95th 7+2; reached in 100.0 % of them (seed 1, xoshiro256**).
      """)
  }

  @Test("configurations and theories")
  func things() {
    session.expect(
      """
      $ realist saturation --by configurations --format csv
      No.,Interview,Date,New,Repeated,So far,Run,New in run,Ratio
      1,P01,2025-10-07,5,0,5,,,
      2,P02,2025-10-09,6,2,11,,,
      3,P03,2025-10-14,1,4,12,,,
      4,P04,2025-10-16,0,6,12,,,
      5,P05,2025-10-21,0,4,12,,,
      6,P06,2025-10-23,0,8,12,5–6,0,0.000000
      7,P07,2025-10-28,0,7,12,6–7,0,0.000000
      8,P08-P09,2025-11-04,0,9,12,7–8,0,0.000000
      9,P14,2025-11-11,0,2,12,8–9,0,0.000000
      10,FG1,2026-01-21,0,8,12,9–10,0,0.000000
      saturation of configurations was reached at 4+2 interviews (base 4, run 2, threshold 5 %)
      $ realist saturation --by theories --format csv
      No.,Interview,Date,New,Repeated,So far,Run,New in run,Ratio
      1,P01,2025-10-07,2,0,2,,,
      2,P02,2025-10-09,1,1,3,,,
      3,P03,2025-10-14,0,0,3,,,
      4,P04,2025-10-16,0,1,3,,,
      5,P05,2025-10-21,0,1,3,,,
      6,P06,2025-10-23,0,0,3,5–6,0,0.000000
      7,P07,2025-10-28,1,1,4,6–7,1,0.333333
      8,P08-P09,2025-11-04,1,0,5,7–8,2,0.666667
      9,P14,2025-11-11,0,0,5,8–9,1,0.333333
      10,FG1,2026-01-21,0,2,5,9–10,0,0.000000
      saturation of theory changes was reached at 4+2 interviews (base 4, run 2, threshold 5 %)
      """)
  }

  @Test("what is new is explained by the words that brought it")
  func explained() {
    session.expect(
      """
      $ realist saturation --code contexts/place --explain --format csv
      Interview,New,Place,First passage
      P01,contexts/place/better-paid-local-jobs,6729..6826,They've a sign up with what they pay. Our Leanne's on more than me and she gets ten per cent off.
      P02,contexts/place/distance,616..702,"We cover about six hundred square miles, most of it with water on one side of the road"
      saturation of codes was reached at 4+2 interviews (base 4, run 2, threshold 5 %)
      """)
  }

  @Test("a base and a run that do not fit are said; a share is a share")
  func refused() {
    session.expect(
      """
      $ realist saturation --base 9 --run 4 --format csv --code contexts/place
      No.,Interview,Date,New,Repeated,So far,Run,New in run,Ratio
      1,P01,2025-10-07,1,0,1,,,
      2,P02,2025-10-09,1,0,2,,,
      3,P03,2025-10-14,0,1,2,,,
      4,P04,2025-10-16,0,0,2,,,
      5,P05,2025-10-21,0,2,2,,,
      6,P06,2025-10-23,0,0,2,,,
      7,P07,2025-10-28,0,0,2,,,
      8,P08-P09,2025-11-04,0,2,2,,,
      9,P14,2025-11-11,0,1,2,,,
      10,FG1,2026-01-21,0,1,2,,,
      saturation cannot be judged: base 9, run 4, threshold 5 % need 13 interviews, and there are 10
      $ realist saturation --base 9 --run 4 --bootstrap 10
      realist: error: 10 random orders cannot be tried: there are 10 interviews with a coding, and base and run need 13
      hint: leave out --bootstrap, or ask for less: --base 2 --run 1
      [exit 65]
      $ realist saturation --base 0
      realist: error: --base is at least one interview
      [exit 64]
      $ realist saturation --threshold 105%
      realist: error: bad value '105%' for --threshold: expected a share such as 5% or 0.05
      hint: see: realist saturation --help
      [exit 64]
      $ realist saturation --kind survey
      realist: error: there is no interview and no focus group yet
      hint: other sources count with --kind: --kind interview
      [exit 65]
      $ realist saturation --bootstrap 0
      realist: error: --bootstrap: the number of orders is at least 1 and at most 1000000
      hint: --bootstrap 1000
      [exit 64]
      """)
  }

  @Test("the figure has a title, says in words all that it shows, and needs no colour")
  func plot() throws {
    #expect(session.run("realist saturation --plot plot.svg").errors == "wrote plot.svg\n")
    let svg = try session.text("plot.svg")
    #expect(svg.contains(#"role="img" aria-labelledby="figure-title figure-description""#))
    #expect(svg.contains(#"<title id="figure-title">Codes by interview</title>"#))
    let description = try #require(svg.firstMatch(of: /<desc id="figure-description">([^<]*)<\/desc>/)).1
    for words in [
      "P01: 29 new, 0 repeated, 29 so far", "FG1: 0 new, 36 repeated, 60 so far", "reached at 4+2 interviews",
    ] {
      #expect(description.contains(words))
    }
    #expect(!svg.contains("NaN") && !svg.contains("inf"))
    let colours = Set(svg.matches(of: /(?:fill|stroke)="([^"]+)"/).map { String($0.1) })
    #expect(
      colours.isSubset(of: ["black", "white", "dimgray", "silver", "none", "url(#hatch)"]), "\(colours)")
    #expect(svg.contains("saturation: 4+2") && svg.contains("stroke-dasharray"))
  }
}
