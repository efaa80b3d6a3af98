namespace NanoGuard;

/// <summary>
/// The catalogue of rules. Facts marked "run" were executed on nanoCLR 1.x (POSIX host build); "source" was read in
/// nf-interpreter a3e8139a1, metadata-processor 4541b46b or CoreLibrary 5e37889; "surface" is the public members of mscorlib 1.17.11.
/// </summary>
public static class RuleSet
{
    /// <summary>A member or type outside the project's list of nanoFramework API.</summary>
    public static readonly Rule ApiNotListed = new("NG01", "not in the API list",
        "the desktop has many members that the nanoFramework assemblies lack; only what the list names is known to exist there (surface)",
        "use a member of the list, or add the line to the list after checking it against the real assembly's surface",
        "the public members of the referenced assembly itself, or of the list");

    /// <summary>An exception type that mscorlib 1.x does not have.</summary>
    public static readonly Rule MissingException = new("NG02", "exception that does not exist",
        "mscorlib 1.17.11 has 20 exception types and this is none of them; division by zero, for one, throws plain System.Exception (surface, run)",
        "throw InvalidOperationException, ArgumentException or an exception of your own; test for the condition before it happens",
        "CoreLibrary 5e37889: the public members of mscorlib 1.17.11");

    /// <summary>A generic type or method declared by the checked code.</summary>
    public static readonly Rule OwnGeneric = new("NG03", "own generic type or method",
        "on the 1.x runtime the program loads and runs to the end without executing the code, and reports no error (run)",
        "write the type out for the one type it is used with, or take object and cast",
        "run on nanoCLR 1.x; nf-interpreter src/CLR/Core/TypeSystemLookup.cpp, c_CLR_RT_DataTypeLookup: DATATYPE_VAR is DATATYPE_NOT_SUPPORTED");

    /// <summary>An instantiation of a generic type or method of the framework.</summary>
    public static readonly Rule GenericUse = new("NG04", "generic instantiation",
        "the 1.x runtime has no generics: such code does not compile against mscorlib 1.x or silently does nothing (run)",
        "use arrays, System.Collections.ArrayList or a small class of your own",
        "run on nanoCLR 1.x; nf-interpreter src/CLR/Core/TypeSystemLookup.cpp, c_CLR_RT_DataTypeLookup: DATATYPE_GENERICINST is DATATYPE_NOT_SUPPORTED");

    /// <summary>An interface member with a body.</summary>
    public static readonly Rule DefaultInterfaceMethod = new("NG05", "default interface method",
        "it compiles and loads; the call throws (run)",
        "leave the interface abstract and put the shared body in a base class or a static helper",
        "run on nanoCLR 1.x");

    /// <summary>An array with more than one dimension.</summary>
    public static readonly Rule MultiDimensionalArray = new("NG06", "multi-dimensional array",
        "the metadata processor refuses it, or the PE file fails to load (run, source)",
        "use one array indexed with row * width + column, or an array of arrays",
        "run on nanoCLR 1.x; metadata-processor Tables/nanoTypeSpecificationsTable.cs: Rank > 1 throws");

    /// <summary>An IL instruction that the interpreter does not implement.</summary>
    public static readonly Rule UnsupportedOpcode = new("NG07", "instruction that the interpreter lacks",
        "the interpreter lists arglist, cpblk, jmp, initblk, calli, ckfinite, localloc, mkrefany, refanytype, refanyval and readonly. as unsupported (source)",
        "use arrays and ordinary calls: no stackalloc, function pointers, __arglist or __makeref",
        "nf-interpreter src/CLR/Core/Interpreter.cpp, \"Unsupported opcodes\": VerifyUnsupportedInstruction");

    /// <summary>A pinned local, a pointer or a function pointer.</summary>
    public static readonly Rule PinnedOrPointer = new("NG08", "pinned local or pointer",
        "the metadata processor 3.0.100 aborts on fixed and on stackalloc (run)",
        "use an array with an offset, or System.SpanByte",
        "run on metadata-processor 3.0.100; nanoAssemblyBuilder.cs: a local that is a pointer throws");

