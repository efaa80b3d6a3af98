namespace HwToken.Firmware.Board.Esp32
{
    /// <summary>
    /// Whether the platform starts its Wi-Fi at every wake: a bit in its own configuration file. It is read, never written: the
    /// interface that may write it is in nanoFramework.System.Net, which would stay in the image for one use in a token's life.
    /// </summary>
    internal static class RadioSetting
    {
        /// <summary>The block of the first wireless station (marker WN1), on the volume that the records share.</summary>
        private const string FileName = "con_WN1_0.sys";

        /// <summary>Marker, number, three bytes of kinds, 32 of the network's name, 64 of its password, then the options.</summary>
        private const int OptionsAt = 107;
        private const byte EnableOption = 2;

        /// <summary>True when it is on, which it is too where the platform has not written the file.</summary>
        public static bool IsOn(IStore store)
        {
            byte[] block = store.Read(FileName);
            return block == null || block.Length <= OptionsAt || (block[OptionsAt] & EnableOption) != 0;
        }
    }
}
