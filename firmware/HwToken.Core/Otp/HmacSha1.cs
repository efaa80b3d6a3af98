using System;

namespace HwToken.Core.Otp
{
    /// <summary>
    /// HMAC-SHA1 (RFC 2104) under one key. The two key pads are compressed once, into mid-states, so that the HMAC of a
    /// moving factor costs exactly two compressions and allocates nothing.
    /// </summary>
    public sealed class HmacSha1
    {
        /// <summary>Bits of the pad block that stand before the message or the inner hash.</summary>
        private const uint PadBits = 8 * Sha1.BlockBytes;

        private readonly uint[] _inner = new uint[Sha1.StateWords];
        private readonly uint[] _outer = new uint[Sha1.StateWords];
        private readonly uint[] _state = new uint[Sha1.StateWords];
        private readonly uint[] _block = new uint[Sha1.BlockWords];

        /// <summary>Compresses the pads of <paramref name="key"/>. The key itself is not kept.</summary>
        /// <param name="key">HMAC key, 1 byte or more; longer than a block (64 bytes) is hashed first (RFC 2104, 2).</param>
        /// <exception cref="ArgumentException">The key is null or empty.</exception>
        public HmacSha1(byte[] key)
        {
            if (key == null || key.Length == 0)
            {
                throw new ArgumentException("An HMAC key has at least one byte.");
            }

            byte[] pad = new byte[Sha1.BlockBytes];
            if (key.Length > Sha1.BlockBytes)
            {
                Sha1.Begin(_state);
                Absorb(key, 0, key.Length, 0);
                WriteState(pad, 0);
            }
            else
            {
                Array.Copy(key, pad, key.Length);
            }

            CompressPad(pad, 0x36, _inner);
            CompressPad(pad, 0x5C, _outer);
            Array.Clear(pad, 0, pad.Length);
            ClearWork();
        }

        /// <summary>
        /// HMAC of the 8-byte big-endian moving factor, dynamically truncated to 31 bits (RFC 4226, 5.3).
        /// Two compressions, no allocation.
        /// </summary>
        /// <param name="movingFactor">Counter (RFC 4226) or time step (RFC 6238).</param>
        /// <returns>0 to 2^31 - 1.</returns>
        public uint Truncate(ulong movingFactor)
        {
            uint[] w = _block;
            w[0] = (uint)(movingFactor >> 32);
            w[1] = (uint)movingFactor;
            w[2] = 0x80000000;
            Array.Clear(w, 3, 12);
            w[15] = PadBits + 64;
            Sha1.Compress(_inner, _state, w);
            CompressOuter();

            // The offset is the low nibble of the last byte; the four bytes there may straddle two words.
            uint offset = _state[4] & 15;
            int word = (int)(offset >> 2);
            int shift = (int)((offset & 3) << 3);
            uint value = _state[word];
            if (shift != 0)
            {
                value = (value << shift) | (_state[word + 1] >> (32 - shift));
            }

            return value & 0x7FFFFFFF;
        }

        /// <summary>HMAC of any message.</summary>
        /// <param name="message">Message; may be empty.</param>
        /// <returns>20 bytes.</returns>
        public byte[] ComputeHash(byte[] message)
        {
            Array.Copy(_inner, _state, Sha1.StateWords);
            Absorb(message, 0, message.Length, Sha1.BlockBytes);
            CompressOuter();
            byte[] hash = new byte[Sha1.HashBytes];
            WriteState(hash, 0);
            ClearWork();
            return hash;
        }

        /// <summary>Wipes the mid-states: they are as good as the key.</summary>
        public void Clear()
        {
            Array.Clear(_inner, 0, _inner.Length);
            Array.Clear(_outer, 0, _outer.Length);
            ClearWork();
        }

        private void ClearWork()
        {
            Array.Clear(_state, 0, _state.Length);
            Array.Clear(_block, 0, _block.Length);
        }

        private void CompressPad(byte[] key, byte pad, uint[] midState)
        {
            for (int i = 0; i < key.Length; i++)
            {
                key[i] ^= pad;
            }

            Sha1.Begin(midState);
            LoadBlock(key, 0);
            Sha1.Compress(midState, midState, _block);
            for (int i = 0; i < key.Length; i++)
            {
                key[i] ^= pad;
            }
        }

        private void CompressOuter()
        {
            uint[] w = _block;
            Array.Copy(_state, w, Sha1.StateWords);
            w[5] = 0x80000000;
            Array.Clear(w, 6, 9);
            w[15] = PadBits + (8 * Sha1.HashBytes);
            Sha1.Compress(_outer, _state, w);
        }

        /// <summary>Hashes a message into the current state and closes it with the padding of FIPS 180-4, 5.1.1.</summary>
        private void Absorb(byte[] message, int offset, int count, int bytesBefore)
        {
            int end = offset + count;
            for (; end - offset >= Sha1.BlockBytes; offset += Sha1.BlockBytes)
            {
                LoadBlock(message, offset);
                Sha1.Compress(_state, _state, _block);
            }

            byte[] last = new byte[Sha1.BlockBytes];
            Array.Copy(message, offset, last, 0, end - offset);
            last[end - offset] = 0x80;
            if (end - offset >= Sha1.BlockBytes - 8)
            {
                LoadBlock(last, 0);
                Sha1.Compress(_state, _state, _block);
                Array.Clear(last, 0, last.Length);
            }

            LoadBlock(last, 0);
            _block[15] = 8 * (uint)(bytesBefore + count);
            Sha1.Compress(_state, _state, _block);
            Array.Clear(last, 0, last.Length);
        }

        private void LoadBlock(byte[] bytes, int offset)
        {
            for (int i = 0; i < 16; i++)
            {
                _block[i] = BigEndian.ReadUInt32(bytes, offset + (4 * i));
            }
        }

        private void WriteState(byte[] bytes, int offset)
        {
            for (int i = 0; i < Sha1.StateWords; i++)
            {
                BigEndian.WriteUInt32(bytes, offset + (4 * i), _state[i]);
            }
        }
    }
}
