using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoBoard.Guests.Rewriting;

/// <summary>Looks at everything of the platform that a program uses, and gathers what the board has not.</summary>
internal sealed class Uses(GuestSet guests)
{
    private const int MostPlaces = 20;

    private readonly SortedDictionary<string, List<string>> _missing = new(StringComparer.Ordinal);

    /// <summary>What is missing, in the order of the names.</summary>
    public IReadOnlyList<GuestFault> Faults => [.. _missing.Select(entry => new GuestFault(entry.Key, entry.Value))];

    /// <summary>Looks at a type: its bases, fields, signatures and code.</summary>
    public void Look(TypeDefinition type)
    {
        string here = type.FullName.Replace('/', '.');
        Check(type.BaseType, here);
        foreach (InterfaceImplementation implementation in type.Interfaces)
        {
            Check(implementation.InterfaceType, here);
        }

        foreach (FieldDefinition field in type.Fields)
        {
            Check(field.FieldType, $"{here}.{field.Name}");
        }

        foreach (MethodDefinition method in type.Methods)
        {
            Look(method, $"{here}.{method.Name}");
        }
    }

    private void Look(MethodDefinition method, string here)
    {
        Check(method.ReturnType, here);
        foreach (ParameterDefinition parameter in method.Parameters)
        {
            Check(parameter.ParameterType, here);
        }

        if (method.IsInternalCall || method.IsPInvokeImpl)
        {
            Miss("native code of the program's own: " + method.FullName, here);
        }

        if (!method.HasBody)
        {
            return;
        }

        foreach (VariableDefinition variable in method.Body.Variables)
        {
            Check(variable.VariableType, here);
        }

        foreach (ExceptionHandler handler in method.Body.ExceptionHandlers)
        {
            Check(handler.CatchType, here);
        }

        foreach (Instruction instruction in method.Body.Instructions)
        {
            Look(instruction, Place(method, instruction, here));
        }
    }

    private void Look(Instruction instruction, string here)
    {
        switch (instruction.Operand)
        {
            case MethodReference { Name: "BeginInvoke" or "EndInvoke" } method when guests.Find(method.DeclaringType) is { BaseType.FullName: "System.MulticastDelegate" }:
                Miss($"{method.DeclaringType.FullName.Replace('/', '.')}::{method.Name}: delegates are called, not begun", here);
                break;
            case MethodReference method:
                CheckMember(method.DeclaringType, method.Name, Signatures.Of(method), Signatures.WithoutResult(method), here);
                break;
            case FieldReference field:
                CheckMember(field.DeclaringType, field.Name, Signatures.Of(field), field.Name, here);
                break;
            case TypeReference type:
                Check(type, here);
                break;
        }
    }

    private void CheckMember(TypeReference owner, string name, string signature, string shown, string here)
    {
        TypeReference element = Signatures.Element(owner);
        if (IsOwn(element))
        {
            return;
        }

        string full = $"{element.FullName.Replace('/', '.')}::{shown}";
        Type? type = owner is TypeSpecification ? null : Platform.Find(element);
        bool isThere = type is not null && Platform.MayUse(type, name)
            && (Signatures.Has(type, signature) || Substitution.Of(type, shown) is not null || IsDelegateConstructor(type, name));
        if (!isThere)
        {
            Miss(full, here);
        }
    }

    /// <summary>The compiler's number is a native int, which both sides write in their own way.</summary>
    private static bool IsDelegateConstructor(Type type, string name) => name == ".ctor" && typeof(Delegate).IsAssignableFrom(type);

    private void Check(TypeReference? type, string here)
    {
        if (type is null)
        {
            return;
        }

        if (type is GenericInstanceType generic)
        {
            foreach (TypeReference argument in generic.GenericArguments)
            {
                Check(argument, here);
            }
        }

        TypeReference element = Signatures.Element(type);
        if (!IsOwn(element) && Platform.Find(element) is null)
        {
            Miss(element.FullName.Replace('/', '.'), here);
        }
    }

    private bool IsOwn(TypeReference type) => type is GenericParameter || guests.Find(type) is not null;

    private void Miss(string member, string here)
    {
        if (!_missing.TryGetValue(member, out List<string>? places))
        {
            _missing.Add(member, places = []);
        }

        if (places.Count < MostPlaces && !places.Contains(here))
        {
            places.Add(here);
        }
    }

    private static string Place(MethodDefinition method, Instruction instruction, string here)
    {
        SequencePoint? point = method.DebugInformation.HasSequencePoints
            ? method.DebugInformation.SequencePoints.LastOrDefault(point => point.Offset <= instruction.Offset && !point.IsHidden)
            : null;
        return point is null ? here : $"{here} ({Path.GetFileName(point.Document.Url)}:{point.StartLine})";
    }
}
