using Mono.Cecil;
using Mono.Cecil.Cil;

namespace HwToken.WakeCost.Counting;

/// <summary>
/// Instructions behind a call into nanoFramework's mscorlib, where the real one has IL: the method's and those of what it calls there, each
/// once (a loop counts once through), without the blocks that throw. What is native there costs none.
/// </summary>
internal sealed class NativeCost : IDisposable
{
    private readonly ModuleDefinition _real;
    private readonly Dictionary<string, int> _known = [];

    /// <summary>Reads the real assembly.</summary>
    public NativeCost(string mscorlib) => _real = ModuleDefinition.ReadModule(mscorlib);

    /// <summary>The cost of a call, 0 when it does not lead into mscorlib.</summary>
    public int Of(MethodReference called)
    {
        string key = Key(called);
        if (_known.TryGetValue(key, out int cost))
        {
            return cost;
        }

        MethodDefinition? method = _real.GetType(called.DeclaringType.FullName.Replace("Nano.", string.Empty, StringComparison.Ordinal))
            ?.Methods.FirstOrDefault(candidate => Key(candidate) == key);
        _known[key] = 0;
        return _known[key] = method is { HasBody: true } ? Length(method) : 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _real.Dispose();

    private static string Key(MethodReference method) =>
        (method.DeclaringType.FullName + "::" + method.Name + "(" + string.Join(',', method.Parameters.Select(p => p.ParameterType.FullName)) + ")")
        .Replace("Nano.", string.Empty, StringComparison.Ordinal);

    private int Length(MethodDefinition method)
    {
        int sum = 0;
        int block = 0;
        foreach (Instruction instruction in method.Body.Instructions)
        {
            block += 1 + (instruction.Operand is MethodReference inner ? Of(inner) : 0);
            FlowControl flow = instruction.OpCode.FlowControl;
            if (flow is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return)
            {
                sum += block;
            }

            block = flow is FlowControl.Next or FlowControl.Call or FlowControl.Meta ? block : 0;
        }

        return sum;
    }
}
