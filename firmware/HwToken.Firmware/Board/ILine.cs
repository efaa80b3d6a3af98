namespace HwToken.Firmware.Board
{
    /// <summary>The token's end of the provisioning line: bytes in, bytes out.</summary>
    public interface ILine
    {
        /// <summary>Opens the line; what arrived before is lost.</summary>
        void Open();

        /// <summary>Takes what has arrived, without waiting.</summary>
        /// <param name="buffer">Receives the bytes.</param>
        /// <returns>How many bytes: 0 when none.</returns>
        int Read(byte[] buffer);

        /// <summary>Sends one line of at most 96 bytes.</summary>
        void Write(byte[] line);

        /// <summary>Closes the line.</summary>
        void Close();
    }
}
