using FsCheck.Fluent;
using HwToken.Core.Otp;
using HwToken.Core.Records;

namespace HwToken.Core.Tests.Records;

/// <summary>Damaged flash under both records as they are really stored: absent, never an exception, never another value.</summary>
public sealed class RecordDamageTests
{
    private static readonly Credential Example = new(
        CredentialStatus.Locked, "DPHT00000001", new OtpParameters(OtpType.Hotp, OtpAlgorithm.Sha1, 6, 30, 7), 1767225600,
        [.. Enumerable.Range(1, 20).Select(value => (byte)value)], new byte[Credential.AdminKeyBytes]);

    public static TheoryData<char, byte[], byte[]> Records => new()
    {
        { OtpState.Kind, OtpState.Issued(7, 1767225600, true).ToPayload(), OtpState.Issued(8, 1767225631, true).ToPayload() },
        { Credential.Kind, Example.ToPayload(CredentialStatus.Pending), Example.ToPayload(CredentialStatus.Locked) },
        { Credential.Kind, Example.ToPayload(CredentialStatus.Locked), Credential.ErasedPayload() },
    };

    [Theory]
    [MemberData(nameof(Records))]
    public void Every_byte_changed_by_every_mask_is_refused(char kind, byte[] payload, byte[] newPayload)
    {
        foreach (byte[] record in new[] { RecordFrame.Encode(kind, 1, payload), RecordFrame.Encode(kind, 2, newPayload) })
        {
            for (int at = 0; at < record.Length; at++)
            {
                for (int mask = 1; mask < 256; mask++)
                {
                    record[at] ^= (byte)mask;
                    Assert.False(RecordFrame.TryDecode(record, kind, payload.Length, out _, out _), $"offset {at}, mask {mask}");
                    record[at] ^= (byte)mask;
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void A_write_torn_at_any_byte_is_refused_over_the_old_record_and_over_blank_flash(
        char kind, byte[] payload, byte[] newPayload)
    {
        byte[] old = RecordFrame.Encode(kind, 1, payload);
        byte[] current = RecordFrame.Encode(kind, 3, newPayload);
        byte[] erased = [.. Enumerable.Repeat((byte)0xFF, old.Length)];
        int whole = 0;
        for (int cut = 0; cut <= current.Length; cut++)
        {
            byte[] torn = [.. current[..cut], .. old[cut..]];
            bool isWhole = torn.SequenceEqual(old) || torn.SequenceEqual(current);
            whole += isWhole ? 1 : 0;
            Assert.Equal(isWhole, RecordFrame.TryDecode(torn, kind, payload.Length, out _, out _));
            Assert.Equal(
                cut == current.Length,
                RecordFrame.TryDecode([.. current[..cut], .. erased[cut..]], kind, payload.Length, out _, out _));
        }

        // The headers agree up to the sequence number: cuts inside it leave the old record as it was.
        Assert.InRange(whole, 2, 6);
    }

    [Fact]
    public void A_changed_byte_in_any_record_is_refused()
    {
        var cases = from credential in Any.StoredCredential
                    from sequence in Any.UInt32
                    from at in Gen.Choose(0, Credential.PayloadBytes + RecordFrame.OverheadBytes - 1)
                    from mask in Gen.Choose(1, 255)
                    select (credential, sequence, at, mask);
        Seeded.Check(cases, c =>
        {
            byte[] record = RecordFrame.Encode(Credential.Kind, c.sequence, c.credential.ToPayload(c.credential.Status));
            record[c.at] ^= (byte)c.mask;
            Assert.False(RecordFrame.TryDecode(record, Credential.Kind, Credential.PayloadBytes, out _, out _));
        });
    }

    [Fact]
    public void Random_bytes_of_the_right_length_are_no_record()
    {
        int length = OtpState.PayloadBytes + RecordFrame.OverheadBytes;
        Seeded.Check(
            Any.Bytes(length, length),
            bytes => Assert.False(RecordFrame.TryDecode(bytes, OtpState.Kind, OtpState.PayloadBytes, out _, out _)),
            2000);
    }
}