    /// <summary>Arithmetic that would throw on overflow.</summary>
    public static readonly Rule CheckedArithmetic = new("NG09", "checked arithmetic",
        "the interpreter treats every .ovf instruction as the plain one: it wraps and never throws (run, source)",
        "compare with the limits before computing",
        "run on nanoCLR 1.x; nf-interpreter src/CLR/Core/Interpreter.cpp, CEE_ADD_OVF and CEE_ADD are one case, and so on; nanoCLR_Runtime__HeapBlock.h, CLR_RT_HeapBlock::Convert ignores fOverflow");

    /// <summary>An unsigned value that a cast without IL hands to a signed operation.</summary>
    public static readonly Rule UnsignedTag = new("NG10", "cast from unsigned reaches a signed operation",
        "(int)u emits no IL and the value keeps its unsigned tag on the stack, through calls and returns: with u = 0x80000000, (int)u >> 31 is 1 (desktop: -1) and (int)u % 7 is 2 (desktop: -2); widening to long does not extend the sign, and (double)(int)u is positive (run, source)",
        "stay in uint and cast the result: (int)(u >> 31), (int)(u % 7); where the sign is wanted cast through long, (int)(long)u, whose conv.i4 sets the tag",
        "run on nanoCLR 1.x; nf-interpreter src/CLR/Core/CLR_RT_HeapBlock.cpp, NumericShr and NumericRem by DataType(); Interpreter.cpp, Convert_Internal extends the sign of signed tags alone");

    /// <summary>A static constructor or static initialiser that does more than set constants.</summary>
    public static readonly Rule HeavyStaticConstructor = new("NG11", "heavy static constructor",
        "static constructors of all types run before Main on every boot and every wake; an exception or heavy work there delays each of them, outside any catch-all in Main (run)",
        "compute it in an ordinary method when it is needed, or write the result as a constant table",
        "run on nanoCLR 1.x; nf-interpreter src/CLR/Core/Execution.cpp, SpawnStaticConstructor",
        GuardProfile.House);

    /// <summary>Any use of float or double.</summary>
    public static readonly Rule FloatingPoint = new("NG12", "floating point",
        "uint to double was wrong on firmware before 2026-05 (nanoframework/Home 1730, nf-interpreter 3351); integers give the same result on every firmware and on the desktop",
        "use integers in a smaller unit: milliseconds, ppm, tenths",
        "nanoframework/Home issue 1730",
        GuardProfile.House);

    /// <summary>A string built through types or overloads that only the desktop has.</summary>
    public static readonly Rule HostString = new("NG13", "string built with host-only members",
        "the desktop compiler builds strings with DefaultInterpolatedStringHandler and with overloads over ReadOnlySpan or three objects; against mscorlib 1.x the same source becomes other calls, so what is tested on the host is not what runs on the device (surface)",
        "concatenate strings with + after an explicit ToString(): \"n=\" + n.ToString(); pad with n.ToString(\"D6\")",
        "CoreLibrary 5e37889: String.Concat and String.Format of mscorlib 1.17.11",
        GuardProfile.House);

    /// <summary>An async method or an iterator.</summary>
    public static readonly Rule StateMachine = new("NG14", "async or iterator method",
        "there is no Task and no generic IEnumerator to build it on (surface)",
        "return an array or fill one that the caller gives; do the work step by step in a loop",
        "CoreLibrary 5e37889: mscorlib 1.17.11 has no Task and no generic IEnumerator");

    /// <summary>System.Index or System.Range.</summary>
    public static readonly Rule IndexOrRange = new("NG15", "index from end or range",
        "System.Index, System.Range and RuntimeHelpers.GetSubArray do not exist (surface)",
        "write a[a.Length - 1] and copy with Array.Copy, or use Substring",
        "CoreLibrary 5e37889: mscorlib 1.17.11 has none of them");

