using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoGuard.Il;

/// <summary>A place in the checked code: a type, one of its members, one instruction of a method.</summary>
internal readonly record struct Site(TypeDefinition Type, IMemberDefinition? Member = null, Instruction? Instruction = null)
{
    public MethodDefinition? Method => Member as MethodDefinition;

    public Violation Report(Rule rule, string detail, string? instead = null)
    {
        var point = Point();
        return new(rule, Type.Module.Assembly.Name.Name, Name(), detail, instead ?? rule.Instead, Instruction?.Offset, point?.Document.Url, point?.StartLine);
    }

    private string Name()
    {
        var names = Api.TypeNames.Plain;
        return Member switch
        {
            MethodDefinition method => $"{names.Of(Type)}::{method.Name}({string.Join(", ", method.Parameters.Select(p => names.Of(p.ParameterType)))})",
            null => names.Of(Type),
            _ => $"{names.Of(Type)}::{Member.Name}",
        };
    }

    private SequencePoint? Point()
    {
        if (Method is not { } method || !method.DebugInformation.HasSequencePoints)
        {
            return null;
        }

        var offset = Instruction?.Offset ?? int.MaxValue;
        var points = method.DebugInformation.SequencePoints.Where(p => !p.IsHidden).ToList();
        return Instruction is null ? points.FirstOrDefault() : points.LastOrDefault(p => p.Offset <= offset) ?? points.FirstOrDefault();
    }
}
