namespace HwToken.Firmware.Board.Esp32
{
    /// <summary>The board that this firmware is built for. The one place to change for another board.</summary>
    public static class BoardChoice
    {
        /// <summary>One of <see cref="BoardProfiles"/>.</summary>
        public static BoardProfile Profile
        {
            get { return BoardProfiles.Reference; }
        }
    }
}
