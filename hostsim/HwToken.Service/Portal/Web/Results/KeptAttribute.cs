namespace HwToken.Service.Portal.Web.Results;

/// <summary>On a property of a page: what a post set is shown after the redirect, too. Never a password, a code or a key.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeptAttribute : Attribute;
