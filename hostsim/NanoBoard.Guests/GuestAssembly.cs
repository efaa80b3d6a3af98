using NanoBoard.Guests.Rewriting;
using NanoBoard.Guests.Running;

namespace NanoBoard.Guests;

/// <summary>
/// A program that was compiled for nanoFramework 1.x, with the libraries beside it, made ready for virtual boards: its references point to the
/// board's types where there are such, to the desktop's where they behave alike, and to nothing else.
/// </summary>
public sealed class GuestAssembly
{
    private readonly IReadOnlyList<GuestImage> _images;

    private GuestAssembly(IReadOnlyList<GuestImage> images)
    {
        _images = images;
    }

    /// <summary>Simple name of the program.</summary>
    public string Name => _images[0].Name;

    /// <summary>Simple names of the program and of the libraries that came along, the program first.</summary>
    public IReadOnlyList<string> Assemblies => [.. _images.Select(image => image.Name)];

    /// <summary>Reads a program and what it refers to.</summary>
    /// <param name="path">The .dll or .exe that the device build made (not the .pe).</param>
    /// <param name="libraryFolders">Folders with libraries beside that of the program.</param>
    /// <returns>The program, to be run on any number of boards.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="GuestRefusedException">It is no program for nanoFramework 1.x, or uses what the board has not.</exception>
    public static GuestAssembly Load(string path, params IEnumerable<string> libraryFolders)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(libraryFolders);
        using GuestSet guests = GuestSet.Collect(path, libraryFolders);
        return new GuestAssembly(Rewriter.Rewrite(guests));
    }

    /// <summary>A board that runs the program. Each boot loads it anew, so that no static field survives deep sleep, reset or power cut.</summary>
    /// <param name="options">Parts, wiring, errors and seed; null: the usual ones.</param>
    /// <returns>The board, without power.</returns>
    /// <exception cref="ArgumentException">The options ask for the caller's stack: a guest needs a thread of its own.</exception>
    public VirtualBoard CreateBoard(BoardOptions? options = null)
    {
        options ??= new BoardOptions();
        return options.OnCallersStack
            ? throw new ArgumentException("A guest needs a thread of its own: leave BoardOptions.OnCallersStack false.", nameof(options))
            : new VirtualBoard(options, new GuestProgram(_images).Run);
    }
}
