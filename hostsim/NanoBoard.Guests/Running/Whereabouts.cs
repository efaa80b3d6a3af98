using System.Diagnostics;

namespace NanoBoard.Guests.Running;

/// <summary>Where a program is.</summary>
internal static class Whereabouts
{
    /// <summary>Its innermost method on this thread, with file and line where there are symbols.</summary>
    public static string Tell()
    {
        // A stack that is full has thousands of frames: file and line are looked up for one.
        int depth = Array.FindIndex(new StackTrace().GetFrames(), frame => frame.GetMethod()?.Module.Assembly.IsCollectible == true);
        var frame = new StackFrame(Math.Max(0, depth), needFileInfo: true);
        if (depth < 0 || frame.GetMethod() is not { } method)
        {
            return "an unknown place";
        }

        string name = $"{method.DeclaringType?.FullName?.Replace('+', '.')}.{method.Name}";
        return frame.GetFileName() is { } file ? $"{name} ({Path.GetFileName(file)}:{frame.GetFileLineNumber()})" : name;
    }
}
