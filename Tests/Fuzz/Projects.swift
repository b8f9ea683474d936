import RealistExchange

/// The fuzz target of the readers of projects: whatever the bytes are, there is an error with a sentence or a sound study.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  do throws(ExchangeError) {
    let project = try ProjectInput.read(Array(UnsafeBufferPointer(start: data, count: size)))
    precondition(ProjectInput.isSound(project))
  } catch {
    precondition(!error.message.isEmpty && error.hint?.isEmpty == false)
  }
  return 0
}
