import ChildProgram
import CommandKit
import LoopbackServer
import RealistConsole
import RealistModel
import RealistStore
import RealistWeb

/// `realist serve`.
struct ServeCommand: Command {
  static let configuration = CommandConfiguration(
    name: "serve", abstract: "Read, code and configure in the browser.",
    discussion: """
      Prints an address that only this machine can open, with a token that only this run knows, and answers the page until Ctrl-C. Commands may \
      be used at the same time: pages show what they change.

      With a token file the address stays the same from one run to the next, so that an open page goes on after the program was ended.
      """,
    examples: [
      Example("realist serve --study my.realist", "open the address it prints"),
      Example("realist serve --open --coder Bea", "in the browser at once, coding as Bea"),
      Example("realist serve --port 8080 --token-file my.token", "the same address every time"),
      Example("realist serve --read-only", "to show somebody round"),
    ])

  @Option(short: "p", help: "The port of 127.0.0.1; 0 takes one that is free.", valueName: "N") var port = 0
  @Option(
    help: "Keep the token in this file; made when it is not there.", valueName: "FILE", completion: .files)
  var tokenFile: String?
  @Flag(help: "Refuse every change.") var readOnly: Bool
  @Flag(help: "Open the page in the browser (xdg-open).") var open: Bool
  @OptionGroup var study: StudyOptions

  /// Milliseconds that a change waits for another process, with everybody else who asks waiting behind it. Pages try again by themselves.
  private static let busyTimeout = 40

  func run(_ context: Context) throws {
    guard let port = UInt16(exactly: port) else {
      throw Failure.usage("--port \(port): a port is a number from 0 to 65535")
    }
    let token = try tokenFile.map { try TokenFile.token(in: context.path($0), named: $0) } ?? .random()
    let store = try study.open(context, readOnly ? .readOnly : .readWrite, busyTimeout: Self.busyTimeout)
    let listener = try LoopbackListener(port: port)
    let address = "http://127.0.0.1:\(listener.port)/#token=\(token.text)"
    // Before anybody can know the address: from then on the program ends in good order.
    let termination = Termination.begin()
    defer { termination.end() }
    try context.print(address)
    try context.output.flush()
    context.printError("serving \(store.path)\(readOnly ? ", read only" : ""); end it with Ctrl-C")
    let workbench = Workbench(
      store, coder: context.coder(named: study.coder), isReadOnly: readOnly,
      program: "realist \(Release.version)",
      dotProgram: context.environment["REALIST_DOT"] ?? "dot",
      now: { context.time }, random: context.randomBytes)
    var rules = ServerRules(token: token, tokenHeader: "realist-token")
    rules.largeBodies = [["api", "1", "sources"]]
    if open { show(address, context) }
    workbench.prepare()
    try listener.run(rules, handler: Site(workbench), until: { termination.isRequested })
    context.printError("ended; all changes are in \(store.path)")
  }

  /// Opens the browser, which stays open when this program ends.
  private func show(_ address: String, _ context: Context) {
    let environment = context.environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let program = ChildProgram("xdg-open", secondsAllowed: 5, environment: environment)
    do throws(ChildProgramError) {
      _ = try program.run([address], input: [])
    } catch {
      if case .missing = error {
        context.printError("xdg-open is not there (apt install xdg-utils): open the address above")
      }
    }
  }
}

extension CommandSection {
  /// The page in the browser.
  package static let page = CommandSection("In the browser", [ServeCommand.self])
}

extension ServerError: PresentableError {
  public var exitCode: Int32 {
    switch self {
    case .portInUse, .portRefused: Exit.cannotCreate
    case .system: Exit.inputOutput
    case .library: Exit.ourDefect
    }
  }
}
