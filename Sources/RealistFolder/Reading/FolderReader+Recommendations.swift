extension FolderReader {
  /// Reads the recommendations, or, when the loops they name are there, those.
  mutating func readRecommendations(withLoops: Bool) throws(FolderError) {
    guard let bytes = files[RecommendationsCSV.file] else { return }
    if withLoops {
      try builder.addLoopsOfRecommendations(bytes)
    } else {
      try builder.addRecommendations(bytes)
    }
  }
}
