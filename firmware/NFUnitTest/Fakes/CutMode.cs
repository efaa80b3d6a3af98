namespace HwToken.NFUnitTest.Fakes
{
    /// <summary>What a write leaves when the power goes.</summary>
    public enum CutMode
    {
        /// <summary>The old content.</summary>
        Before,

        /// <summary>The new content.</summary>
        After,

        /// <summary>Half of the new content. Harsher than littlefs, on purpose.</summary>
        Torn,
    }
}
