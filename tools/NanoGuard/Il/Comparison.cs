using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoGuard.Il;

/// <summary>
/// A variable that was compared, unsigned, with a literal just before a branch: <c>if (u &lt; 100)</c>. On each way out more is known of it.
/// </summary>
/// <param name="Variable">Its number, see <see cref="Il.Variable"/>.</param>
/// <param name="MaxIfTaken">No more than this where the branch is taken.</param>
/// <param name="MaxIfNot">No more than this where it is not.</param>
internal sealed record Comparison(int Variable, ulong MaxIfTaken, ulong MaxIfNot)
{
    /// <summary>The comparison that a branch decides by, or null. Unoptimised code keeps the outcome in a local first; that is seen too.</summary>
    public static Comparison? Before(Instruction branch, MethodDefinition method) => branch.OpCode.Code switch
    {
        Code.Blt_Un or Code.Blt_Un_S => Of(branch, method, (less, _) => less, (_, rest) => rest, inclusive: false),
        Code.Ble_Un or Code.Ble_Un_S => Of(branch, method, (less, _) => less, (_, rest) => rest, inclusive: true),
        Code.Bge_Un or Code.Bge_Un_S => Of(branch, method, (_, rest) => rest, (less, _) => less, inclusive: false),
        Code.Bgt_Un or Code.Bgt_Un_S => Of(branch, method, (_, rest) => rest, (less, _) => less, inclusive: true),
        Code.Brtrue or Code.Brtrue_S => Kept(branch, method) is { } kept ? kept : null,
        Code.Brfalse or Code.Brfalse_S => Kept(branch, method) is { } kept ? new Comparison(kept.Variable, kept.MaxIfNot, kept.MaxIfTaken) : null,
        _ => null,
    };

    // ldloc v, ldc k, bxx.un: below k (or not above it) on one way, no more known on the other.
    private static Comparison? Of(Instruction branch, MethodDefinition method, Func<ulong, ulong, ulong> taken, Func<ulong, ulong, ulong> not, bool inclusive)
    {
        if (branch.Previous is not { Previous: { } load } literal || TagEffect.Literal(literal) is not { } limit || Il.Variable.LoadedBy(load, method) is not { } variable)
        {
            return null;
        }

        var less = inclusive || limit == 0 ? limit : limit - 1;
        return new Comparison(variable, taken(less, Bounds.None), not(less, Bounds.None));
    }

    // ldloc v, ldc k, clt.un or cgt.un (, ldc 0, ceq) (, stloc t, ldloc t), brtrue.
    private static Comparison? Kept(Instruction branch, MethodDefinition method)
    {
        var outcome = branch.Previous;
        if (outcome?.Previous is { } store && Il.Variable.StoredBy(store, method) is { } local && Il.Variable.LoadedBy(outcome, method) == local)
        {
            outcome = store.Previous;
        }

        var negated = outcome is { OpCode.Code: Code.Ceq, Previous.OpCode.Code: Code.Ldc_I4_0 };
        outcome = negated ? outcome!.Previous.Previous : outcome;
        var found = outcome?.OpCode.Code switch
        {
            Code.Clt_Un => Of(outcome!, method, (less, _) => less, (_, rest) => rest, inclusive: false),
            Code.Cgt_Un => Of(outcome!, method, (_, rest) => rest, (less, _) => less, inclusive: true),
            _ => null,
        };
        return found is not null && negated ? new Comparison(found.Variable, found.MaxIfNot, found.MaxIfTaken) : found;
    }
}
