import CommandKit
import Testing

private let rootHelp = """
  Keep the books of a small library.

  Usage: library COMMAND

  Commands:
    book  Add and list books.

  Loans:
    lend  Lend a book to somebody, who brings it back some day or other, as the
          saying goes.
    fail  Fail in one way.

  For shells:
    copy  Write what is read.

  Options:
        --version  Show the version.
    -h, --help     Show this help.

  A line of advice.

  Another paragraph.

  Examples:
    library lend 'Emma' --to Ann

  See 'library help COMMAND' for more on one command.

  """

private let bookHelp = """
  Add and list books.

  Usage: library book COMMAND
  Also called: books

  Commands:
    list    List books.
    import  Read books from files.

  Options:
    -h, --help  Show this help.

  See 'library help book COMMAND' for more on one command.

  """

private let listHelp = """
  List books.

  Usage: library book list [options]

  Options:
        --[no-]borrower        Show who has the book. (default: on)
        --reversed             Count from the end.
        --[no-]old             Only old ones, or only new ones.
    -n, --min-loans MIN-LOANS  How many. (default: 0)
        --weight WEIGHT        Largest weight.
    -h, --help                 Show this help.

  Shelf options:
    -s, --shelf FILE   The shelf's file.
        --format NAME  How to write it. (one of table, csv, json; default: table)

  Examples:
    # as CSV
    library book list --format csv

  """

private let lendHelp = """
  Lend a book to somebody, who brings it back some day or other, as the saying
  goes.

  Usage: library lend TITLE [COPIES] [REASON] --to PERSON... [options]

  Arguments:
    TITLE   The book.
    COPIES  How many copies. (default: 1)
    REASON  Why. (one of table, csv, json)

  Options:
    -t, --to PERSON  Who takes it. (required; repeatable)
        --note NOTE  A note. (repeatable)
        --colour NAME-OF-THE-COLOUR
                     A colour.
    -y, --yes        Do not ask.
    -q, --quiet      Say nothing.
    -h, --help       Show this help.

  Examples:
    # to Ann
    library lend 'Emma' --to Ann
    library lend 'Emma' 2 --to Ann --note 'handle with care'

  """

@Test("required, repeatable and over-long options show in the help of a command")
func leafHelp() {
  #expect(answer(["lend", "-h"]).output == lendHelp)
}

@Test("the options of a group without a title stand with the command's own")
func untitledGroup() {
  #expect(
    answer(["move", "-h"]).output.contains("\nOptions:\n      --slowly  Go slowly.\n  -h, --help    Show"))
}

@Test(
  "help is found by every road to it",
  arguments: [
    ([], rootHelp), (["--help"], rootHelp), (["-h"], rootHelp), (["help"], rootHelp),
    (["help", "book"], bookHelp), (["book"], bookHelp), (["books"], bookHelp),
    (["book", "--help"], bookHelp),
    (["book", "help"], bookHelp), (["book", "help", "list"], listHelp), (["help", "book", "list"], listHelp),
    (["book", "list", "-h"], listHelp), (["book", "list", "--format", "wrong", "--help"], listHelp),
  ] as [([String], String)])
func help(arguments: [String], page: String) {
  #expect(answer(arguments) == Answer(status: 0, output: page, errors: ""))
}

@Test("after two dashes --help is a word")
func helpAfterDashes() {
  #expect(answer(["lend", "--to", "Ann", "--", "--help"]).output.hasPrefix("--help|1"))
}

@Test("the version is the root's")
func version() {
  #expect(answer(["--version"]).output == "library 1.2.3\n")
}

@Test(
  "no line of the help is wider than the terminal, nor than 100 columns", arguments: [40, 60, 80, 100, 300])
func width(columns: Int) {
  for arguments in [[], ["book"], ["book", "list"], ["book", "import"], ["lend"], ["copy"]] {
    let lines = answer(arguments + ["--help"]) { $0.width = columns }.output.split(separator: "\n")
    let free = lines.filter { !$0.hasPrefix("Usage:") && !$0.hasPrefix("  library") && !$0.hasPrefix("See ") }
    #expect(free.count > 3)
    #expect(
      free.allSatisfy { $0.count <= min(columns, 100) }, "\(free.filter { $0.count > min(columns, 100) })")
  }
}

@Test("on a terminal headings are bold and the words are the same")
func boldHeadings() {
  let bold = answer(["book"]) { $0.isOutputTerminal = true }.output
  #expect(bold.contains("\u{1B}[1mUsage:\u{1B}[0m library book"))
  let plain = bold.split(separator: "\u{1B}[1m").joined().split(separator: "\u{1B}[0m").joined()
  #expect(plain == bookHelp)
}

@Test("the reference has every command that help shows, with its examples")
func reference() {
  let page = referenceMarkdown(Library.self)
  let headings = page.split(separator: "\n").filter {
    $0.hasPrefix("#") && !$0.hasPrefix("# as") && !$0.hasPrefix("# to")
  }
  #expect(
    headings == [
      "# Command reference", "## library", "### library book", "#### library book list",
      "#### library book import",
      "### library lend", "### library fail", "### library copy",
    ])
  #expect(page.contains("```\n# to Ann\nlibrary lend 'Emma' --to Ann\nlibrary lend"))
  #expect(page.contains("- `-s, --shelf FILE`: The shelf's file.\n"))
  #expect(!page.contains("secret"))
}

private struct Careless: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "careless", abstract: "no sentence", subcommands: [Leaf.self, Leaf.self])
  struct Leaf: Command {
    static let configuration = CommandConfiguration(
      name: "leaf", abstract: "Do it.", examples: ["careless twig", "careless leaf | head"])
    @Flag(short: "h", help: "H.") var hot: Bool
    @Flag(name: "hot", help: "H.") var warm: Bool
    func run(_ context: Context) throws {}
  }
}

@Test("careless declarations are found, careful ones are not complained of")
func problems() {
  #expect(declarationProblems(Library.self) == [])
  let leaf = [
    "careless leaf: '--hot' is declared more than once", "careless leaf: '-h' is declared more than once",
    "careless leaf: the example 'careless twig' cannot be parsed: unknown command 'careless twig'",
  ]
  #expect(
    declarationProblems(Careless.self)
      == ["careless: the abstract is not a sentence", "careless: 'leaf' is declared more than once"] + leaf
      + leaf)
}

@Test(
  "an example is cut into words as a shell does it",
  arguments: [
    ("p a  b", ["a", "b"]), ("p", []), ("p 'a b' \"c 'd'\" e\\ f", ["a b", "c 'd'", "e f"]),
    ("p a'b'\"c\"", ["abc"]),
    ("p ''", [""]), ("p a | head", ["a"]), ("p a>b", ["a"]), ("p 'a|b' \"c;d\"", ["a|b", "c;d"]),
    ("p a \\\n  b", ["a", "b"]), ("p 'a\\b' \"c\\\"d\"", ["a\\b", "c\"d"]),
  ])
func words(line: String, expected: [String]) {
  #expect(Example(line).words == expected)
}

@Test(
  "the nearest candidate is the one that was meant",
  arguments: [
    ("retenton", "retention"), ("retnetion", "retention"), ("ret", "retention"), ("scop", "scope"),
    ("banana", nil),
    ("", nil), ("s", nil),
  ])
func nearestCandidate(text: String, expected: String?) {
  #expect(nearest(to: text, among: ["retention", "scope", "care"]) == expected)
}
