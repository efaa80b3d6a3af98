namespace NanoBoard.Guests;

/// <summary>
/// A program under test, read once for all the tests that share it, and the boards that they run it on. Made for <c>IClassFixture</c> of xUnit and whatever is like it:
/// derive a class that names the program.
/// <code>
/// public sealed class Blinky() : GuestFixture("Blinky");
/// </code>
/// </summary>
public class GuestFixture : IDisposable
{
    private const string Folder = "guests";

    private readonly List<VirtualBoard> _boards = [];

    /// <summary>Reads a program.</summary>
    /// <param name="program">Its name, with or without .dll or .exe: it lies beside the tests, or in the folder <c>guests</c> there. Or a path.</param>
    /// <param name="options">The boards; null: the usual ones.</param>
    /// <exception cref="FileNotFoundException">There is no such file; the message names where it was looked for.</exception>
    /// <exception cref="GuestRefusedException">It is no program for nanoFramework 1.x, or uses what the board has not.</exception>
    public GuestFixture(string program, BoardOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(program);
        Options = options ?? new BoardOptions();
        Program = GuestAssembly.Load(Find(program));
    }

    /// <summary>The program.</summary>
    public GuestAssembly Program { get; }

    /// <summary>What boards are made of, unless a test says otherwise.</summary>
    public BoardOptions Options { get; }

    /// <summary>A fresh board with the program on it, without power: chips can be attached, logs begun. It ends with the fixture at the latest.</summary>
    /// <param name="options">What it is made of; null: <see cref="Options"/>.</param>
    public VirtualBoard NewBoard(BoardOptions? options = null)
    {
        VirtualBoard board = Program.CreateBoard(options ?? Options);
        lock (_boards)
        {
            _boards.Add(board);
        }

        return board;
    }

    /// <summary>Ends all boards.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends all boards.</summary>
    /// <param name="disposing">False from a finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _boards.ForEach(board => board.Dispose());
            _boards.Clear();
        }
    }

    private static string Find(string program)
    {
        string[] names = Path.GetExtension(program).ToUpperInvariant() is ".DLL" or ".EXE" ? [program] : [program + ".exe", program + ".dll"];
        string[] places = [.. names.SelectMany(name => new[] { Path.Combine(AppContext.BaseDirectory, Folder, name), Path.Combine(AppContext.BaseDirectory, name), Path.GetFullPath(name) }).Distinct()];
        return places.FirstOrDefault(File.Exists) ?? throw new FileNotFoundException(
            $"There is no program {program}. It was looked for as {string.Join(", ", places)}. Let the project with the tests refer to it as a GuestProgram (README of NanoBoard.Guests), or build it first.",
            program);
    }
}
