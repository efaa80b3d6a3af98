namespace HwToken.Firmware.Board
{
    /// <summary>Small files in flash. A write is durable when it returns.</summary>
    public interface IStore
    {
        /// <summary>The content of a file.</summary>
        /// <param name="name">File name without path.</param>
        /// <returns>Null when it is missing or cannot be read; possibly empty.</returns>
        byte[] Read(string name);

        /// <summary>Replaces a file.</summary>
        /// <returns>False when the flash refused.</returns>
        bool TryWrite(string name, byte[] content);

        /// <summary>Removes a file if it is there.</summary>
        /// <returns>False when it is still there.</returns>
        bool TryDelete(string name);
    }
}
