import TestSupport
import Testing

/// Tests/Peers/agreement.py through the built program.
@Suite("Agreement, beside other people's programs")
struct AgreementPeersTests {
  private static let python = PeerProgram.python(with: "irrCAC, krippendorff, statsmodels, sklearn")

  @Test(
    "on 200 random tables irrCAC, krippendorff, statsmodels and scikit-learn come to the same numbers",
    .enabled(if: BuiltProgram.isThere, "the program is not built beside the tests"),
    .enabled(
      if: python != nil,
      "no Python with irrCAC, krippendorff, statsmodels and scikit-learn: pip install them, or name one that has them in REALIST_PYTHON"
    ))
  func same() throws {
    let result = try PeerProgram.run(
      try #require(Self.python), [PeerProgram.script("agreement.py"), BuiltProgram.path, "200"])
    let said = String(decoding: result.output, as: UTF8.self)
    #expect(result.status == 0, "\(said)")
    #expect(said.contains("200 tables, ") && said.contains(" comparisons, 0 different"))
  }
}
