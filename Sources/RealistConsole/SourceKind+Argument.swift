import CommandKit
import RealistModel

extension Source.Kind: ArgumentValue {}
