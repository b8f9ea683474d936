import RealistRigour
import Testing

@Suite("Agreement of many coders, against published numbers")
struct ManyCoderOracleTests {
  @Test(
    "Krippendorff 2011, with missing judgements, at every level",
    arguments: [
      (Level.nominal, 0.743421, 0.2, 0.779487), (.ordinal, 0.815388, 47.275, 256.076923),
      (.interval, 0.849107, 0.433333, 2.871795), (.ratio, 0.797403, 0.022433, 0.110726),
    ])
  func krippendorff2011(_ level: Level, _ alpha: Double, _ observed: Double, _ expected: Double) throws {
    let ratings = try Ratings(numbers: PublishedTables.krippendorff2011)
    #expect(ratings.pairableCount == 40 && ratings.unitCount == 12 && ratings.coders == 4)
    let agreement = try ratings.alpha(level)
    #expect(agreement.estimate.isNear(alpha))
    #expect(agreement.observedDisagreement.isNear(observed))
    #expect(agreement.expectedDisagreement.isNear(expected))
  }

  @Test("Krippendorff 2004, p. 224, binary")
  func binary() throws {
    let agreement = try Ratings(numbers: PublishedTables.binary2004).alpha()
    #expect(agreement.estimate.isNear(0.095238))
    #expect(agreement.observedDisagreement.isNear(0.4) && agreement.expectedDisagreement.isNear(0.442105))
  }

  @Test("Krippendorff 2004, p. 227, nominal")
  func nominal() throws {
    let ratings = try Ratings(names: PublishedTables.nominal2004)
    #expect(ratings.unitCount == 12)
    #expect(try ratings.alpha().estimate.isNear(0.734104))
    #expect(try ratings.percent().estimate.isNear(0.833, decimals: 3))
  }

  @Test(
    "Hayes and Krippendorff 2007: five coders, forty units",
    arguments: [(Level.ordinal, 0.759829), (.nominal, 0.476510), (.interval, 0.757378), (.ratio, 0.662123)])
  func hayes(_ level: Level, _ alpha: Double) throws {
    let ratings = try Ratings(numbers: PublishedTables.hayes2007)
    #expect(ratings.unitCount == 40 && ratings.coders == 5)
    #expect(try ratings.alpha(level).estimate.isNear(alpha))
  }

  @Test("Fleiss 1971: thirty patients, six raters, five diagnoses")
  func fleiss() throws {
    let ratings = try Ratings(numbers: PublishedTables.fleiss1971)
    #expect(ratings.unitCount == 30 && ratings.coders == 6 && ratings.values == [1, 2, 3, 4, 5])
    let kappa = try ratings.fleiss()
    #expect(
      kappa.observed.isNear(0.555556) && kappa.expected.isNear(0.219938) && kappa.estimate.isNear(0.430245))
    #expect(try ratings.alpha().estimate.isNear(0.433410))
    #expect(try ratings.gwet().estimate.isNear(0.447885))
  }

  @Test(
    "Fleiss' κ of each category, which the paper rounds on the way",
    arguments: [
      (0, 0.2448, 0.248), (1, 0.2448, 0.248), (2, 0.5200, 0.517), (3, 0.4711, 0.470), (4, 0.5661, 0.565),
    ])
  func fleissCategories(_ category: Int, _ exact: Double, _ published: Double) throws {
    let kappa = try #require(
      try Ratings(numbers: PublishedTables.fleiss1971).fleiss(ofCategory: category).estimate.number)
    #expect(kappa.isNear(exact, decimals: 4))
    #expect(abs(kappa - published) < 0.005)
  }

  @Test("ten subjects of fourteen raters")
  func fleissTen() throws {
    let kappa = try Ratings(numbers: PublishedTables.fleissTen).fleiss()
    #expect(
      kappa.observed.isNear(0.378022) && kappa.expected.isNear(0.212755) && kappa.estimate.isNear(0.209931))
  }

  @Test("the four raters of Gwet's handbook, with missing judgements")
  func gwetHandbook() throws {
    // The data are those of Krippendorff 2011; the values are Gwet's (as irrCAC prints them).
    let ratings = try Ratings(numbers: PublishedTables.krippendorff2011)
    #expect(try ratings.gwet().estimate.isNear(0.77544, decimals: 5))
    #expect(try ratings.fleiss().estimate.isNear(0.76117, decimals: 5))
    #expect(try ratings.percent().estimate.isNear(0.81818, decimals: 5))
  }

  @Test("pooled κ is made of the means of what was observed and expected")
  func pooled() throws {
    let first = try CrossTable(PublishedTables.artstein).kappa()
    let second = try CrossTable(PublishedTables.paradox).kappa()
    let pooled = try Agreement.pooled([first, second])
    let (observed, expected) = ((0.7 + 0.85) / 2, (0.54 + second.expected) / 2)
    #expect(pooled.estimate.isNear((observed - expected) / (1 - expected)))
    #expect(throws: Undefined.nothingCompared) { try Agreement.pooled([]) }
    #expect(
      try Agreement.pooled([Agreement(observedDisagreement: 0, expectedDisagreement: 0)]).estimate
        == .undefined(.noVariation))
  }

  @Test(
    "benchmarks of α",
    arguments: [
      (0.8, Benchmark.reliable), (0.799, .tentative), (0.667, .tentative), (0.666, .unreliable),
      (-1, .unreliable),
    ])
  func benchmarks(_ alpha: Double, _ benchmark: Benchmark) { #expect(Benchmark(alpha: alpha) == benchmark) }
}
