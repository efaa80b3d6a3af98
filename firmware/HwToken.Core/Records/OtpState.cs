namespace HwToken.Core.Records
{
    /// <summary>What moves with every code: the next moving factor and when the last code was made. Immutable.</summary>
    public sealed class OtpState
    {
        /// <summary>Kind letter of the record.</summary>
        public const char Kind = 'S';

        /// <summary>Bytes of the payload (the byte-exact table stands in the firmware's README).</summary>
        public const int PayloadBytes = 20;

        /// <summary>Stands for the tag of a code that is not known.</summary>
        public const int NoTag = -1;

        private const byte IssuedFlag = 1;
        private const byte HoldOffFlag = 2;
        private const byte RtcFlag = 4;
        private const byte TagFlag = 8;
        private const int TagMask = 0xFFFF;

        private OtpState(ulong nextFactor, bool isIssued, bool isHoldOffOpen, bool isRtcTime, long issuedAt, int lastTag)
        {
            LastTag = lastTag;
            NextFactor = nextFactor;
            IsIssued = isIssued;
            IsHoldOffOpen = isHoldOffOpen;
            IsRtcTime = isRtcTime;
            IssuedAt = issuedAt;
        }

        /// <summary>HOTP: the next counter. TOTP: the lowest time step that may still be shown.</summary>
        public ulong NextFactor { get; }

        /// <summary>True when a code was made: its factor is <see cref="NextFactor"/> - 1.</summary>
        public bool IsIssued { get; }

        /// <summary>False when the hold-off was ended early because its clock cannot be trusted any more.</summary>
        public bool IsHoldOffOpen { get; }

        /// <summary>True when <see cref="IssuedAt"/> is Unix time of the clock chip, false when it is the system clock's.</summary>
        public bool IsRtcTime { get; }

        /// <summary>When the last code was made, in seconds of that clock.</summary>
        public long IssuedAt { get; }

        /// <summary>
        /// Tag of the code whose factor is <see cref="NextFactor"/> - 1, or <see cref="NoTag"/>. It spares a new code the computing of
        /// the last one: codes with unlike tags differ; only of codes with like tags it must be computed.
        /// </summary>
        public int LastTag { get; }

        /// <summary>The tag of a code: its low 16 bits.</summary>
        public static int TagOf(uint code)
        {
            return (int)(code & TagMask);
        }

        /// <summary>The state of a credential that has made no code.</summary>
        /// <param name="nextFactor">First counter or lowest time step.</param>
        public static OtpState Fresh(ulong nextFactor)
        {
            return new OtpState(nextFactor, false, false, false, 0, NoTag);
        }

        /// <summary>The state after a code.</summary>
        /// <param name="factor">The code's moving factor.</param>
        /// <param name="issuedAt">When it was made, in seconds.</param>
        /// <param name="isRtcTime">Which clock said so.</param>
        public static OtpState Issued(ulong factor, long issuedAt, bool isRtcTime)
        {
            return new OtpState(factor + 1, true, true, isRtcTime, issuedAt, NoTag);
        }

        /// <summary>Reads a payload of <see cref="PayloadBytes"/> bytes.</summary>
        public static OtpState Read(byte[] payload)
        {
            return Read(payload, 0);
        }

        /// <summary>Reads a payload that stands inside a record.</summary>
        /// <param name="bytes">The record.</param>
        /// <param name="at">Where its payload begins.</param>
        public static OtpState Read(byte[] bytes, int at)
        {
            byte flags = bytes[at + 16];
            return new OtpState(
                LittleEndian.ReadUInt64(bytes, at),
                (flags & IssuedFlag) != 0,
                (flags & HoldOffFlag) != 0,
                (flags & RtcFlag) != 0,
                (long)LittleEndian.ReadUInt64(bytes, at + 8),
                (flags & TagFlag) != 0 ? LittleEndian.ReadUInt16(bytes, at + 17) : NoTag);
        }

        /// <summary>The payload of this state.</summary>
        public byte[] ToPayload()
        {
            byte[] payload = new byte[PayloadBytes];
            LittleEndian.WriteUInt64(payload, 0, NextFactor);
            LittleEndian.WriteUInt64(payload, 8, (ulong)IssuedAt);
            bool hasTag = LastTag != NoTag;
            payload[16] = (byte)((IsIssued ? IssuedFlag : 0) | (IsHoldOffOpen ? HoldOffFlag : 0) | (IsRtcTime ? RtcFlag : 0) | (hasTag ? TagFlag : 0));
            if (hasTag)
            {
                LittleEndian.WriteUInt16(payload, 17, LastTag);
            }

            return payload;
        }

        /// <summary>The same state with a tag of its last code.</summary>
        public OtpState Tagged(uint code)
        {
            return new OtpState(NextFactor, IsIssued, IsHoldOffOpen, IsRtcTime, IssuedAt, TagOf(code));
        }

        /// <summary>The same state with its hold-off ended.</summary>
        public OtpState WithoutHoldOff()
        {
            return new OtpState(NextFactor, IsIssued, false, IsRtcTime, IssuedAt, LastTag);
        }

        /// <summary>The same state moved forward, with its hold-off ended: factors in between are given up.</summary>
        /// <param name="nextFactor">Not below <see cref="NextFactor"/>.</param>
        public OtpState SkippedTo(ulong nextFactor)
        {
            return new OtpState(nextFactor, IsIssued, false, IsRtcTime, IssuedAt, nextFactor == NextFactor ? LastTag : NoTag);
        }
    }
}
