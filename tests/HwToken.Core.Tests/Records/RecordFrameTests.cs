using FsCheck.Fluent;
using HwToken.Core.Records;

namespace HwToken.Core.Tests.Records;

public sealed class RecordFrameTests
{
    [Fact]
    public void Any_payload_and_sequence_come_back()
    {
        var cases = from payload in Any.Bytes(0, 220) from sequence in Any.UInt32 select (payload, sequence);
        Seeded.Check(cases, c =>
        {
            byte[] record = RecordFrame.Encode('X', c.sequence, c.payload);
            Assert.Equal(c.payload.Length + RecordFrame.OverheadBytes, record.Length);
            Assert.True(RecordFrame.TryDecode(record, 'X', c.payload.Length, out uint sequence, out byte[] payload));
            Assert.Equal(c.sequence, sequence);
            Assert.Equal(c.payload, payload);
        });
    }
}
