namespace HwToken.Service.Portal.Contact;

/// <summary>Asks for the one contact block of a page, drawn below whatever says "call" (<c>_Contact.cshtml</c>).</summary>
public static class ContactBlock
{
    private static readonly object Key = new();

    /// <summary>The page says "call".</summary>
    /// <param name="context">The request.</param>
    public static void Show(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Items[Key] = true;
    }

    internal static bool IsShown(HttpContext context) => context.Items.ContainsKey(Key);
}
