using System;

namespace HwToken.Core.Records
{
    /// <summary>
    /// The frame around every record in flash: <c>H W kind version sequence(u32 LE) payload crc32(u32 LE)</c>.
    /// Whatever is not exactly such a frame is absent, never an exception.
    /// </summary>
    public static class RecordFrame
    {
        /// <summary>Bytes before the payload.</summary>
        public const int HeaderBytes = 8;

        /// <summary>Bytes around the payload.</summary>
        public const int OverheadBytes = HeaderBytes + CrcBytes;

        /// <summary>Version of the format. A newer firmware that reads an older one does so by this number.</summary>
        public const byte Version = 1;

        /// <summary>Bytes after the payload.</summary>
        public const int CrcBytes = 4;

        /// <summary>Frames a payload.</summary>
        /// <param name="kind">What record it is: one ASCII letter.</param>
        /// <param name="sequence">Number of the write; the higher of two records is the newer.</param>
        /// <param name="payload">The record's own bytes.</param>
        public static byte[] Encode(char kind, uint sequence, byte[] payload)
        {
            byte[] record = new byte[payload.Length + OverheadBytes];
            record[0] = (byte)'H';
            record[1] = (byte)'W';
            record[2] = (byte)kind;
            record[3] = Version;
            LittleEndian.WriteUInt32(record, 4, sequence);
            Array.Copy(payload, 0, record, HeaderBytes, payload.Length);
            int end = HeaderBytes + payload.Length;
            LittleEndian.WriteUInt32(record, end, Crc32.Compute(record, 0, end));
            return record;
        }

        /// <summary>Checks a frame in place: its payload stands at <see cref="HeaderBytes"/>.</summary>
        /// <param name="record">What a file held; null or of any length.</param>
        /// <param name="kind">The kind that is expected.</param>
        /// <param name="payloadBytes">The payload's length that is expected.</param>
        /// <param name="sequence">Number of the write, or 0.</param>
        /// <returns>False when the record is absent: missing, empty, damaged or of another kind or version.</returns>
        public static bool IsWhole(byte[] record, char kind, int payloadBytes, out uint sequence)
        {
            sequence = 0;
            if (record == null || record.Length != payloadBytes + OverheadBytes
                || record[0] != (byte)'H' || record[1] != (byte)'W' || record[2] != (byte)kind || record[3] != Version)
            {
                return false;
            }

            int end = HeaderBytes + payloadBytes;
            if (LittleEndian.ReadUInt32(record, end) != Crc32.Compute(record, 0, end))
            {
                return false;
            }

            sequence = LittleEndian.ReadUInt32(record, 4);
            return true;
        }

        /// <summary>Opens a frame.</summary>
        /// <param name="record">What a file held; null or of any length.</param>
        /// <param name="kind">The kind that is expected.</param>
        /// <param name="payloadBytes">The payload's length that is expected.</param>
        /// <param name="sequence">Number of the write, or 0.</param>
        /// <param name="payload">A copy of the payload, or null.</param>
        /// <returns>False when the record is absent (<see cref="IsWhole"/>).</returns>
        public static bool TryDecode(byte[] record, char kind, int payloadBytes, out uint sequence, out byte[] payload)
        {
            payload = null;
            if (!IsWhole(record, kind, payloadBytes, out sequence))
            {
                return false;
            }

            payload = new byte[payloadBytes];
            Array.Copy(record, HeaderBytes, payload, 0, payloadBytes);
            return true;
        }
    }
}
