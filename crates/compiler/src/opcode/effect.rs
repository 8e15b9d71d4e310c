//! How much each instruction grows or shrinks the value stack.

use super::Opcode;

/// `FORMAT_VALUE`'s bit: a format specification lies on the stack (`FVS_HAVE_SPEC`).
const HAVE_SPECIFICATION: u32 = 4;

impl Opcode {
    /// Words the value stack grows by, negative if it shrinks. `jump` tells which way a jump goes: the pseudo
    /// operations that open a handler push only on the way to it (`dis.stack_effect`).
    pub fn stack_effect(self, argument: u32, jump: bool) -> i32 {
        let count = i32::try_from(argument).unwrap_or(i32::MAX - 2);
        match self {
            Self::UnpackSequence => count - 1,
            Self::UnpackEx => (count & 0xFF) + (count >> 8),
            Self::BuildTuple | Self::BuildList | Self::BuildSet | Self::BuildString => 1 - count,
            Self::BuildMap => 1 - 2 * count,
            Self::BuildConstKeyMap | Self::RaiseVarargs => -count,
            Self::LoadAttr => count & 1,
            Self::LoadGlobal => 1 + (count & 1),
            Self::LoadSuperAttr => -2 + (count & 1),
            Self::MakeFunction => -i32::try_from((argument & 0xF).count_ones()).unwrap_or(4),
            Self::BuildSlice => -1 - i32::from(argument == 3),
            Self::CallFunctionEx => -2 - (count & 1),
            Self::FormatValue => -i32::from(argument & HAVE_SPECIFICATION != 0),
            Self::Call => -1 - count,
            Self::SetupFinally | Self::SetupWith => i32::from(jump),
            Self::SetupCleanup => 2 * i32::from(jump),
            _ => self.fixed_effect(),
        }
    }

    /// The effect of operations whose argument does not change it.
    fn fixed_effect(self) -> i32 {
        match self {
            Self::PopTop | Self::InterpreterExit | Self::EndSend | Self::BinarySubscr | Self::CleanupThrow => -1,
            Self::ReturnValue | Self::PopExcept | Self::StoreName | Self::DeleteAttr | Self::StoreGlobal => -1,
            Self::CompareOp | Self::ImportName | Self::IsOp | Self::ContainsOp | Self::Reraise | Self::BinaryOp => -1,
            Self::PopJumpIfFalse | Self::PopJumpIfTrue | Self::PopJumpIfNone | Self::PopJumpIfNotNone => -1,
            Self::StoreFast | Self::StoreFastMaybeNull | Self::StoreDeref | Self::ListAppend | Self::SetAdd => -1,
            Self::ListExtend | Self::SetUpdate | Self::DictMerge | Self::DictUpdate | Self::CallIntrinsic2 => -1,
            Self::EndFor | Self::BinarySlice | Self::EndAsyncFor | Self::DeleteSubscr | Self::StoreAttr => -2,
            Self::MapAdd | Self::MatchClass => -2,
            Self::StoreSubscr => -3,
            Self::StoreSlice => -4,
            Self::PushNull | Self::GetLen | Self::MatchMapping | Self::MatchSequence | Self::MatchKeys => 1,
            Self::PushExcInfo | Self::WithExceptStart | Self::GetAnext | Self::BeforeAsyncWith | Self::BeforeWith => 1,
            Self::LoadBuildClass | Self::LoadAssertionError | Self::LoadLocals | Self::ForIter | Self::LoadConst => 1,
            Self::LoadName | Self::ImportFrom | Self::Copy | Self::LoadFast | Self::LoadFastCheck => 1,
            Self::LoadClosure | Self::LoadDeref | Self::LoadFastAndClear => 1,
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Opcode;

    #[test]
    fn effects_are_those_of_dis_stack_effect() {
        assert_eq!(Opcode::Call.stack_effect(2, false), -3);
        assert_eq!(Opcode::BuildMap.stack_effect(3, false), -5);
        assert_eq!(Opcode::UnpackEx.stack_effect(0x102, false), 3);
        assert_eq!(Opcode::MakeFunction.stack_effect(9, false), -2);
        assert_eq!(Opcode::SetupCleanup.stack_effect(0, true), 2);
    }
}
