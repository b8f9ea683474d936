import CommandKit

/// An invented program that lends books; it has every kind of parameter.
struct Library: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "library", abstract: "Keep the books of a small library.",
    discussion: "A line of advice.\n\nAnother paragraph.",
    examples: ["library lend 'Emma' --to Ann"],
    subcommands: [Book.self, Move.self],
    sections: [
      CommandSection("Loans", [Lend.self, Fail.self]),
      CommandSection("For shells", [Complete.self, Copy.self]),
    ],
    version: "1.2.3")
}

struct Book: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "book", aliases: ["books"], abstract: "Add and list books.",
    subcommands: [ListBooks.self, ImportBooks.self])
}

enum Layout: String, CaseIterable, ArgumentValue {
  case table, csv
  case json
}

/// Options that several commands share.
struct Shelf: ParameterGroup {
  static let title: String? = "Shelf options"

  @Option(short: "s", help: "The shelf's file.", valueName: "FILE", completion: .files)
  var shelf: String?

  @Option(help: "How to write it.", valueName: "NAME")
  var format = Layout.table
}

struct ListBooks: Command {
  static let configuration = CommandConfiguration(
    name: "list", abstract: "List books.", examples: [Example("library book list --format csv", "as CSV")])

  @Flag(inversion: true, help: "Show who has the book.") var borrower = true
  @Flag(help: "Count from the end.") var reversed: Bool
  @Flag(name: "old", help: "Only old ones, or only new ones.") var isOld: Bool?
  @Option(short: "n", help: "How many.") var minLoans = 0
  @Option(help: "Largest weight.") var weight: Double?
  @Option(help: "Not for people.", isHidden: true) var secret: String?
  @OptionGroup var shelf: Shelf

  func run(_ context: Context) throws {
    try context.print(
      "borrower=\(borrower) reversed=\(reversed) old=\(isOld.map { "\($0)" } ?? "-") n=\(minLoans)")
    try context.print(
      "weight=\(weight.map { "\($0)" } ?? "-") shelf=\(shelf.shelf ?? "-") format=\(shelf.format.rawValue)")
  }
}

struct ImportBooks: Command {
  static let configuration = CommandConfiguration(
    name: "import", abstract: "Read books from files.", examples: ["library book import a.csv b.csv"])

  @Argument(help: "The files.", valueName: "FILE", completion: .files) var files: [String]

  func run(_ context: Context) throws { try context.print(files.joined(separator: "|")) }
}

struct Lend: Command {
  static let configuration = CommandConfiguration(
    name: "lend",
    abstract: "Lend a book to somebody, who brings it back some day or other, as the saying goes.",
    examples: [
      Example("library lend 'Emma' --to Ann", "to Ann"),
      "library lend 'Emma' 2 --to Ann --note 'handle with care'",
    ])

  @Argument(help: "The book.", completion: .dynamic("titles")) var title: String
  @Argument(help: "How many copies.") var copies = 1
  @Argument(help: "Why.") var reason: Layout?
  @Option(short: "t", help: "Who takes it.", valueName: "PERSON", completion: .dynamic("people")) var to:
    [String]
  @Option(help: "A note.") var note: [String] = []
  @Option(help: "A colour.", valueName: "NAME-OF-THE-COLOUR", completion: .values(["dark red", "blue"]))
  var colour: String?
  @Flag(short: "y", help: "Do not ask.") var yes: Bool
  @Flag(short: "q", help: "Say nothing.") var quiet: Bool

  func run(_ context: Context) throws {
    try context.print(
      "\(title)|\(copies)|\(reason?.rawValue ?? "-")|\(to)|\(note)|\(colour ?? "-")|\(yes)|\(quiet)")
  }
}

/// Ends in the way it is told to.
struct Fail: Command {
  static let configuration = CommandConfiguration(
    name: "fail", abstract: "Fail in one way.", examples: ["library fail disk"])

  enum Way: String, CaseIterable, ArgumentValue { case presentable, unknown, status, pipe, disk }
  struct Secretive: Error { var words = "the words of a reader" }

  @Argument(help: "How.") var way: Way

  func run(_ context: Context) throws {
    switch way {
    case .presentable: throw Failure("shelf.txt:3: no such book", hint: "library book list", exitCode: 66)
    case .unknown: throw Secretive()
    case .status: throw ExitStatus(1)
    case .pipe: throw OutputError.brokenPipe
    case .disk: throw OutputError.failed("No space left on device")
    }
  }
}

struct Complete: Command {
  static let configuration = CommandConfiguration(
    name: "__complete", abstract: "Answer a shell.", examples: ["library __complete titles -- ''"],
    isHidden: true)

  @Argument(help: "What.") var kind: String
  @Argument(help: "Words so far.") var words: [String] = []

  func run(_ context: Context) throws {
    try context.print(
      kind == "titles" ? "Emma\tby Jane Austen\nEvelina\nMiddle march" : words.joined(separator: "+"))
  }
}

/// A group without a title of its own.
struct Pace: ParameterGroup {
  @Flag(help: "Go slowly.") var slowly: Bool
}

/// Its last argument is the place, as that of `mv`.
struct Move: Command {
  static let configuration = CommandConfiguration(
    name: "move", abstract: "Move books.", examples: ["library move Emma Evelina cellar"], isHidden: true)

  @Argument(help: "The books.", valueName: "TITLE") var titles: [String]
  @Argument(help: "Where to.") var place: String
  @OptionGroup var pace: Pace

  func run(_ context: Context) throws {
    try context.print("\(titles.joined(separator: "+")) to \(place)\(pace.slowly ? ", slowly" : "")")
  }
}

/// Says what it reads.
struct Copy: Command {
  static let configuration = CommandConfiguration(
    name: "copy", abstract: "Write what is read.",
    discussion: """
      All bytes are written as they are, whatever they are, and however many there are of them, so that what \
      comes out at the end is what went in at the beginning.
      """,
    examples: ["library copy"])

  func run(_ context: Context) throws { try context.output.write(context.readInput()) }
}

/// Status, standard output and standard error of one command line.
struct Answer: Equatable {
  var status: Int32
  var output: String
  var errors: String
}

func answer(_ arguments: [String], _ change: (inout Context) -> Void = { _ in }) -> Answer {
  var capture = Capture(input: "typed")
  change(&capture.context)
  let status = Program.run(Library.self, arguments: arguments, context: capture.context)
  return Answer(status: status, output: capture.output, errors: capture.errors)
}
