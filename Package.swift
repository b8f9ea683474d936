// swift-tools-version: 6.2
import PackageDescription

/// Every target of our own: Swift 6 mode, warnings are errors.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "Realist",
  products: [
    .library(
      name: "Realist",
      targets: [
        "RealistModel", "RealistAnalysis", "RealistFormats", "RealistTranscripts", "RealistNotation",
        "RealistFolder",
        "RealistStore", "RealistReports", "RealistOffice", "RealistArchive", "RealistDiagrams",
        "RealistEditing",
        "RealistCausalMap", "RealistRigour", "RealistMatrices", "RealistManuscript", "RealistExchange",
        "RealistSamples",
      ]),
    .executable(name: "realist", targets: ["realist"]),
    .executable(name: "realist-bench", targets: ["realist-bench"]),
  ],
  targets: [
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CXLSX", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(
      name: "CMicroHTTP", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),

    .target(name: "SQLiteKit", dependencies: ["CSQLite"], swiftSettings: strict),
    .target(
      name: "RealistModel", dependencies: ["CSodium"], swiftSettings: strict,
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(name: "RealistAnalysis", dependencies: ["RealistModel"], swiftSettings: strict),
    .target(
      name: "RealistCausalMap", dependencies: ["RealistModel", "RealistAnalysis"], swiftSettings: strict),
    .target(name: "RealistRigour", dependencies: ["RealistModel"], swiftSettings: strict),
    .target(
      name: "RealistReading",
      dependencies: ["RealistModel", "RealistAnalysis", "RealistRigour", "RealistReports", "RealistStore"],
      swiftSettings: strict),
    .target(name: "RealistFormats", dependencies: ["RealistModel", "CZip", "CXML"], swiftSettings: strict),
    .target(
      name: "RealistTranscripts", dependencies: ["RealistModel", "RealistFormats"], swiftSettings: strict),
    .target(
      name: "RealistNotation", dependencies: ["RealistModel", "RealistFormats"], swiftSettings: strict),
    .target(
      name: "RealistFolder",
      dependencies: ["RealistModel", "RealistFormats", "RealistTranscripts", "RealistNotation"],
      swiftSettings: strict),
    .target(
      name: "RealistExchange",
      dependencies: [
        "RealistModel", "RealistFormats", "RealistTranscripts", "RealistFolder", "SQLiteKit",
      ],
      swiftSettings: strict),
    .target(name: "RealistStore", dependencies: ["RealistModel", "SQLiteKit"], swiftSettings: strict),
    .target(
      name: "RealistReports",
      dependencies: [
        "RealistModel", "RealistAnalysis", "RealistManuscript", "RealistRigour", "RealistMatrices",
        "RealistCausalMap", "RealistDiagrams",
      ],
      swiftSettings: strict),
    .target(
      name: "RealistDiagrams",
      dependencies: [
        "ChildProgram", "RealistModel", "RealistAnalysis", "RealistFormats", "RealistMatrices",
      ],
      swiftSettings: strict),
    .target(
      name: "RealistArchive", dependencies: ["RealistModel", "RealistFormats", "RealistFolder"],
      swiftSettings: strict),
    .target(
      name: "RealistOffice",
      dependencies: ["RealistModel", "RealistAnalysis", "RealistFormats", "RealistReports", "CXLSX"],
      swiftSettings: strict),
    .target(
      name: "RealistMatrices", dependencies: ["RealistModel", "RealistAnalysis"], swiftSettings: strict),
    .target(
      name: "RealistManuscript", dependencies: ["RealistModel", "RealistAnalysis"], swiftSettings: strict),
    .target(name: "RealistSamples", dependencies: ["RealistModel"], swiftSettings: strict),
    .target(name: "CommandKit", swiftSettings: strict),
    .target(
      name: "RealistEditing",
      dependencies: [
        "ChildProgram",
        "RealistNotation",
        "RealistModel", "RealistFormats", "RealistTranscripts", "RealistFolder", "RealistStore",
      ],
      swiftSettings: strict),
    .target(
      name: "LoopbackServer", dependencies: ["CMicroHTTP", "CSodium"], swiftSettings: strict),
    .target(
      name: "RealistWeb",
      dependencies: [
        "RealistNotation",
        "LoopbackServer", "RealistModel", "RealistAnalysis", "RealistCausalMap", "RealistMatrices",
        "RealistFormats", "RealistTranscripts", "RealistFolder", "RealistStore", "RealistEditing",
        "RealistReading", "RealistReports", "RealistRigour",
        "RealistOffice", "RealistDiagrams",
      ],
      exclude: ["Page"], swiftSettings: strict, plugins: ["EmbedPage"]),
    .executableTarget(name: "PageEmbedder", swiftSettings: strict),
    .plugin(
      name: "EmbedPage", capability: .buildTool(), dependencies: ["PageEmbedder"], path: "Sources/EmbedPage"),
    .target(name: "ChildProgram", swiftSettings: strict),
    .target(
      name: "RealistConsole",
      dependencies: [
        "CommandKit", "ChildProgram", "RealistModel", "RealistAnalysis", "RealistFormats",
        "RealistTranscripts", "RealistFolder", "RealistStore", "RealistReports", "RealistOffice",
        "RealistDiagrams", "RealistReading", "RealistRigour", "RealistCausalMap", "RealistExchange",
        "RealistEditing",
      ],
      swiftSettings: strict),
    .target(
      name: "RealistMaterialCommands",
      dependencies: [
        "CommandKit", "RealistConsole", "RealistEditing", "RealistModel", "RealistAnalysis", "RealistFormats",
        "RealistTranscripts", "RealistFolder", "RealistStore", "RealistReports",
      ],
      swiftSettings: strict),
    .target(
      name: "RealistCodingCommands",
      dependencies: [
        "CommandKit", "RealistConsole", "RealistEditing", "RealistModel", "RealistAnalysis", "RealistFormats",
        "RealistFolder",
        "RealistStore",
        "RealistReports",
      ],
      swiftSettings: strict),
    .target(
      name: "RealistQueryCommands",
      dependencies: [
        "CommandKit", "RealistConsole", "RealistEditing", "RealistModel", "RealistAnalysis",
        "RealistMatrices",
        "RealistFolder", "RealistStore", "RealistReports", "RealistDiagrams",
      ],
      swiftSettings: strict),
    .target(
      name: "RealistConfigurationCommands",
      dependencies: [
        "RealistNotation",
        "CommandKit", "RealistConsole", "RealistEditing", "RealistModel", "RealistAnalysis", "RealistFolder",
        "RealistStore",
        "RealistReports", "RealistDiagrams",
        "RealistMatrices",
      ],
      swiftSettings: strict),
    .target(
      name: "RealistTheoryOfChangeCommands",
      dependencies: [
        "RealistNotation",
        "CommandKit", "RealistConsole", "RealistEditing", "RealistModel", "RealistAnalysis", "RealistFolder",
        "RealistStore",
        "RealistReports", "RealistDiagrams", "RealistCausalMap",
      ],
      swiftSettings: strict),
    .target(
      name: "RealistManuscriptCommands",
      dependencies: [
        "CommandKit", "RealistConsole", "RealistModel", "RealistAnalysis", "RealistManuscript",
        "RealistStore",
        "RealistReports",
      ],
      swiftSettings: strict),
    .target(
      name: "RealistRigourCommands",
      dependencies: [
        "CommandKit", "RealistConsole", "RealistModel", "RealistReading", "RealistRigour",
        "RealistFormats", "RealistStore", "RealistReports",
      ],
      swiftSettings: strict),
    .target(
      name: "RealistWebCommands",
      dependencies: [
        "ChildProgram", "CommandKit", "RealistConsole", "LoopbackServer", "RealistWeb", "RealistModel",
        "RealistStore",
      ],
      swiftSettings: strict),
    .target(
      name: "RealistCommands",
      dependencies: [
        "CommandKit", "RealistConsole", "RealistWebCommands", "RealistModel", "RealistAnalysis",
        "RealistFormats",
        "RealistTranscripts", "RealistFolder", "RealistArchive", "RealistStore", "RealistReports",
        "RealistReading", "RealistOffice",
        "RealistDiagrams", "RealistMaterialCommands", "RealistCodingCommands",
        "RealistConfigurationCommands", "RealistTheoryOfChangeCommands", "RealistManuscriptCommands",
        "RealistQueryCommands",
        "RealistRigourCommands", "RealistExchange",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "realist", dependencies: ["RealistCommands", "CommandKit"], swiftSettings: strict),
    .executableTarget(
      name: "realist-bench",
      dependencies: [
        "RealistModel", "RealistAnalysis", "RealistStore", "RealistReports",
        "RealistSamples", "RealistFormats", "RealistTranscripts",
        "SQLiteKit", "RealistWeb", "LoopbackServer",
      ],
      swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["RealistModel", "RealistSamples"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(name: "SQLiteKitTests", dependencies: ["SQLiteKit"], swiftSettings: strict),
    .testTarget(name: "LoopbackServerTests", dependencies: ["LoopbackServer"], swiftSettings: strict),
    .testTarget(
      name: "RealistBrowserTests",
      dependencies: ["RealistStore", "RealistSamples", "RealistModel", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "RealistWebTests",
      dependencies: [
        "RealistWeb", "LoopbackServer", "RealistStore", "RealistFolder", "RealistFormats", "RealistModel",
        "RealistAnalysis", "RealistDiagrams", "RealistSamples", "SQLiteKit", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(name: "CommandKitTests", dependencies: ["CommandKit"], swiftSettings: strict),
    .testTarget(
      name: "RealistModelTests", dependencies: ["RealistModel", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "RealistSamplesTests", dependencies: ["RealistSamples", "RealistModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RealistAnalysisTests", dependencies: ["RealistAnalysis", "RealistModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RealistCausalMapTests",
      dependencies: ["RealistCausalMap", "RealistAnalysis", "RealistModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RealistMatricesTests",
      dependencies: [
        "RealistMatrices", "RealistAnalysis", "RealistModel", "RealistSamples", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RealistRigourTests", dependencies: ["RealistRigour", "RealistModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RealistFormatsTests",
      dependencies: ["RealistFormats", "RealistModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RealistTranscriptsTests",
      dependencies: ["RealistTranscripts", "RealistFormats", "RealistModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RealistNotationTests",
      dependencies: ["RealistNotation", "RealistFormats", "RealistModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RealistFolderTests",
      dependencies: [
        "RealistNotation", "RealistFolder", "RealistFormats", "RealistModel", "RealistSamples", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RealistExchangeTests",
      dependencies: [
        "RealistExchange", "RealistFolder", "RealistFormats", "RealistModel", "RealistSamples", "SQLiteKit",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RealistStoreTests",
      dependencies: [
        "RealistStore", "SQLiteKit", "RealistModel", "RealistAnalysis", "RealistSamples", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RealistEditingTests",
      dependencies: [
        "RealistEditing", "RealistStore", "RealistFolder", "RealistModel", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "QuestionInputTests",
      dependencies: [
        "RealistModel", "RealistAnalysis", "RealistFormats", "RealistFolder", "RealistRigour",
        "RealistManuscript", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "LibraryExampleTests",
      dependencies: [
        "RealistModel", "RealistAnalysis", "RealistFormats", "RealistTranscripts", "RealistFolder",
        "RealistStore", "RealistReports", "RealistDiagrams", "RealistRigour", "RealistCausalMap",
        "RealistMatrices", "RealistManuscript",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RealistCommandsTests",
      dependencies: [
        "RealistCommands", "CommandKit", "RealistModel", "RealistFolder", "RealistReading", "RealistReports",
        "RealistStore", "RealistWeb", "LoopbackServer", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RealistManuscriptTests", dependencies: ["RealistManuscript", "RealistAnalysis", "RealistModel"],
      swiftSettings: strict),
    .testTarget(
      name: "RealistDiagramsTests",
      dependencies: ["RealistDiagrams", "RealistAnalysis", "RealistModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RealistOfficeTests",
      dependencies: [
        "RealistOffice", "RealistReports", "RealistAnalysis", "RealistFormats", "RealistModel", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RealistArchiveTests",
      dependencies: [
        "RealistArchive", "RealistFolder", "RealistFormats", "RealistModel", "RealistSamples", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RealistReportsTests",
      dependencies: ["RealistReports", "RealistAnalysis", "RealistModel", "TestSupport"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
