#if canImport(Glibc)
  import ChildProgram

  /// Runs Graphviz's `dot` as a child process: the graph on its standard input, the drawing from its standard output.
  ///
  /// Nothing of the graph is ever on a disk.
  public struct GraphvizRunner: Sendable {
    /// What a drawing can be.
    public enum Format: String, Hashable, Sendable, CaseIterable { case svg, png, pdf, plain }

    /// A name that is looked up in the `PATH` of this process, or a path.
    public var program: String
    public var secondsAllowed: Double
    /// `NAME=value`; what the child sees of the environment.
    public var environment: [String]

    public init(
      program: String = "dot", secondsAllowed: Double = 60,
      environment: [String] = ["PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8"]
    ) {
      (self.program, self.secondsAllowed, self.environment) = (program, secondsAllowed, environment)
    }

    /// The drawing of a graph in the DOT language, and what Graphviz said about it on its standard error.
    ///
    /// - Throws: ``GraphvizError`` when the program is missing, fails or takes too long; it is ended then.
    public func run(_ dot: String, format: Format) throws(GraphvizError) -> (drawing: [UInt8], said: String) {
      let child = ChildProgram(program, secondsAllowed: secondsAllowed, environment: environment)
      do throws(ChildProgramError) {
        let (output, said) = try child.run(["-T\(format.rawValue)"], input: Array(dot.utf8))
        return (output, said)
      } catch { throw GraphvizError(error) }
    }
  }
#endif
