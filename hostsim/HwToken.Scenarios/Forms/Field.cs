namespace HwToken.Scenarios.Forms;

/// <summary>A key and what stands behind it.</summary>
/// <param name="Name">The key.</param>
/// <param name="Form">What stands behind it.</param>
/// <param name="IsNeeded">It must be there.</param>
internal sealed record Field(string Name, Form Form, bool IsNeeded = false);
