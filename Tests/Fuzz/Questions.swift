/// The fuzz target of what people ask a study with: queries, conditions, tables of ratings and of context, reports to be proofread.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  precondition(QuestionInput.endsWell(Array(UnsafeBufferPointer(start: data, count: size))))
  return 0
}
