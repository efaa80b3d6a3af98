using System;

namespace HwToken.Core.Line
{
    /// <summary>
    /// Collects received bytes until LF. Holds one line and never more: what overruns is swallowed up to the next LF and
    /// reported as too long, so that noise cannot fill the memory or join two lines.
    /// </summary>
    public sealed class LineAssembler
    {
        private readonly byte[] _line = new byte[LineCodec.MaxBytes];
        private int _count;

        /// <summary>Takes one received byte.</summary>
        /// <param name="value">The byte.</param>
        /// <param name="status">What the line is, when one is complete.</param>
        /// <param name="text">Its text when <see cref="LineStatus.Ok"/>, else null.</param>
        /// <returns>True when this byte ended a line.</returns>
        public bool Add(byte value, out LineStatus status, out string text)
        {
            status = LineStatus.Ok;
            text = null;
            int count = _count;
            if (value != LineCodec.LineFeed)
            {
                if (count < LineCodec.MaxBytes)
                {
                    _line[count] = value;
                    _count = count + 1;
                }
                else
                {
                    // Stays at one past the end: counting on would overflow under endless noise.
                    _count = LineCodec.MaxBytes + 1;
                }

                return false;
            }

            status = count > LineCodec.MaxBytes ? LineStatus.TooLong : LineCodec.TryDecode(_line, count, out text);
            Clear();
            return true;
        }

        /// <summary>Forgets what was received; a line may have held key material.</summary>
        public void Clear()
        {
            Array.Clear(_line, 0, _line.Length);
            _count = 0;
        }
    }
}