    /// <summary>A nullable value type.</summary>
    public static readonly Rule NullableValue = new("NG16", "nullable value type",
        "System.Nullable<T> does not exist (surface)",
        "use a TryX(out value) method, or a value and a bool beside it",
        "CoreLibrary 5e37889: mscorlib 1.17.11 does not have it");

    /// <summary>A record class or record struct.</summary>
    public static readonly Rule RecordType = new("NG17", "record",
        "records need IEquatable<T>, which mscorlib 1.x lacks (surface)",
        "write a class or struct with readonly fields, and Equals only where it is used",
        "CoreLibrary 5e37889: mscorlib 1.17.11 has no IEquatable");

    /// <summary>A tuple.</summary>
    public static readonly Rule TupleType = new("NG18", "tuple",
        "System.ValueTuple does not exist (surface)",
        "use out parameters or a small struct of your own",
        "CoreLibrary 5e37889: mscorlib 1.17.11 does not have it");

    /// <summary>Func, Action or another generic delegate.</summary>
    public static readonly Rule GenericDelegate = new("NG19", "generic delegate",
        "generic delegates are generics: the 1.x runtime does not execute them (run)",
        "declare a delegate type of your own; lambdas and method groups work with it",
        "run on nanoCLR 1.x; nf-interpreter src/CLR/Core/TypeSystemLookup.cpp, as NG04");

    /// <summary>LINQ.</summary>
    public static readonly Rule Linq = new("NG20", "LINQ",
        "System.Linq does not exist and could not run: it is generics all through (surface)",
        "write the loop",
        "no nanoFramework assembly has the namespace; generics as NG04");

    /// <summary>An enum turned into text.</summary>
    public static readonly Rule EnumText = new("NG21", "enum turned into text",
        "Enum.ToString() returns the number, not the name (run)",
        "switch over the value and return the text, or cast to int and print the number on purpose",
        "run on nanoCLR 1.x; CoreLibrary 5e37889 System/Enum.cs, ToString: the text of value__");

    /// <summary>A switch table of more than 255 entries.</summary>
    public static readonly Rule SwitchTable = new("NG22", "switch table too long",
        "a nanoFramework PE file counts the targets of a switch in 8 bits: the rest is lost without a word (source)",
        "split the switch or look the value up in an array",
        "metadata-processor Mono.Cecil/CodeWriter.cs: WriteByte((byte)targets.Length)");

    /// <summary>A static field that is written after start-up.</summary>
    public static readonly Rule MutableStatic = new("NG23", "mutable static field",
        "waking from deep sleep is a cold boot: no managed state survives, so static state is a guess that holds until the first sleep (source)",
        "pass the state as a parameter and keep in flash what must last",
        "nf-interpreter src/CLR/Startup/CLRStartup.cpp: waking from deep sleep is a start",
        GuardProfile.House);

    /// <summary>An element of a string array that is compared without a look at null.</summary>
    public static readonly Rule NullElement = new("NG24", "element of a string array compared unseen",
        "array[i] == \"text\" on an element that was never written crashes the interpreter, on 32 bits too: no exception, the program is gone (run)",
        "compare with null first, string s = array[i]; s != null && s == \"text\", or hand the element to a method that does",
        "run on nanoCLR 1.x, 32 and 64 bits");

    /// <summary>All rules, in the order of their ids.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        ApiNotListed, MissingException, OwnGeneric, GenericUse, DefaultInterfaceMethod, MultiDimensionalArray, UnsupportedOpcode,
        PinnedOrPointer, CheckedArithmetic, UnsignedTag, HeavyStaticConstructor, FloatingPoint, HostString, StateMachine, IndexOrRange,
        NullableValue, RecordType, TupleType, GenericDelegate, Linq, EnumText, SwitchTable, MutableStatic, NullElement,
    ];
}
