using NanoGuard.Api;
using NanoGuard.Il;

namespace NanoGuard.Rules;

/// <summary>One way of looking through the checked code; it may report under several <see cref="Rule"/>s.</summary>
internal interface IRule
{
    IEnumerable<Violation> Check(CheckedCode code, ApiList list, GuardOptions options);
}
