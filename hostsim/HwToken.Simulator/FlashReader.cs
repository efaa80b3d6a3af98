using NanoBoard.Chips;
using HwToken.Core.Records;

namespace HwToken.Simulator;

/// <summary>Reads a token's records from its flash chip, as somebody with a clip on the chip would.</summary>
internal static class FlashReader
{
    public static OtpState? NewestState(FlashVolume flash) =>
        Newest(flash, "state", OtpState.Kind, OtpState.PayloadBytes) is { } payload ? OtpState.Read(payload) : null;

    public static Credential? NewestCredential(FlashVolume flash) =>
        Newest(flash, "credential", Credential.Kind, Credential.PayloadBytes) is { } payload
        && Credential.TryRead(payload, out Credential credential)
        && credential.Status == CredentialStatus.Locked ? credential : null;

    private static byte[]? Newest(FlashVolume flash, string stem, char kind, int payloadBytes)
    {
        (uint Sequence, byte[]? Payload) newest = (0, null);
        foreach (string name in new[] { stem + "-a", stem + "-b" })
        {
            if (RecordFrame.TryDecode(flash.ReadFile(name), kind, payloadBytes, out uint sequence, out byte[] payload)
                && (newest.Payload is null || sequence > newest.Sequence))
            {
                newest = (sequence, payload);
            }
        }

        return newest.Payload;
    }
}
