using HwToken.Scenarios.Playing;

namespace HwToken.Scenarios.Bundles;

/// <summary>A token's flash, file by file, as a bundle keeps it.</summary>
internal static class FlashCopy
{
    /// <summary>Where keys and what follows from them stand in a credential's file (firmware/README.md, "What is in flash"): admin key, secret, mid-states.</summary>
    private const int KeysAt = 44;

    /// <summary>The files. Of a token whose secret the story gives itself, keys are zeros: they need stand in the story alone.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Of(StoryToken token)
    {
        foreach (string name in token.Board.Flash.Names)
        {
            byte[] content = token.Board.Flash.ReadFile(name)!;
            if (token.IsForeign && name.StartsWith("credential", StringComparison.Ordinal))
            {
                Array.Clear(content, Math.Min(KeysAt, content.Length), Math.Max(0, content.Length - KeysAt));
            }
            else if (token.IsForeign && !name.StartsWith("state", StringComparison.Ordinal) && !name.StartsWith("con_", StringComparison.Ordinal))
            {
                // A provisioning file holds keys as text.
                Array.Clear(content);
            }

            yield return (name, content);
        }
    }
}
