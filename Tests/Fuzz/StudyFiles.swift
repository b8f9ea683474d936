import RealistFolder

/// The fuzz target of the study folder's readers: whatever one file holds, there is an error with sentences, or a study that goes through a folder
/// unchanged.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  do throws(FolderError) {
    let isStable = try StudyFileInput.isStable(Array(UnsafeBufferPointer(start: data, count: size)))
    precondition(isStable)
  } catch {
    precondition(error.count > 0 && error.problems.allSatisfy { !$0.message.isEmpty })
  }
  return 0
}
