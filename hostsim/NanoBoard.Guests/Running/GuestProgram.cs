using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using NanoBoard.Guests.Rewriting;

namespace NanoBoard.Guests.Running;

/// <summary>One program, run anew at every boot.</summary>
internal sealed class GuestProgram(IReadOnlyList<GuestImage> images)
{
    /// <summary>A boot: loads the program, runs all static constructors, then Main, as the device does.</summary>
    public void Run()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var context = new GuestContext(images);
        try
        {
            // The libraries' first, the program's last: each assembly after those that it refers to.
            foreach (GuestImage image in images.Reverse())
            {
                RunStaticConstructors(context.Get(image));
            }

            MethodInfo main = context.Get(images[0]).EntryPoint!;
            main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, main.GetParameters().Length == 0 ? null : [Array.Empty<string>()], CultureInfo.InvariantCulture);
        }
        finally
        {
            context.Unload();
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void RunStaticConstructors(Assembly assembly)
    {
        foreach (Type type in assembly.GetTypes().Where(type => type.TypeInitializer is not null && !type.ContainsGenericParameters))
        {
            try
            {
                RuntimeHelpers.RunClassConstructor(type.TypeHandle);
            }
            catch (TypeInitializationException e) when (e.InnerException is { } thrown)
            {
                ExceptionDispatchInfo.Throw(thrown);
            }
        }
    }
}
