namespace NanoBoard.Guests;

/// <summary>Boards for programs that were compiled for the device.</summary>
public static class GuestBoards
{
    extension(VirtualBoard)
    {
        /// <summary>A board that runs a program compiled for nanoFramework 1.x, as it is; the libraries beside it come along.</summary>
        /// <param name="path">The .dll or .exe that the device build made (not the .pe).</param>
        /// <param name="options">Parts, wiring, errors and seed; null: the usual ones.</param>
        /// <returns>The board, without power.</returns>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        /// <exception cref="GuestRefusedException">It is no program for nanoFramework 1.x, or uses what the board has not.</exception>
        public static VirtualBoard FromAssembly(string path, BoardOptions? options = null) => GuestAssembly.Load(path).CreateBoard(options);
    }
}
