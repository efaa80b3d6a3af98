namespace HwToken.Core.Line
{
    /// <summary>What became of a received line.</summary>
    public enum LineStatus
    {
        /// <summary>Whole and undamaged.</summary>
        Ok,

        /// <summary>Longer than <see cref="LineCodec.MaxBytes"/>.</summary>
        TooLong,

        /// <summary>Truncated, without checksum, with a wrong checksum, or not printable ASCII.</summary>
        Damaged,
    }
}
