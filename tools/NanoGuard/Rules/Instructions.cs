using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoGuard.Api;
using NanoGuard.Il;

namespace NanoGuard.Rules;

/// <summary>Looks at single instructions: those the interpreter lacks, checked arithmetic, floating point, long switch tables.</summary>
internal sealed class Instructions : IRule
{
    private const int LongestSwitch = 255;

    public IEnumerable<Violation> Check(CheckedCode code, ApiList list, GuardOptions options) =>
        from type in code.Types
        from method in type.Methods
        where method.HasBody && !Patterns.IsStateMachineMethod(method)
        from instruction in method.Body.Instructions
        let violation = Of(new Site(type, method, instruction), instruction)
        where violation is not null
        select violation;

    private static Violation? Of(Site site, Instruction instruction)
    {
        var name = instruction.OpCode.Name;
        switch (instruction.OpCode.Code)
        {
            // nf-interpreter, src/CLR/Core/Interpreter.cpp, "Unsupported opcodes"; no. is not known there at all.
            case Code.Arglist or Code.Cpblk or Code.Jmp or Code.Initblk or Code.Calli or Code.Ckfinite or Code.Localloc:
            case Code.Mkrefany or Code.Refanytype or Code.Refanyval or Code.Readonly or Code.No:
                return site.Report(RuleSet.UnsupportedOpcode, name);
            case Code.Ldc_R4 or Code.Ldc_R8 or Code.Conv_R4 or Code.Conv_R8 or Code.Conv_R_Un or Code.Ldind_R4 or Code.Ldind_R8:
            case Code.Stind_R4 or Code.Stind_R8 or Code.Ldelem_R4 or Code.Ldelem_R8 or Code.Stelem_R4 or Code.Stelem_R8:
                return site.Report(RuleSet.FloatingPoint, name);
            case Code.Switch when ((Instruction[])instruction.Operand).Length > LongestSwitch:
                return site.Report(RuleSet.SwitchTable, $"switch with {((Instruction[])instruction.Operand).Length} entries");
            case Code.Call when instruction.Operand is MethodReference { Name: "GetSubArray", DeclaringType.Name: "RuntimeHelpers" }:
                return site.Report(RuleSet.IndexOrRange, "array range (RuntimeHelpers.GetSubArray)");
            default:
                return name.Contains(".ovf", StringComparison.Ordinal) && !ArrayArithmetic.IsCompilers(instruction, site.Method!) ? site.Report(RuleSet.CheckedArithmetic, name) : null;
        }
    }
}
