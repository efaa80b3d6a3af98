namespace HwToken.Core.Records
{
    /// <summary>What moves with every code: the next moving factor and when the last code was made. Immutable.</summary>
    public sealed class OtpState
    {
        /// <summary>Kind letter of the record.</summary>
        public const char Kind = 'S';

        /// <summary>Bytes of the payload (the byte-exact table stands in the firmware's README).</summary>
        public const int PayloadBytes = 20;

        private const byte IssuedFlag = 1;
        private const byte HoldOffFlag = 2;
        private const byte RtcFlag = 4;

        private OtpState(ulong nextFactor, bool isIssued, bool isHoldOffOpen, bool isRtcTime, long issuedAt)
        {
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

        /// <summary>The state of a credential that has made no code.</summary>
        /// <param name="nextFactor">First counter or lowest time step.</param>
        public static OtpState Fresh(ulong nextFactor)
        {
            return new OtpState(nextFactor, false, false, false, 0);
        }

        /// <summary>The state after a code.</summary>
        /// <param name="factor">The code's moving factor.</param>
        /// <param name="issuedAt">When it was made, in seconds.</param>
        /// <param name="isRtcTime">Which clock said so.</param>
        public static OtpState Issued(ulong factor, long issuedAt, bool isRtcTime)
        {
            return new OtpState(factor + 1, true, true, isRtcTime, issuedAt);
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
                (long)LittleEndian.ReadUInt64(bytes, at + 8));
        }

        /// <summary>The payload of this state.</summary>
        public byte[] ToPayload()
        {
            byte[] payload = new byte[PayloadBytes];
            LittleEndian.WriteUInt64(payload, 0, NextFactor);
            LittleEndian.WriteUInt64(payload, 8, (ulong)IssuedAt);
            payload[16] = (byte)((IsIssued ? IssuedFlag : 0) | (IsHoldOffOpen ? HoldOffFlag : 0) | (IsRtcTime ? RtcFlag : 0));
            return payload;
        }

        /// <summary>The same state with its hold-off ended.</summary>
        public OtpState WithoutHoldOff()
        {
            return new OtpState(NextFactor, IsIssued, false, IsRtcTime, IssuedAt);
        }

        /// <summary>The same state moved forward, with its hold-off ended: factors in between are given up.</summary>
        /// <param name="nextFactor">Not below <see cref="NextFactor"/>.</param>
        public OtpState SkippedTo(ulong nextFactor)
        {
            return new OtpState(nextFactor, IsIssued, false, IsRtcTime, IssuedAt);
        }
    }
}
