using System.IO;

namespace HwToken.Firmware.Board.Esp32
{
    /// <summary>
    /// Files on the internal littlefs volume. What a call writes is durable when the file is closed, which
    /// <c>WriteAllBytes</c> does before it returns; a flush alone would not be.
    /// </summary>
    public sealed class FileStore : IStore
    {
        private const string Volume = "I:\\";

        private readonly IPower _power;

        /// <summary>Needs the battery: flash that is written below its voltage may hold anything.</summary>
        /// <param name="power">Measures it.</param>
        public FileStore(IPower power)
        {
            _power = power;
        }

        /// <inheritdoc/>
        public byte[] Read(string name)
        {
            // Not asked for first: that would open every file's directory entry twice, at every wake.
            try
            {
                return File.ReadAllBytes(Volume + name);
            }
            catch (IOException)
            {
                return null;
            }
        }

        /// <inheritdoc/>
        public bool TryWrite(string name, byte[] content)
        {
            if (_power.ReadSupply().IsEmpty)
            {
                return false;
            }

            try
            {
                File.WriteAllBytes(Volume + name, content);
                return true;
            }
            catch (IOException)
            {
                return false;
            }
        }

        /// <inheritdoc/>
        public bool TryDelete(string name)
        {
            try
            {
                if (File.Exists(Volume + name))
                {
                    if (_power.ReadSupply().IsEmpty)
                    {
                        return false;
                    }

                    File.Delete(Volume + name);
                }

                return true;
            }
            catch (IOException)
            {
                return false;
            }
        }
    }
}
