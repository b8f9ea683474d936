import RealistFormats
import RealistTranscripts

/// The fuzz target of the transcript readers: whatever the bytes are, there is an error with a sentence or a sound transcript.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  do throws(ImportError) {
    let transcript = try TranscriptInput.read(Array(UnsafeBufferPointer(start: data, count: size)))
    precondition(TranscriptInput.isSound(transcript))
  } catch {
    precondition(!error.message.isEmpty)
  }
  return 0
}
