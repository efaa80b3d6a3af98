using System;

namespace HwToken.Core.Otp
{
    /// <summary>
    /// HMAC-SHA1 (RFC 2104) under one key. The two key pads are compressed once, into mid-states, so that the HMAC of a
    /// moving factor costs exactly two compressions and allocates nothing.
    /// </summary>
    public sealed class HmacSha1
    {
        /// <summary>Bytes of both mid-states, inner before outer, each as five big-endian words.</summary>
        public const int MidStateBytes = 2 * Sha1.HashBytes;

        /// <summary>Bits of the pad block that stand before the message or the inner hash.</summary>
        private const uint PadBits = 8 * Sha1.BlockBytes;

        private const uint InnerPad = 0x36363636;
        private const uint OuterPad = 0x5C5C5C5C;

        /// <summary>The one bit that follows every message.</summary>
        private const uint EndOfMessage = 0x80000000;

        private readonly uint[] _inner = new uint[Sha1.StateWords];
        private readonly uint[] _outer = new uint[Sha1.StateWords];
        private readonly uint[] _state = new uint[Sha1.StateWords];

        /// <summary>The inner message block of a moving factor; only its first two words change.</summary>
        private readonly uint[] _factorBlock = new uint[Sha1.BlockWords];

        /// <summary>The outer message block; its first five words are the inner hash.</summary>
        private readonly uint[] _hashBlock = new uint[Sha1.BlockWords];

        /// <summary>Compresses the pads of <paramref name="key"/>. The key itself is not kept.</summary>
        /// <param name="key">HMAC key, 1 byte or more; longer than a block (64 bytes) is hashed first (RFC 2104, 2).</param>
        /// <exception cref="ArgumentException">The key is null or empty.</exception>
        public HmacSha1(byte[] key)
        {
            if (key == null || key.Length == 0)
            {
                throw new ArgumentException("An HMAC key has at least one byte.");
            }

            byte[] shortKey = key;
            if (key.Length > Sha1.BlockBytes)
            {
                Sha1.Begin(_state);
                Absorb(key, 0);
                shortKey = new byte[Sha1.HashBytes];
                WriteState(shortKey, 0);
                Array.Clear(_state, 0, _state.Length);
            }

            CompressPad(shortKey, InnerPad, _inner);
            CompressPad(shortKey, OuterPad, _outer);
            if (shortKey != key)
            {
                Array.Clear(shortKey, 0, shortKey.Length);
            }

            CloseBlocks();
        }

        /// <summary>Goes on from mid-states that an earlier instance made: no key, no compression.</summary>
        /// <param name="bytes">Holds them; they are copied.</param>
        /// <param name="offset">Where their <see cref="MidStateBytes"/> bytes begin.</param>
        public HmacSha1(byte[] bytes, int offset)
        {
            for (int i = 0; i < Sha1.StateWords; i++)
            {
                _inner[i] = BigEndian.ReadUInt32(bytes, offset + (4 * i));
                _outer[i] = BigEndian.ReadUInt32(bytes, offset + Sha1.HashBytes + (4 * i));
            }

            CloseBlocks();
        }

        /// <summary>The mid-states, to be kept instead of the key. They are as good as the key: clear them after use.</summary>
        /// <returns><see cref="MidStateBytes"/> bytes.</returns>
        public byte[] ToMidStates()
        {
            byte[] bytes = new byte[MidStateBytes];
            for (int i = 0; i < Sha1.StateWords; i++)
            {
                BigEndian.WriteUInt32(bytes, 4 * i, _inner[i]);
                BigEndian.WriteUInt32(bytes, Sha1.HashBytes + (4 * i), _outer[i]);
            }

            return bytes;
        }

        /// <summary>
        /// HMAC of the 8-byte big-endian moving factor, dynamically truncated to 31 bits (RFC 4226, 5.3).
        /// Two compressions, no allocation.
        /// </summary>
        /// <param name="movingFactor">Counter (RFC 4226) or time step (RFC 6238).</param>
        /// <returns>0 to 2^31 - 1.</returns>
        public uint Truncate(ulong movingFactor)
        {
            _factorBlock[0] = (uint)(movingFactor >> 32);
            _factorBlock[1] = (uint)movingFactor;
            Sha1.Compress(_inner, _hashBlock, _factorBlock);
            Sha1.Compress(_outer, _state, _hashBlock);

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
            Absorb(message, Sha1.BlockBytes);
            Array.Copy(_state, _hashBlock, Sha1.StateWords);
            Sha1.Compress(_outer, _state, _hashBlock);
            byte[] hash = new byte[Sha1.HashBytes];
            WriteState(hash, 0);
            Array.Clear(_state, 0, _state.Length);
            Array.Clear(_hashBlock, 0, Sha1.StateWords);
            return hash;
        }

        /// <summary>Wipes the mid-states: they are as good as the key.</summary>
        public void Clear()
        {
            Array.Clear(_inner, 0, _inner.Length);
            Array.Clear(_outer, 0, _outer.Length);
            Array.Clear(_state, 0, _state.Length);
            Array.Clear(_factorBlock, 0, _factorBlock.Length);
            Array.Clear(_hashBlock, 0, _hashBlock.Length);
        }

        /// <summary>The ends of both blocks never change: one bit after the message, and the length with the pad block (FIPS 180-4, 5.1.1).</summary>
        private void CloseBlocks()
        {
            _factorBlock[2] = EndOfMessage;
            _factorBlock[15] = PadBits + 64;
            _hashBlock[Sha1.StateWords] = EndOfMessage;
            _hashBlock[15] = PadBits + (8 * Sha1.HashBytes);
        }

        /// <summary>Compresses key ⊕ pad into a mid-state, in the block that is free until the first code.</summary>
        private void CompressPad(byte[] key, uint pad, uint[] midState)
        {
            for (int i = 0; i < _factorBlock.Length; i++)
            {
                _factorBlock[i] = pad;
            }

            for (int i = 0; i < key.Length; i++)
            {
                _factorBlock[i >> 2] ^= (uint)key[i] << (24 - (8 * (i & 3)));
            }

            Sha1.Begin(midState);
            Sha1.Compress(midState, midState, _factorBlock);
            Array.Clear(_factorBlock, 0, _factorBlock.Length);
        }

        /// <summary>Hashes a message into the current state and closes it with the padding of FIPS 180-4, 5.1.1.</summary>
        private void Absorb(byte[] message, int bytesBefore)
        {
            uint[] block = new uint[Sha1.BlockWords];
            int offset = 0;
            for (; message.Length - offset >= Sha1.BlockBytes; offset += Sha1.BlockBytes)
            {
                LoadBlock(message, offset, block);
                Sha1.Compress(_state, _state, block);
            }

            int rest = message.Length - offset;
            byte[] last = new byte[Sha1.BlockBytes];
            Array.Copy(message, offset, last, 0, rest);
            last[rest] = 0x80;
            if (rest >= Sha1.BlockBytes - 8)
            {
                LoadBlock(last, 0, block);
                Sha1.Compress(_state, _state, block);
                Array.Clear(last, 0, last.Length);
            }

            LoadBlock(last, 0, block);
            block[15] = 8 * (uint)(bytesBefore + message.Length);
            Sha1.Compress(_state, _state, block);
            Array.Clear(last, 0, last.Length);
            Array.Clear(block, 0, block.Length);
        }

        private static void LoadBlock(byte[] bytes, int offset, uint[] block)
        {
            for (int i = 0; i < block.Length; i++)
            {
                block[i] = BigEndian.ReadUInt32(bytes, offset + (4 * i));
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
