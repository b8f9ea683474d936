import RealistSamples

/// The seeded generator of random numbers for property tests; hand the seed to the test as an argument so that a failing one can be
/// repeated.
public typealias SplitMix64 = RealistSamples.SplitMix64
