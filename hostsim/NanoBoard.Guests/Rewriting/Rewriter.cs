using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace NanoBoard.Guests.Rewriting;

/// <summary>Makes assemblies of the device into assemblies that run on the board.</summary>
internal static class Rewriter
{
    // Without it the runtime refuses a struct that holds a SpanByte.
    private const string ByRefLike = "System.Runtime.CompilerServices.IsByRefLikeAttribute";

    /// <summary>Rewrites all of them.</summary>
    /// <exception cref="GuestRefusedException">They use what the board has not.</exception>
    public static IReadOnlyList<GuestImage> Rewrite(GuestSet guests)
    {
        ModuleDefinition program = guests.Modules[0];
        var uses = new Uses(guests);
        foreach (TypeDefinition type in guests.Modules.SelectMany(module => module.GetTypes()))
        {
            uses.Look(type);
        }

        if (uses.Faults.Count > 0)
        {
            throw new GuestRefusedException(program.Assembly.Name.Name, uses.Faults);
        }

        if (program.EntryPoint is null)
        {
            throw new GuestRefusedException($"{program.Assembly.Name.Name} has no Main. A program is built with OutputType Exe.");
        }

        return [.. guests.Modules.Select(module => Rewrite(module, guests))];
    }

    private static GuestImage Rewrite(ModuleDefinition module, GuestSet guests)
    {
        TypeReference[] references = [.. module.GetTypeReferences()];
        DropAttributes(module);
        var substitution = new Substitution(guests, module);
        var hooks = new Hooks(module);
        foreach (MethodDefinition method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody))
        {
            if (IsFinalizer(method))
            {
                Empty(method);
                continue;
            }

            method.Body.SimplifyMacros();
            substitution.Apply(method.Body);
            hooks.Apply(method.Body);
            method.Body.OptimizeMacros();
        }

        foreach (TypeReference reference in references.Where(reference => guests.Find(reference) is null && reference.DeclaringType is null))
        {
            Lead(reference, module);
        }

        return Write(module);
    }

    private static bool IsFinalizer(MethodDefinition method) => method is { Name: "Finalize", IsVirtual: true, HasParameters: false };

    /// <summary>The host's collector would run it at its own time, on a thread that is no part of the board.</summary>
    private static void Empty(MethodDefinition method)
    {
        method.Body = new MethodBody(method);
        method.Body.GetILProcessor().Emit(OpCodes.Ret);
        method.DebugInformation.SequencePoints.Clear();
        method.DebugInformation.Scope = null;
    }

    /// <summary>Leads a reference to what stands for it. What no code uses may have nothing: it is not written.</summary>
    private static void Lead(TypeReference reference, ModuleDefinition module)
    {
        if (Platform.Find(reference) is { } type)
        {
            TypeReference imported = module.ImportReference(type);
            (reference.Namespace, reference.Name) = (imported.Namespace, imported.Name);
            reference.Scope = imported.Scope;
        }
    }

    private static GuestImage Write(ModuleDefinition module)
    {
        using var bytes = new MemoryStream();
        if (!module.HasSymbols)
        {
            module.Write(bytes);
            return new GuestImage(module.Assembly.Name.Name, bytes.ToArray(), null);
        }

        using var symbols = new MemoryStream();
        module.Write(bytes, new WriterParameters { WriteSymbols = true, SymbolStream = symbols, SymbolWriterProvider = new PortablePdbWriterProvider() });
        return new GuestImage(module.Assembly.Name.Name, bytes.ToArray(), symbols.ToArray());
    }

    /// <summary>Attributes of the platform say something to compilers and debuggers, and nothing to a board.</summary>
    private static void DropAttributes(ModuleDefinition module)
    {
        Drop(module.Assembly);
        Drop(module);
        foreach (TypeDefinition type in module.GetTypes())
        {
            Drop(type);
            foreach (ICustomAttributeProvider member in type.Fields.Cast<ICustomAttributeProvider>().Concat(type.Properties).Concat(type.Events).Concat(type.Methods))
            {
                Drop(member);
            }

            foreach (MethodDefinition method in type.Methods)
            {
                Drop(method.MethodReturnType);
                foreach (ParameterDefinition parameter in method.Parameters)
                {
                    Drop(parameter);
                }
            }
        }
    }

    private static void Drop(ICustomAttributeProvider provider)
    {
        foreach (CustomAttribute attribute in provider.CustomAttributes.Where(attribute => attribute.AttributeType.FullName != ByRefLike).ToArray())
        {
            provider.CustomAttributes.Remove(attribute);
        }
    }
}
